import * as z from 'zod/mini';
import { Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from './fact.ts';

/** A report of concern (SoL 19 kap. 1 §) or of misconduct in one's own service (SoL 27 kap. 2 §, lex Sarah). */
export const ConcernKind = z.enum(['concern', 'misconduct']);
export type ConcernKind = z.infer<typeof ConcernKind>;

/**
 * A draft for a report, in a stream of its own: kept and packed apart from the interview and never erased with it.
 */
export const ConcernFact = z.discriminatedUnion('type', [
  /** `interview` and `code` say where it came from; null when it was begun outside an interview. */
  fact('ConcernBegun', {
    kind: ConcernKind,
    interview: z.nullable(StreamId),
    code: z.nullable(z.string()),
  }),
  fact('ConcernWritten', { field: z.string(), text: Words }),
  /** To whom, in what way and when, in the interviewer's words. */
  fact('ConcernHandedOver', { to: Words, way: Words, when: Words }),
]);
export type ConcernFact = z.infer<typeof ConcernFact>;

/** What lists show of it. */
export const ConcernSummary = z.object({
  kind: ConcernKind,
  interview: z.nullable(StreamId),
  code: z.nullable(z.string()),
  begunAt: Millis,
  /** Null until it is handed over. */
  handedOverAt: z.nullable(Millis),
});
export type ConcernSummary = z.infer<typeof ConcernSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function summariseConcern(events: readonly JournalEvent[]): ConcernSummary | undefined {
  const [first] = events;
  const begun = first && ConcernFact.safeParse({ ...first, data: first.body?.data }).data;
  if (!first || begun?.type !== 'ConcernBegun') return undefined;
  return {
    kind: begun.data.kind,
    interview: begun.data.interview,
    code: begun.data.code,
    begunAt: first.at,
    handedOverAt: events.findLast((event) => event.type === 'ConcernHandedOver')?.at ?? null,
  };
}
