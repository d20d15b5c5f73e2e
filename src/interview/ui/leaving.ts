import type { QuestionId } from '../../base/ids.ts';
import { saysSomething } from '../model/act.ts';
import { datesKey, unclearDates } from '../model/dates.ts';
import type { InterviewFact, Outcome } from '../model/event.ts';
import { NO_ANSWER } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';

/* Where a talk stands, and what leaving a question says about it. */

/** Where the interviewer was; else the first question without an outcome. */
export function startingPlace(session: InterviewSession): QuestionId {
  const { state, route } = session.snapshot();
  const open = route.order.find((question) => !state.questions.get(question)?.outcome);
  const place = session.position()?.question ?? open ?? route.order[0];
  if (!place) throw new Error('a track without questions');
  return place;
}

/** The question that was skipped last, and how it had ended before. */
export interface Skipped {
  readonly question: QuestionId;
  readonly before: Outcome | null;
}

export const ended = (question: QuestionId, outcome: Outcome | null): InterviewFact => ({
  type: 'QuestionEnded',
  version: 1,
  data: { question, outcome },
});

/** A question with an answer that makes sense ends as answered, unless an outcome was chosen already. */
export function endedByWriting(session: InterviewSession, question: QuestionId): InterviewFact[] {
  const known = session.snapshot().state.questions.get(question) ?? NO_ANSWER;
  const clear = !unclearDates(session.draftOf(datesKey(question)));
  const written = clear && saysSomething(session.answer(question));
  return written && known.outcome === null ? [ended(question, 'answered')] : [];
}
