import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent, NewEvent } from '../../journal/model/event.ts';
import { written } from '../fixture.ts';
import {
  begun,
  machine,
  said,
  seg,
  segmentIn,
  slip,
  stateOf,
  transcribed,
} from '../transcript-fixture.ts';
import {
  alsoSaidIn,
  cutting,
  emptyAfter,
  importing,
  restoringAll,
  restoringSegment,
  takingBackSegments,
  writing,
} from './transcript-acts.ts';
import { sittingsOf } from './transcript-history.ts';
import type { Segment } from './transcript-state.ts';

function one(events: readonly JournalEvent[], number: number): Segment {
  const segment = segmentIn(stateOf(events), number);
  if (!segment) throw new Error('gone');
  return segment;
}
const takeBack = (events: readonly JournalEvent[], number: number): JournalEvent[] =>
  written(takingBackSegments(stateOf(events), events, [seg(number)]), events);
const texts = (events: readonly JournalEvent[]) => stateOf(events).segments.map(({ text }) => text);

describe('the next segment', () => {
  it('begins with the interviewer, and goes to and fro', () => {
    const events = transcribed([
      said(1, 'Hej'),
      said(2, 'Hej'),
      said(3, 'tolkar', { speaker: 'interpreter' }),
    ]);
    const speaker = (after: number) => emptyAfter(stateOf(events), seg(after), seg(9)).speaker;
    expect(emptyAfter(stateOf(transcribed([])), null, seg(9)).speaker).toBe('interviewer');
    expect([speaker(1), speaker(2), speaker(3)]).toEqual([
      'participant',
      'interviewer',
      'participant',
    ]);
  });

  it('stands between the one it follows and the next', () => {
    const events = transcribed([said(1, 'a'), said(2, 'c')]);
    const data = emptyAfter(stateOf(events), seg(1), seg(9), { from: 5000 });
    const after = transcribed([writing({ ...data, text: 'b' })], events);
    expect(texts(after)).toEqual(['a', 'b', 'c']);
    expect(one(after, 9).from).toBe(5000);
  });
});

it('cuts a segment in two where the caret stands, each with its part of the time', () => {
  const events = transcribed([
    machine(1, 'Hej du. Vad gör du?', { remark: 'ler', from: 1000, to: 9000 }),
  ]);
  const [head, tail] = cutting(stateOf(events), one(events, 1), 7, seg(9), 4000);
  expect(head).toMatchObject({ text: 'Hej du.', from: 1000, to: 4000, remark: 'ler' });
  expect(tail).toMatchObject({
    text: 'Vad gör du?',
    from: 4000,
    to: 9000,
    remark: '',
    cutFrom: seg(1),
    source: 'imported',
  });
});

it('puts a file after what stands, unchecked, in its own order', () => {
  const events = transcribed([said(1, 'Hej')]);
  const cue = { from: 1, to: 2, remark: '', speaker: 'participant' } as const;
  let next = 5;
  const facts = importing(
    stateOf(events),
    [
      { ...cue, text: 'a' },
      { ...cue, text: 'b' },
    ],
    () => seg(next++),
  );
  const after = transcribed(facts, events);
  expect(texts(after)).toEqual(['Hej', 'a', 'b']);
  expect(stateOf(after).segments.map(({ source }) => source)).toEqual([
    'typed',
    'imported',
    'imported',
  ]);
});

