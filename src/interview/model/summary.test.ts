import { expect, it } from 'vitest';
import { card, GUIDE, IDA, q, ready, stateAfter, started } from '../fixture.ts';
import { InterviewSummary, summarise } from './summary.ts';

it('says what a list shows, and not one word of the talk', () => {
  const note = 'En lillebror är kvar.';
  const state = stateAfter(...ready(), {
    type: 'SafetyFlagged',
    version: 1,
    data: { card: card('childAtRisk'), question: q('s4q3'), note },
  });
  const summary = summarise(state, { done: 40, of: 40 });
  expect(summary).toEqual({
    code: 'K-017',
    interviewer: IDA.author,
    guide: { id: GUIDE.id, version: GUIDE.version },
    track: 'full',
    status: 'writing',
    startedAt: state.startedAt,
    completedAt: null,
    done: 40,
    of: 40,
    flags: 1,
    flaggedAt: state.flags[0]?.at,
    revision: 0,
    wave: null,
    mayAsk: false,
    unsettled: 0,
    endedAt: state.endedAt,
    promised: ['call'],
  });
  expect(JSON.stringify(summary)).not.toContain(note);
});

it('reads back as it was kept', () => {
  const summary = summarise(stateAfter(started()), { done: 0, of: 40 });
  expect(InterviewSummary.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  expect(InterviewSummary.safeParse({ ...summary, status: 'lost' }).success).toBe(false);
});
