import type { Random } from '../../../base/deps.ts';
import type { MemberId, StreamId } from '../../../base/ids.ts';
import { continuedStreamOf } from '../../../interview/model/continued.ts';
import { writeAssignment, type ListedAssignment } from '../../../people/assignments.ts';
import type { AssignmentFact, HandoverReason } from '../../../people/model/assignment.ts';
import type { HandOverProblem } from '../../../people/ui/HandOverDialog.tsx';
import type { DraftsAnswer } from '../../../people/ui/LostDrafts.tsx';
import type { Desk, LineProblem } from '../../port.ts';
import { lendable, lendLastTalk } from './lending.ts';

/**
 * Passes an assignment on. With a recovery key, the last copy of the half-done interview is opened first and sent to
 * the one who takes over; if that fails, nothing is passed on.
 */
export async function handOver(
  desk: Pick<Desk, 'deliver' | 'guide' | 'handOverDrafts' | 'journal' | 'me'>,
  { stream, to: from, interview, lastTalk }: ListedAssignment,
  choice: {
    readonly to: MemberId;
    readonly why: HandoverReason;
    readonly recovery: string | null;
  },
  random: Random,
): Promise<HandOverProblem | null> {
  const { to, why, recovery } = choice;
  if (recovery && interview) {
    const handed = await desk.handOverDrafts({ from, to, recovery, interview });
    if (!handed.ok) return handOverProblem(handed.error);
  }
  const kept = await passOn(desk, stream, to, why, recovery ? interview : null);
  if (!kept) return 'store';
  // A talk that is half done is not prepared again.
  const allowed = lastTalk && !(recovery && interview) ? lastTalk.interview : null;
  const talk = await lendable(desk, allowed);
  if (talk) await lendLastTalk(desk, { assignment: stream, to, talk }, random);
  return null;
}

/**
 * Opens every half-done interview of a blocked tablet and sends it to one colleague. An assignment that one of them
 * was begun from goes along; the others stay to be handed over one by one.
 */
export async function handOverAll(
  desk: Pick<Desk, 'deliver' | 'handOverDrafts' | 'journal' | 'me'>,
  assignments: readonly ListedAssignment[],
  choice: { readonly from: MemberId; readonly to: MemberId; readonly recovery: string },
): Promise<DraftsAnswer> {
  const { from, to } = choice;
  const handed = await desk.handOverDrafts({ ...choice, interview: null });
  if (!handed.ok) return { type: 'failed', problem: handOverProblem(handed.error) };
  for (const { stream, brief, interview, to: holder, ended } of assignments) {
    if (!interview || holder !== from || ended !== null || !handed.value.includes(brief.code)) {
      continue;
    }
    const kept = await passOn(desk, stream, to, 'lostTablet', interview);
    if (!kept) return { type: 'failed', problem: 'store' };
  }
  return { type: 'sent', codes: handed.value };
}

/**
 * Writes that an assignment has another holder, who goes on with `interview` where it is known. It goes on under a
 * number that follows from the old one, so that everyone knows it before it is there.
 */
async function passOn(
  desk: Pick<Desk, 'deliver' | 'journal' | 'me'>,
  stream: StreamId,
  to: MemberId,
  why: HandoverReason,
  interview: StreamId | null,
): Promise<boolean> {
  const facts: AssignmentFact[] = [{ type: 'AssignmentHandedOver', version: 1, data: { to, why } }];
  if (interview) {
    const begun = { interview: continuedStreamOf(interview, to) };
    facts.push({ type: 'AssignmentBegun', version: 1, data: begun });
  }
  for (const fact of facts) {
    const kept = await writeAssignment(desk.journal, stream, fact, desk.me.member);
    if (!kept.ok) return false;
  }
  await desk.deliver('assignment', stream);
  return true;
}

/** What the dialog says of a problem that came from the worker. */
export function handOverProblem({ type }: LineProblem): HandOverProblem {
  switch (type) {
    case 'notForMe':
    case 'badRecovery':
      return 'recovery';
    case 'noDraft':
      return 'noDraft';
    case 'unreachable':
    case 'strangeAnswer':
    case 'api':
      return 'line';
    default:
      return 'store';
  }
}