describe('taking back', () => {
  it('erases every version of it, and leaves a mark of where it stood', () => {
    const events = transcribed([
      said(1, 'Hej'),
      said(2, 'hemliga ord'),
      said(2, 'hemliga ord igen'),
      said(3, 'Sen'),
    ]);
    const after = takeBack(events, 2);
    expect(JSON.stringify(after)).not.toContain('hemliga');
    expect(texts(after)).toEqual(['Hej', 'Sen']);
    expect(stateOf(after).takenBack).toEqual([{ segment: seg(2), place: one(events, 2).place }]);
  });

  it('reaches what it was cut from, what was cut from it, and where its words once stood', () => {
    let events = transcribed([said(1, 'Öppet. Det hemliga jag sade om dem'), said(3, 'Annat')]);
    const [head, tail] = cutting(stateOf(events), one(events, 1), 7, seg(2), null);
    events = transcribed([writing(head), writing(tail)], events);
    // Moved by hand, and back again.
    events = transcribed([said(3, 'Annat. Det hemliga jag sade om dem'), said(3, 'Annat')], events);
    const after = takeBack(events, 2);
    expect(JSON.stringify(after)).not.toContain('hemliga');
    expect(texts(after)).toEqual(['Öppet.', 'Annat']);
  });

  it('says where else the same words stand, which it leaves there', () => {
    const events = transcribed([
      said(1, 'Det hemliga jag sade'),
      said(2, 'Och: Det hemliga jag sade.'),
    ]);
    expect(alsoSaidIn(stateOf(events), one(events, 1)).map((each) => each.segment)).toEqual([
      seg(2),
    ]);
    expect(texts(takeBack(events, 1))).toEqual(['Och: Det hemliga jag sade.']);
  });

  it('takes back what was removed as a slip too, and nothing that is not there', () => {
    const events = transcribed([said(1, 'hemligt'), slip(1)]);
    expect(JSON.stringify(takeBack(events, 1))).not.toContain('hemligt');
    expect(takingBackSegments(stateOf(events), events, [seg(8)])).toEqual([]);
  });

  it('leaves nothing of the words, whatever was written, removed and restored before', () => {
    const secret = 'absolut hemliga ord från samtalet';
    const number = fc.integer({ min: 1, max: 3 });
    const step = fc.oneof(
      fc.record({
        do: fc.constant('write' as const),
        number,
        text: fc.constantFrom('', secret, `Mer ${secret}`, 'Annat'),
      }),
      fc.record({ do: fc.constant('remove' as const), number }),
      fc.record({ do: fc.constant('restore' as const), count: fc.nat(40) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let events = transcribed([said(1, secret)]);
        for (const each of steps) {
          const facts: NewEvent[] =
            each.do === 'write'
              ? [said(each.number, each.text)]
              : each.do === 'remove'
                ? [slip(each.number)]
                : restoringAll(events, each.count);
          if (facts.length > 0) events = written(facts, events);
        }
        for (const number of [1, 2, 3]) events = takeBack(events, number);
        expect(JSON.stringify(events)).not.toContain(secret);
        // Nor does restoring any older version bring it back.
        for (let count = 1; count <= events.length; count += 1) {
          expect(JSON.stringify(restoringAll(events, count))).not.toContain(secret);
        }
      }),
    );
  });
});

describe('older versions', () => {
  it('of one segment come back as a new version', () => {
    const events = transcribed([said(1, 'Ett'), said(1, 'Två')]);
    const older = one(events, 1).versions[0]?.data;
    const after = transcribed(older ? restoringSegment(one(events, 1), older) : [], events);
    expect(texts(after)).toEqual(['Ett']);
    expect(one(after, 1).versions).toHaveLength(3);
    expect(older && restoringSegment(one(after, 1), older)).toEqual([]);
  });

  it('of the whole come back as it stood: changed, removed and added segments', () => {
    const then = transcribed([said(1, 'Ett'), said(2, 'Två')]);
    const now = transcribed([said(1, 'Ändrat'), slip(2), said(3, 'Nytt')], then);
    const back = transcribed(restoringAll(now, then.length), now);
    expect(texts(back)).toEqual(['Ett', 'Två']);
    expect(stateOf(back).removed.map(({ text }) => text)).toEqual(['Nytt']);
    expect(restoringAll(back, back.length)).toEqual([]);
    expect(restoringAll(written([begun]), 0)).toEqual([]);
  });

  it('of the whole are offered where somebody rested, and before a file was read in', () => {
    const at = 1_800_000_000_000;
    const events = transcribed([
      said(1, 'Ett'),
      said(1, 'Två'),
      said(2, 'Tre'),
      machine(3, 'Fyra'),
    ]);
    const times = [0, 1, 2, 20, 21].map((minutes) => at + minutes * 60_000);
    const timed = events.map((each, i) => ({ ...each, at: times[i] ?? at }));
    expect(sittingsOf(timed).map((sitting) => [sitting.count, sitting.at])).toEqual([
      [4, times[3]],
      [3, times[2]],
    ]);
    expect(sittingsOf(timed)[1]?.state.segments.map(({ text }) => text)).toEqual(['Två']);
    expect(sittingsOf(timed.slice(0, 1))).toEqual([]);
  });
});
