import * as z from 'zod/mini';
import { MemberId, Millis, StreamId, type EventId } from '../../base/ids.ts';
import { RETRACTED, type JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';

/** A report of concern (SoL 19 kap. 1 §) or of misconduct in one's own service (SoL 27 kap. 2 §, lex Sarah). */
export const ConcernKind = z.enum(['concern', 'misconduct']);
export type ConcernKind = z.infer<typeof ConcernKind>;

/** What a report needs, in the order in which it is written and read. No field asks for an identity number. */
export const CONCERN_FIELDS = ['said', 'child', 'place', 'told', 'observed'] as const;
export type ConcernField = (typeof CONCERN_FIELDS)[number];

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
  fact('ConcernWritten', { field: z.enum(CONCERN_FIELDS), text: Words }),
  /** To whom, in what way and when, in the interviewer's words. */
  fact('ConcernHandedOver', { to: Words, way: Words, when: Words }),
  /** Begun by mistake. All it said is erased with it, also which interview it came from; when and which kind stays. */
  fact('ConcernRemoved', { kind: ConcernKind }),
]);
export type ConcernFact = z.infer<typeof ConcernFact>;

/** What lists show of it. */
export const ConcernSummary = z.object({
  kind: ConcernKind,
  author: MemberId,
  interview: z.nullable(StreamId),
  code: z.nullable(z.string()),
  begunAt: Millis,
  /** Null until it is handed over, and again when something is added that nobody has been handed. */
  handedOverAt: z.nullable(Millis),
  /** Set when it was removed as begun by mistake. */
  removedAt: z.optional(Millis),
});
export type ConcernSummary = z.infer<typeof ConcernSummary>;

/** One field as it stands, and every moment at which it was written. */
export interface ConcernText {
  readonly text: string;
  readonly times: readonly Millis[];
}

export interface HandOver {
  readonly to: string;
  readonly way: string;
  readonly when: string;
  /** When it was noted here; `when` is what the interviewer says. */
  readonly at: Millis;
}

export interface ConcernState extends ConcernSummary {
  readonly fields: ReadonlyMap<ConcernField, ConcernText>;
  readonly handOvers: readonly HandOver[];
  readonly changedAt: Millis;
  /** Events of a later version of the app. */
  readonly unknown: number;
}

/** Undefined when the events, in reading order, do not begin one. */
export function foldConcern(events: readonly JournalEvent[]): ConcernState | undefined {
  const [first, ...rest] = events;
  const begun = first && (removedOf(events) ?? parsed(first));
  if (!first || begun?.type !== 'ConcernBegun') return undefined;
  let removedAt: Millis | undefined;
  const fields = new Map<ConcernField, ConcernText>();
  const handOvers: HandOver[] = [];
  let handedOverAt: Millis | null = null;
  let unknown = 0;
  for (const event of rest) {
    if (event.type === RETRACTED || event.body === null) continue;
    const fact = parsed(event);
    if (fact?.type === 'ConcernRemoved') removedAt ??= event.at;
    else if (fact?.type === 'ConcernWritten') {
      const { field, text } = fact.data;
      fields.set(field, { text, times: [...(fields.get(field)?.times ?? []), event.at] });
      handedOverAt = null;
    } else if (fact?.type === 'ConcernHandedOver') {
      handOvers.push({ ...fact.data, at: event.at });
      handedOverAt = event.at;
    } else unknown += 1;
  }
  return {
    ...begun.data,
    author: first.author,
    begunAt: first.at,
    fields,
    handOvers,
    handedOverAt,
    ...(removedAt !== undefined && { removedAt }),
    changedAt: events.at(-1)?.at ?? first.at,
    unknown,
  };
}

/** Undefined when the events, in reading order, do not begin one. */
export function summariseConcern(events: readonly JournalEvent[]): ConcernSummary | undefined {
  const state = foldConcern(events);
  if (!state) return undefined;
  const { kind, author, interview, code, begunAt, handedOverAt, removedAt } = state;
  const summary = { kind, author, interview, code, begunAt, handedOverAt };
  return removedAt === undefined ? summary : { ...summary, removedAt };
}

/** Only as long as nobody was handed anything of it: what somebody acts on has a record. */
export const mayBeRemoved = ({ handOvers, removedAt }: ConcernState): boolean =>
  handOvers.length === 0 && removedAt === undefined;

/** Everything that says something of a draft. */
export const allOf = (events: readonly JournalEvent[]): EventId[] =>
  events.flatMap(({ id, type, body }) => (type === RETRACTED || body === null ? [] : [id]));

/** The beginning of one that was removed, whose own words of it are erased. */
function removedOf(events: readonly JournalEvent[]): ConcernFact | undefined {
  if (events[0]?.type !== 'ConcernBegun' || events[0].body !== null) return undefined;
  const removed = events.map(parsed).find((each) => each?.type === 'ConcernRemoved');
  return (
    removed && {
      type: 'ConcernBegun',
      version: 1,
      data: { ...removed.data, interview: null, code: null },
    }
  );
}

const parsed = (event: JournalEvent): ConcernFact | undefined =>
  ConcernFact.safeParse({ type: event.type, version: event.version, data: event.body?.data }).data;
