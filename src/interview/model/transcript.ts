import * as z from 'zod/mini';
import { Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from './fact.ts';

export const SegmentId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'SegmentId'>();
export type SegmentId = z.infer<typeof SegmentId>;

const Ms = z.nullable(z.int().check(z.nonnegative()));

/** A transcript in a stream of its own, segment by segment; the newest version of a segment counts. */
export const TranscriptFact = z.discriminatedUnion('type', [
  fact('TranscriptBegun', { interview: StreamId, language: z.enum(['sv', 'en']) }),
  fact('SegmentWritten', {
    segment: SegmentId,
    /** Where it stands among the others; between two neighbours there is always room for one more. */
    place: z.number(),
    speaker: z.enum(['interviewer', 'participant', 'interpreter', 'other']),
    /** Milliseconds into the recording; null when there is none or nobody knows. */
    from: Ms,
    to: Ms,
    text: Words,
    /** Interpretation and circumstances ("skrattar"), apart from what was said. */
    remark: Words,
    source: z.enum(['typed', 'imported']),
  }),
  /** Somebody has listened to it. A later change of the text makes it unchecked again when it was imported. */
  fact('SegmentChecked', { segment: SegmentId }),
  fact('SegmentRemoved', { segment: SegmentId }),
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
