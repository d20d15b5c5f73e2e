import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { MemberId, StreamId, type Millis } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

const Note = z.string().check(z.maxLength(4000));

/**
 * A trainer's word that somebody may hold interviews by a version of a guide. That it comes from a trainer, and from
 * the one whose word it is, is checked where its parcel is opened (MAY_SEND in sync/model/recipients, mayBring in
 * sync/model/sender); nobody signs for themselves.
 */
export const SignoffFact = z.discriminatedUnion('type', [
  fact('SignedOff', { trainee: MemberId, guide: GuideRef, note: Note }),
  fact('SignoffTakenBack', { trainee: MemberId, reason: Note }),
]);
export type SignoffFact = z.infer<typeof SignoffFact>;

/** One stream a trainee, in which every trainer writes. */
export const signoffStreamOf = (trainee: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-signoff/1\n${trainee}`).slice(0, 32));

export interface Signoff {
  readonly trainee: MemberId;
  readonly guide: GuideRef;
  readonly note: string;
  readonly by: MemberId;
  readonly at: Millis;
}

export interface SignoffState {
  readonly trainee: MemberId;
  /** Those that stand, oldest first; one that is taken back takes all before it with it. */
  readonly standing: readonly Signoff[];
  readonly takenBack: {
    readonly by: MemberId;
    readonly at: Millis;
    readonly reason: string;
  } | null;
}

/**
 * Undefined when the events, in reading order, are no trainee's sign-off.
 * @param isTrainer who is heard: who is, or when they left was, a trainer. A trainer who left has signed all the same.
 */
export function foldSignoff(
  events: readonly JournalEvent[],
  isTrainer: (member: MemberId) => boolean = () => true,
): SignoffState | undefined {
  let state: SignoffState | undefined;
  for (const { type, version, body, author, at, stream } of events) {
    const now = SignoffFact.safeParse({ type, version, data: body?.data }).data;
    if (!now || stream !== signoffStreamOf(now.data.trainee)) continue;
    const { trainee } = now.data;
    state ??= { trainee, standing: [], takenBack: null };
    if (author === trainee || !isTrainer(author)) continue;
    state =
      now.type === 'SignedOff'
        ? {
            trainee,
            standing: [...state.standing, { ...now.data, by: author, at }],
            takenBack: null,
          }
        : { trainee, standing: [], takenBack: { by: author, at, reason: now.data.reason } };
  }
  return state;
}

export const SignoffSummary = z.object({ trainee: MemberId, standing: z.int() });
export type SignoffSummary = z.infer<typeof SignoffSummary>;

export function summariseSignoff(events: readonly JournalEvent[]): SignoffSummary | undefined {
  const state = foldSignoff(events);
  return state && { trainee: state.trainee, standing: state.standing.length };
}
