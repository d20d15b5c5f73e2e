import type { QuestionId } from '../../base/ids.ts';
import { saysSomething } from './act.ts';
import type { Answer, InterviewFact } from './event.ts';
import { NO_ANSWER, type InterviewState } from './state.ts';

export const NO_TEXT: Answer = { text: '', verbatim: [], value: null };

/**
 * The facts in what stands in the field of a question; none when it says nothing new. An answer that is emptied does
 * not stay "answered"; that outcome, chosen for a question without words, does.
 */
export function settling(
  state: InterviewState,
  question: QuestionId,
  answer: Answer,
): InterviewFact[] {
  const known = state.questions.get(question) ?? NO_ANSWER;
  if (JSON.stringify(known.answer ?? NO_TEXT) === JSON.stringify(answer)) return [];
  const facts: InterviewFact[] = [
    { type: 'AnswerWritten', version: 1, data: { question, answer } },
  ];
  const emptied = saysSomething(known.answer) && !saysSomething(answer);
  if (emptied && known.outcome === 'answered') {
    facts.push({ type: 'QuestionEnded', version: 1, data: { question, outcome: null } });
  }
  return facts;
}
