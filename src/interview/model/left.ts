import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/** What lay on the tablet beside an interview, by the parcel in which the office has it. */
const Beside = z.object({
  kind: z.enum(['interview', 'transcript', 'reply', 'review']),
  stream: StreamId,
});
export type Beside = z.infer<typeof Beside>;

/**
 * An approved interview has left the tablet it was held on (DESIGN section 12). What stays is this stream, without a
 * word of it; it never goes anywhere.
 */
export const LeftFact = z.discriminatedUnion('type', [
  fact('InterviewLeft', {
    interview: StreamId,
    code: z.string().check(z.maxLength(40)),
    revision: z.int().check(z.positive()),
    /** By the office's clock. */
    at: Millis,
    streams: z.array(Beside).check(z.maxLength(200)),
  }),
  /** The interviewer needs it again, for instance because the person takes something back. */
  fact('InterviewWanted', {}),
  fact('InterviewBack', {}),
]);
export type LeftFact = z.infer<typeof LeftFact>;

export const LeftSummary = z.object({
  interview: StreamId,
  code: z.string(),
  revision: z.int(),
  at: Millis,
  streams: z.array(Beside),
  state: z.enum(['gone', 'wanted', 'back']),
});
export type LeftSummary = z.infer<typeof LeftSummary>;

/** It follows from the interview's, so that leaving twice after a crash is leaving once. */
export const leftStreamOf = (interview: StreamId): StreamId =>
  StreamId.parse(sha256(`aterblick-left/1\n${interview}`).slice(0, 32));

/** The line after one more fact; undefined before anything has left. */
export function afterLeft(
  before: LeftSummary | undefined,
  fact: LeftFact,
): LeftSummary | undefined {
  switch (fact.type) {
    case 'InterviewLeft':
      return { ...fact.data, state: 'gone' };
    case 'InterviewWanted':
      return before && { ...before, state: before.state === 'gone' ? 'wanted' : before.state };
    case 'InterviewBack':
      return before && { ...before, state: 'back' };
  }
}

/** Undefined when nothing has left. @param events in reading order. */
export function foldLeft(events: readonly JournalEvent[]): LeftSummary | undefined {
  let state: LeftSummary | undefined;
  for (const { type, version, body } of events) {
    const fact = LeftFact.safeParse({ type, version, data: body?.data }).data;
    if (fact) state = afterLeft(state, fact);
  }
  return state;
}
