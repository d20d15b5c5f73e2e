import type { QuestionId } from '../../base/ids.ts';
import type { ConcernKind } from '../model/concern.ts';
import { beginConcern, openConcernOf } from '../concern.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/**
 * From the talk to a draft for a report: the one that waits, or a new one. What was being written settles first, and
 * that a draft was begun is told at once (SoL 19 kap. 1 §). @returns false when it could not be kept.
 */
export async function goToConcern(
  session: InterviewSession,
  ports: InterviewPorts,
  kind: ConcernKind,
  question: QuestionId | null,
): Promise<boolean> {
  if (question) await session.settle(question);
  const waiting = await openConcernOf(ports.journal, session.stream, kind);
  if (waiting) {
    ports.onConcern(waiting);
    return true;
  }
  const { code } = session.snapshot().state;
  const begun = await beginConcern(
    ports.journal,
    { kind, interview: session.stream, code },
    { author: ports.interviewer, random: ports.deps.random, now: ports.deps.clock.now() },
  );
  if (!begun.ok) return false;
  // Its screen must not wait for the sealing.
  void ports.deliver('concern', begun.value);
  ports.onConcern(begun.value);
  return true;
}
