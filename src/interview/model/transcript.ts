import * as z from 'zod/mini';
import { EventId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';
import { Place } from './segment-place.ts';

export const SegmentId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'SegmentId'>();
export type SegmentId = z.infer<typeof SegmentId>;

export const Speaker = z.enum(['interviewer', 'participant', 'interpreter', 'other']);
export type Speaker = z.infer<typeof Speaker>;

const Ms = z.nullable(z.int().check(z.nonnegative()));

/** What a segment is, as somebody wrote it at one time. */
export const SegmentData = z.object({
  segment: SegmentId,
  place: Place,
  speaker: Speaker,
  /** Milliseconds into the recording; null when there is none or nobody knows. */
  from: Ms,
  to: Ms,
  /** The hour as the clock showed it, `14:05`, where there is no recording to count from. */
  clock: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** Word for word. */
  text: Words,
  /** Interpretation and circumstances ("skrattar"), apart from what was said. */
  remark: Words,
  source: z.enum(['typed', 'imported']),
  /** The segment whose text this one was cut from: taking back one must reach what the other once held. */
  cutFrom: z.nullable(SegmentId),
});
export type SegmentData = z.infer<typeof SegmentData>;

/** A transcript in a stream of its own, segment by segment; the newest version of a segment counts. */
export const TranscriptFact = z.discriminatedUnion('type', [
  fact('TranscriptBegun', { interview: StreamId, language: z.enum(['sv', 'en']) }),
  fact('SegmentWritten', SegmentData.shape),
  /** Somebody has listened to it as it stood in the event named; other words are not checked by this. */
  fact('SegmentChecked', { segment: SegmentId, written: EventId }),
  /** A slip of the one who types: it can be brought back. */
  fact('SegmentRemoved', { segment: SegmentId }),
  /** On the participant's wish: its words are erased, and only that something stood here remains. */
  fact('SegmentTakenBack', { segment: SegmentId, place: Place }),
]);
export type TranscriptFact = z.infer<typeof TranscriptFact>;

/** What lists show of it. */
export const TranscriptSummary = z.object({
  interview: StreamId,
  begunAt: Millis,
});
export type TranscriptSummary = z.infer<typeof TranscriptSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function summariseTranscript(
  events: readonly JournalEvent[],
): TranscriptSummary | undefined {
  const [first] = events;
  const begun = first && TranscriptFact.safeParse({ ...first, data: first.body?.data }).data;
  if (!first || begun?.type !== 'TranscriptBegun') return undefined;
  return { interview: begun.data.interview, begunAt: first.at };
}
