import type { QuestionId } from '../../base/ids.ts';
import type { Route } from '../../guide/model/route.ts';
import { outcomeOf } from './act.ts';
import type { InterviewState } from './state.ts';

/**
 * A light question (sensitivity 1) beyond the gate, to go to when something became heavy: one that is still open before
 * one that is done, and the closing section last. Undefined where the track has none.
 */
export function lighterQuestion(
  route: Route,
  state: InterviewState,
  here: QuestionId,
): QuestionId | undefined {
  const light = route.order
    .slice(route.order.indexOf(route.gate) + 1)
    .filter((id) => id !== here && route.find(id)?.question.sensitivity === 1);
  const open = light.filter((id) => outcomeOf(state, id) === null);
  const isClosing = (id: QuestionId) => route.find(id)?.sectionNumber === route.sections.length;
  return open.find((id) => !isClosing(id)) ?? open[0] ?? light[0];
}

/** Where the last section begins: one ends lighter than one began (domain.md section 2.2). */
export const closingQuestion = (route: Route): QuestionId | undefined =>
  route.sections.at(-1)?.questions[0]?.id;
