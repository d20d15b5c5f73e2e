import type { MemberId, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { GuideRef } from '../guide/model/guide.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  foldSignoff,
  signoffStreamOf,
  type SignoffFact,
  type SignoffState,
  type SignoffSummary,
} from './model/signoff.ts';

/** Why a sign-off, or its taking back, is not written. */
export type SigningProblem =
  | StoreProblem
  /** Nobody says of themselves that they are ready. */
  | { readonly type: 'ownSignoff' }
  | { readonly type: 'notSigned' };

/** What trainers have said about somebody; undefined before any has. */
export async function readSignoff(
  journal: Pick<Journal, 'open'>,
  trainee: MemberId,
  isTrainer: (member: MemberId) => boolean,
): Promise<SignoffState | undefined> {
  return foldSignoff((await journal.open(signoffStreamOf(trainee)))?.events ?? [], isTrainer);
}

/** Notes that `trainee` may hold interviews by `guide`; to be delivered as `signoff`. */
export async function signOff(
  journal: Pick<Journal, 'append' | 'open'>,
  me: MemberId,
  said: { readonly trainee: MemberId; readonly guide: GuideRef; readonly note: string },
): Promise<Result<StreamId, SigningProblem>> {
  const { trainee, guide, note } = said;
  const data = { trainee, guide: { id: guide.id, version: guide.version }, note: note.trim() };
  return write(journal, me, { type: 'SignedOff', version: 1, data });
}

/** Takes back what stands; the trainee reads `reason`. */
export async function takeBackSignoff(
  journal: Pick<Journal, 'append' | 'open'>,
  me: MemberId,
  said: { readonly trainee: MemberId; readonly reason: string },
): Promise<Result<StreamId, SigningProblem>> {
  const data = { trainee: said.trainee, reason: said.reason.trim() };
  return write(journal, me, { type: 'SignoffTakenBack', version: 1, data });
}

async function write(
  journal: Pick<Journal, 'append' | 'open'>,
  me: MemberId,
  fact: SignoffFact,
): Promise<Result<StreamId, SigningProblem>> {
  const { trainee } = fact.data;
  if (trainee === me) return err({ type: 'ownSignoff' });
  const stream = signoffStreamOf(trainee);
  const before = foldSignoff((await journal.open(stream))?.events ?? [])?.standing.length ?? 0;
  if (fact.type === 'SignoffTakenBack' && before === 0) return err({ type: 'notSigned' });
  const standing = fact.type === 'SignedOff' ? before + 1 : 0;
  const summary: SignoffSummary = { trainee, standing };
  const kept = await journal.append(stream, 'signoff', [fact], summary);
  return kept.ok ? ok(stream) : kept;
}
