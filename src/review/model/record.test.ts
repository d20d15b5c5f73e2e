import { describe, expect, it } from 'vitest';
import { TrackId } from '../../base/ids.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { GUIDE, interviewEvents, q } from '../fixture.ts';
import { cardTitle, memoItems, recordSections, trackName } from './record.ts';

const state = foldInterview(interviewEvents());
if (!state) throw new Error('not an interview');

describe('the record', () => {
  it('has the questions under their sections, as they were asked and not as the guide has them now', () => {
    const asked = state.asked.map((each) =>
      each.question === 's2q1' ? { ...each, text: { sv: 'Som den lästes då' } } : each,
    );
    const sections = recordSections({ ...state, asked }, GUIDE);
    expect(sections).toHaveLength(8);
    const [first] = sections[1]?.items ?? [];
    expect(first).toMatchObject({ question: 's2q1', text: { sv: 'Som den lästes då' } });
    expect(first?.state.outcome).toBe('answered');
  });

  it('shows every question asked even without the guide', () => {
    const [only, ...none] = recordSections(state, undefined);
    expect(none).toEqual([]);
    expect(only?.title).toBeNull();
    expect(only?.items).toHaveLength(40);
    expect(trackName(undefined, TrackId.parse('full')).sv).toBe('full');
    expect(cardTitle(undefined, 'distress').sv).toBe('distress');
  });

  it('falls back to the guide for what was answered and is not in the list of the record', () => {
    const sections = recordSections({ ...state, asked: [] }, GUIDE);
    const guideText = GUIDE.sections[1]?.questions[0]?.text;
    expect(sections[0]?.items[0]).toMatchObject({ question: q('s2q1'), text: guideText });
  });

  it('has the memo in parts A and B, and never a private field', () => {
    const memo = new Map(state.memo)
      .set('ownReactions', 'PRIVAT')
      .set('elsewhere', 'Från en annan guide');
    const groups = memoItems({ ...state, memo }, GUIDE);
    expect(groups.map((group) => group.part)).toEqual(['A', 'B', null]);
    expect(groups[2]?.items.map((item) => item.field)).toEqual(['elsewhere']);
    expect(JSON.stringify(groups)).not.toContain('PRIVAT');
    expect(trackName(GUIDE, TrackId.parse('full')).sv).toBe('Hel intervju');
    expect(cardTitle(GUIDE, 'childAtRisk').sv).toBe('Ett barn kan fara illa nu');
  });
});
