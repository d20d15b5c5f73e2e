import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stamp } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { fixedDeps, type Deps } from '../../base/deps.ts';
import { IDA_ELSEWHERE, INTERVIEW, written } from '../fixture.ts';
import {
  begun,
  heard,
  machine,
  said,
  segmentIn,
  slip,
  stateOf,
  transcribed,
} from '../transcript-fixture.ts';
import {
  isUnchecked,
  quotable,
  readTranscript,
  uncheckedIn,
  foldTranscript,
} from './transcript-state.ts';
import { summariseTranscript, type TranscriptFact } from './transcript.ts';

/** Ids that no event of this tablet has. */
const elsewhere: Deps = {
  ...fixedDeps(),
  random: { bytes: (length) => new Uint8Array(length).fill(0xee) },
};
const texts = (events: Parameters<typeof stateOf>[0]) =>
  stateOf(events).segments.map(({ text }) => text);

it('tells what stands now, in the order in which it was said, and keeps what stood before', () => {
  const events = transcribed([
    said(2, 'Jo'),
    said(1, 'Hej'),
    said(2, 'Jo tack', { remark: 'skrattar' }),
    said(3, 'Fel'),
    slip(3),
  ]);
  const state = stateOf(events);
  expect(state.segments.map(({ text, remark }) => [text, remark])).toEqual([
    ['Hej', ''],
    ['Jo tack', 'skrattar'],
  ]);
  expect(state.segments[1]?.versions.map(({ data }) => data.text)).toEqual(['Jo', 'Jo tack']);
  expect(state.removed.map(({ text }) => text)).toEqual(['Fel']);
  expect(state).toMatchObject({ interview: INTERVIEW, language: 'sv', unknown: 0 });
  expect(summariseTranscript(events)).toEqual({ interview: INTERVIEW, begunAt: events[0]?.at });
});

it('is nothing without its beginning, and says what it does not understand', () => {
  expect(foldTranscript(written([said(1, 'Hej')]))).toBeUndefined();
  const later = { type: 'SegmentSung', version: 1, data: {} };
  expect(stateOf(written([begun, later])).unknown).toBe(1);
});

describe('what may be quoted', () => {
  const imported = transcribed([machine(1, 'Vi målade staketet')]);
  const checked = transcribed([heard(1, imported)], imported);
  const one = (events: typeof imported) => {
    const segment = segmentIn(stateOf(events), 1);
    if (!segment) throw new Error('gone');
    return segment;
  };

  it('is what a person wrote, and of what a machine wrote only what somebody listened to', () => {
    expect(quotable(one(transcribed([said(1, 'Hej')])))).toBe(true);
    expect(quotable(one(imported))).toBe(false);
    expect(uncheckedIn(stateOf(imported))).toBe(1);
    expect(quotable(one(checked))).toBe(true);
    expect(uncheckedIn(stateOf(checked))).toBe(0);
  });

  it('is no longer so when the words change, and is again when they are those that were heard', () => {
    const changed = transcribed([machine(1, 'Vi målade ett staket')], checked);
    expect(isUnchecked(one(changed))).toBe(true);
    expect(isUnchecked(one(transcribed([machine(1, 'Vi målade staketet')], changed)))).toBe(false);
  });

  it('stays when only the speaker, the time or the remark changes', () => {
    const moved = machine(1, 'Vi målade staketet', { speaker: 'other', from: 7, remark: 'tyst' });
    expect(quotable(one(transcribed([moved], checked)))).toBe(true);
  });

  it('is never an empty line', () => {
    expect(quotable(one(transcribed([said(1, '  ', { remark: 'tystnad' })])))).toBe(false);
  });

  it('is not decided by somebody who listened to other words on another tablet', () => {
    const here = merge(
      imported,
      stamp([machine(1, 'Ändrat här')], INTERVIEW, imported, IDA_ELSEWHERE, elsewhere),
    );
    expect(isUnchecked(one(merge(here, checked)))).toBe(true);
  });
});

it('reads on to the same state as from the beginning, and tells what did not change as the same', () => {
  const number = fc.integer({ min: 1, max: 4 });
  const fact: fc.Arbitrary<TranscriptFact> = fc.oneof(
    fc
      .tuple(number, fc.string(), fc.boolean())
      .map(([n, text, by]) => (by ? machine : said)(n, text)),
    number.map(slip),
  );
  fc.assert(
    fc.property(
      fc.array(fact, { maxLength: 12 }),
      fc.array(fact, { maxLength: 4 }),
      (first, more) => {
        const events = transcribed(first);
        const all = transcribed(more, events);
        const reading = readTranscript(events);
        const before = reading?.state();
        reading?.take(all.slice(events.length));
        expect(reading?.state()).toEqual(stateOf(all));
        const touched = new Set(
          more.map((each) => ('segment' in each.data ? each.data.segment : '')),
        );
        const now = new Set(reading?.state().segments);
        const same = before?.segments.filter(({ segment }) => !touched.has(segment)) ?? [];
        expect(same.filter((segment) => !now.has(segment))).toEqual([]);
      },
    ),
  );
});

it('shows the newest of two copies that did not know of each other, whichever is taken in first', () => {
  const events = transcribed([said(1, 'Hej')]);
  const mine = transcribed([said(1, 'Mitt')], events);
  const other = merge(
    events,
    stamp([said(1, 'Annat')], INTERVIEW, events, IDA_ELSEWHERE, elsewhere),
  );
  expect(texts(merge(mine, other))).toEqual(texts(merge(other, mine)));
});
