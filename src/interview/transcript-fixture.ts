import { EventId } from '../base/ids.ts';
import { placesAfter } from './model/segment-place.ts';
import { SegmentId, type SegmentData, type TranscriptFact } from './model/transcript.ts';
import { foldTranscript, type Segment, type TranscriptState } from './model/transcript-state.ts';
import { INTERVIEW, written } from './fixture.ts';
import type { JournalEvent } from '../journal/model/event.ts';

/* An invented transcript, for the tests of this room and those that use it. */

/** The segment of a number from 1 to 15. */
export const seg = (number: number): SegmentId => SegmentId.parse(number.toString(16).repeat(32));
const PLACES = placesAfter(null, 15);

export const begun: TranscriptFact = {
  type: 'TranscriptBegun',
  version: 1,
  data: { interview: INTERVIEW, language: 'sv' },
};
export const said = (
  number: number,
  text: string,
  rest: Partial<SegmentData> = {},
): TranscriptFact => ({
  type: 'SegmentWritten',
  version: 1,
  data: {
    segment: seg(number),
    place: PLACES[number - 1] ?? 'z00000',
    speaker: number % 2 === 1 ? 'interviewer' : 'participant',
    from: null,
    to: null,
    clock: null,
    text,
    remark: '',
    source: 'typed',
    cutFrom: null,
    ...rest,
  },
});
export const machine = (number: number, text: string, rest: Partial<SegmentData> = {}) =>
  said(number, text, { source: 'imported', from: number * 1000, to: number * 1000 + 900, ...rest });
export const slip = (number: number): TranscriptFact => ({
  type: 'SegmentRemoved',
  version: 1,
  data: { segment: seg(number) },
});
/** Somebody has listened to the segment as it stands in these events. */
export const heard = (number: number, events: readonly JournalEvent[]): TranscriptFact => ({
  type: 'SegmentChecked',
  version: 1,
  data: {
    segment: seg(number),
    written: segmentIn(stateOf(events), number)?.event ?? EventId.parse('0'.repeat(32)),
  },
});

/** The events that these facts became, after those that are known. */
export const transcribed = (
  facts: readonly TranscriptFact[],
  known: readonly JournalEvent[] = [],
): JournalEvent[] => written(known.length === 0 ? [begun, ...facts] : facts, known);

export function stateOf(events: readonly JournalEvent[]): TranscriptState {
  const state = foldTranscript(events);
  if (!state) throw new Error('not a transcript');
  return state;
}

export const segmentIn = (state: TranscriptState, number: number): Segment | undefined =>
  [...state.segments, ...state.removed].find((each) => each.segment === seg(number));
