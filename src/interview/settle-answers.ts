import { ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { settleAllOwnWords } from './read-back.ts';
import type { InterviewSession } from './session.ts';
import { settleTimeline } from './timeline.ts';

/** Settles every answer, own word and placement that is still a draft, as after a crash: what is only a draft is in no parcel. */
export async function settleAnswers(
  session: InterviewSession,
): Promise<Result<'settled', StoreProblem>> {
  for (const { id } of session.guide.sections.flatMap((section) => section.questions)) {
    if (session.draftOf(id) === undefined) continue;
    const kept = await session.settle(id);
    if (!kept.ok) return kept;
  }
  const own = await settleAllOwnWords(session);
  if (!own.ok) return own;
  const timeline = await settleTimeline(session);
  return timeline.ok ? ok('settled') : timeline;
}
