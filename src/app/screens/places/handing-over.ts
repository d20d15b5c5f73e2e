import type { MemberId } from '../../../base/ids.ts';
import { continuedStreamOf } from '../../../interview/model/handover.ts';
import { writeAssignment, type ListedAssignment } from '../../../people/assignments.ts';
import type { AssignmentFact, HandoverReason } from '../../../people/model/assignment.ts';
import type { HandOverProblem } from '../../../people/ui/HandOverDialog.tsx';
import type { Desk, LineProblem } from '../../port.ts';

/**
 * Passes an assignment on. With a recovery key, the last copy of the half-done interview is opened first and sent to
 * the one who takes over; if that fails, nothing is passed on.
 */
export async function handOver(
  desk: Pick<Desk, 'deliver' | 'handOverDrafts' | 'journal' | 'me'>,
  { stream, to: from, interview }: ListedAssignment,
  choice: {
    readonly to: MemberId;
    readonly why: HandoverReason;
    readonly recovery: string | null;
  },
): Promise<HandOverProblem | null> {
  const { to, why, recovery } = choice;
  const facts: AssignmentFact[] = [{ type: 'AssignmentHandedOver', version: 1, data: { to, why } }];
  if (recovery && interview) {
    const handed = await desk.handOverDrafts({ from, to, recovery, interview });
    if (!handed.ok) return handOverProblem(handed.error);
    // It goes on under a number that follows from the old one, so that everyone knows it before it is there.
    const begun = { interview: continuedStreamOf(interview, to) };
    facts.push({ type: 'AssignmentBegun', version: 1, data: begun });
  }
  for (const fact of facts) {
    const kept = await writeAssignment(desk.journal, stream, fact, desk.me.member);
    if (!kept.ok) return 'store';
  }
  await desk.deliver('assignment', stream);
  return null;
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
