import * as z from 'zod/mini';
import { MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { inOrder } from '../../journal/model/merge.ts';
import { fact } from '../../journal/model/fact.ts';
import { ANSWERS, NOT_ASKED_REASONS } from './participant.ts';
import { PLACES_OF_YEAR, REASONS_OF_YEAR, TURNS } from './year-places.ts';

/*
 * Somebody is removed from the register (docs/decisions/0024). Two streams say so, each no more than its readers need:
 * one, to everyone, names the random id whose words are to be erased; the other, to the supervisors, is the line that
 * the register keeps instead of the entry. Their ids are random: an interviewer knows the id of whoever they were given,
 * and could put something in the way of one that follows from it.
 */

/** A class, never a story. */
export const REMOVAL_REASONS = ['asked', 'moved', 'mistake', 'other'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** Where somebody stood in one wave when they were removed; what was open is closed with it (past.ts). */
export const PastWave = z.object({
  wave: z.int().check(z.positive(), z.maximum(50)),
  standing: z.enum(['notAsked', ...ANSWERS]),
  /** With `notAsked` alone. */
  reason: z.nullable(z.enum(NOT_ASKED_REASONS)),
  held: z.boolean(),
});
export type PastWave = z.infer<typeof PastWave>;

/** Where somebody was counted in one year. */
export const PastYear = z.object({
  year: z.int().check(z.minimum(1900), z.maximum(2200)),
  turn: z.enum(TURNS),
  place: z.enum(PLACES_OF_YEAR),
  /** With `notAsked` alone. */
  reason: z.nullable(z.enum(REASONS_OF_YEAR)),
});
export type PastYear = z.infer<typeof PastYear>;

/** The numbers that somebody leaves behind: neither a name nor a day, nothing that tells one person from another. */
export const Past = z.object({
  waves: z.array(PastWave).check(z.maxLength(50)),
  years: z.array(PastYear).check(z.maxLength(1000)),
});
export type Past = z.infer<typeof Past>;

/** What the register keeps of an entry that is gone. */
export const RemovalFact = z.discriminatedUnion('type', [
  fact('PersonRemoved', {
    participant: StreamId,
    /** Kept, so that nobody else is ever given it: an interview may still lie under it. */
    code: z.string().check(z.minLength(1), z.maxLength(40)),
    why: z.enum(REMOVAL_REASONS),
    /** Where the retention decision is found; empty when none was named. */
    decision: z.string().check(z.maxLength(80)),
    past: Past,
  }),
]);
export type RemovalFact = z.infer<typeof RemovalFact>;

/** To everyone who may hold words about the person: the register's entry, and what was copied from it to be given. */
export const EntryErasedFact = z.discriminatedUnion('type', [
  fact('EntryErased', { participant: StreamId }),
]);
export type EntryErasedFact = z.infer<typeof EntryErasedFact>;

/** What lists know of a line that is kept instead of an entry. */
export const RemovalSummary = z.object({
  participant: StreamId,
  code: z.string(),
  why: z.enum(REMOVAL_REASONS),
  decision: z.string(),
  past: Past,
  by: MemberId,
  at: Millis,
});
export type RemovalSummary = z.infer<typeof RemovalSummary>;

export const EntryErasedSummary = z.object({ participant: StreamId, by: MemberId, at: Millis });
export type EntryErasedSummary = z.infer<typeof EntryErasedSummary>;

const plain = ({ type, version, body }: JournalEvent) => ({ type, version, data: body?.data });

/** Undefined when the events do not say that somebody was removed; of several the last counts. */
export function summariseRemoval(events: readonly JournalEvent[]): RemovalSummary | undefined {
  for (const event of events.toSorted(inOrder).toReversed()) {
    const { data } = RemovalFact.safeParse(plain(event));
    if (data) return { ...data.data, by: event.author, at: event.at };
  }
  return undefined;
}

/** Undefined when the events erase no entry. */
export function summariseEntryErased(
  events: readonly JournalEvent[],
): EntryErasedSummary | undefined {
  for (const event of events) {
    const { data } = EntryErasedFact.safeParse(plain(event));
    if (data) return { ...data.data, by: event.author, at: event.at };
  }
  return undefined;
}
