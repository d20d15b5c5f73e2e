import { dataOf, emptyAfter, restoringSegment, writing } from './transcript-acts.ts';
import type { SegmentData, SegmentId, Speaker, TranscriptFact } from './transcript.ts';
import { isUnchecked, type Segment, type TranscriptState } from './transcript-state.ts';

/*
 * What writing comes to, segment by segment: facts decided on the state as it stands when their turn comes. Each is
 * empty when there is nothing to say.
 */

export const segmentOf = (state: TranscriptState, id: SegmentId): Segment | undefined =>
  state.segments.find((each) => each.segment === id);

/** A new version with these changes. */
export function changing(
  state: TranscriptState,
  id: SegmentId,
  given: Partial<SegmentData>,
): TranscriptFact[] {
  const segment = segmentOf(state, id);
  if (!segment) return [];
  const before = dataOf(segment);
  const after = { ...before, ...given };
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [writing(after)];
}

/** A time that a person typed; where it ended is not known any more. */
export const timing = (
  state: TranscriptState,
  id: SegmentId,
  from: number | null,
): TranscriptFact[] =>
  segmentOf(state, id)?.from === from ? [] : changing(state, id, { from, to: null });

/** The next segment after one that ends with it, in words that were typed and in time. */
export function goingOn(
  state: TranscriptState,
  after: SegmentId | null,
  next: SegmentId,
  given: {
    readonly typed: Partial<SegmentData>;
    readonly at: number | null;
    readonly speaker?: Speaker | undefined;
  },
): TranscriptFact[] {
  const { typed, at, speaker } = given;
  const before = after === null ? undefined : segmentOf(state, after);
  const begins = before?.from ?? null;
  const ends = at !== null && begins !== null && before?.to === null && at > begins;
  const ended = before
    ? changing(state, before.segment, { ...typed, ...(ends && { to: at }) })
    : [];
  const data = emptyAfter(state, after, next, { from: at, ...(speaker && { speaker }) });
  return [...ended, writing(data)];
}

/** Somebody has listened to it as it stands. */
export function checking(state: TranscriptState, id: SegmentId): TranscriptFact[] {
  const segment = segmentOf(state, id);
  if (!segment || !isUnchecked(segment)) return [];
  const data = { segment: id, written: segment.event };
  return [{ type: 'SegmentChecked', version: 1, data }];
}

/** A slip, with the words that were typed in it last: it can be brought back. */
export function removing(
  state: TranscriptState,
  id: SegmentId,
  typed: Partial<SegmentData>,
): TranscriptFact[] {
  if (!segmentOf(state, id)) return [];
  return [
    ...changing(state, id, typed),
    { type: 'SegmentRemoved', version: 1, data: { segment: id } },
  ];
}

/** An older version, or one that was removed, comes back as a new one; never one that was taken back. */
export function restoring(state: TranscriptState, older: SegmentData): TranscriptFact[] {
  if (state.takenBack.some(({ segment }) => segment === older.segment)) return [];
  const shown = segmentOf(state, older.segment);
  return shown ? restoringSegment(shown, older) : [writing(older)];
}
