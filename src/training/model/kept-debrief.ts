import * as z from 'zod/mini';
import { MemberId, type Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';
import { WordlessDebrief } from './debrief.ts';

/**
 * The debrief of a practice run that the trainee keeps: a stream of its own, so that they send one and not the others.
 * It is all that is left of the run, which was in memory, and has no word that the trainee put in their own way.
 */
export const DebriefFact = z.discriminatedUnion('type', [
  fact('DebriefKept', { debrief: WordlessDebrief }),
  /** An answer to one of the three questions to reflect on; the last one counts. */
  fact('ReflectionAdded', {
    question: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    text: Words,
  }),
]);
export type DebriefFact = z.infer<typeof DebriefFact>;

export interface KeptDebrief {
  readonly by: MemberId;
  readonly at: Millis;
  readonly debrief: WordlessDebrief;
  readonly reflections: ReadonlyMap<0 | 1 | 2, string>;
}

/** Undefined when the events, in reading order, do not begin with a debrief. Only the one who kept it is heard. */
export function foldDebrief(events: readonly JournalEvent[]): KeptDebrief | undefined {
  const [first, ...rest] = events;
  const kept = first && parsed(first);
  if (!first || kept?.type !== 'DebriefKept') return undefined;
  const reflections = new Map<0 | 1 | 2, string>();
  for (const event of rest) {
    const now = event.author === first.author ? parsed(event) : undefined;
    if (now?.type === 'ReflectionAdded') reflections.set(now.data.question, now.data.text);
  }
  return { by: first.author, at: first.at, debrief: kept.data.debrief, reflections };
}

/** What of a debrief went along when it was sealed. */
export interface SentPart {
  /** How many of the three questions had an answer then. */
  readonly answers: number;
  /** Something has been written since, and has gone to nobody. */
  readonly isOlder: boolean;
}

/** @param sealedAt when its parcel was sealed, by the clock of the device that wrote the events. */
export function sentPart(events: readonly JournalEvent[], sealedAt: Millis): SentPart | undefined {
  const then = foldDebrief(events.filter(({ at }) => at <= sealedAt));
  if (!then) return undefined;
  const first = then.debrief.reflections;
  const answers = ([0, 1, 2] as const).filter(
    (question) => (then.reflections.get(question) ?? first[question]) !== '',
  );
  return { answers: answers.length, isOlder: events.some(({ at }) => at > sealedAt) };
}

export const DebriefSummary = z.object({ by: MemberId });
export type DebriefSummary = z.infer<typeof DebriefSummary>;

export function summariseDebrief(events: readonly JournalEvent[]): DebriefSummary | undefined {
  const kept = foldDebrief(events);
  return kept && { by: kept.by };
}

const parsed = ({ type, version, body }: JournalEvent): DebriefFact | undefined =>
  DebriefFact.safeParse({ type, version, data: body?.data }).data;
