import type { EventId, QuestionId } from '../../base/ids.ts';
import { RETRACTED, type JournalEvent, type NewEvent } from '../../journal/model/event.ts';

/** Facts that erase every version of the answers to these questions; none when nothing was written. */
export function takingBack(
  events: readonly JournalEvent[],
  questions: readonly QuestionId[],
): NewEvent[] {
  const named = wordsOf(events, questions);
  if (named.length === 0) return [];
  const marks = questions.map((question) => ({
    type: 'AnswerTakenBack',
    version: 1,
    data: { question },
  }));
  return [...erasing(named), ...marks];
}

/** The fact that erases what these events said; none when there are none to name. */
export const erasing = (events: readonly EventId[]): NewEvent[] =>
  events.length === 0 ? [] : [{ type: RETRACTED, version: 1, data: { events } }];

/** Where what the person types beside an answer waits until it is a fact. */
export const ownWordsKey = (question: QuestionId): string => `own.${question}`;

/** What was said to a question, by the interviewer's hand or the person's own. */
const WORDS_OF_A_QUESTION: readonly string[] = ['AnswerWritten', 'OwnWordsWritten', 'CardNoted'];

/** The events that hold what was said to these questions; `types` picks some of them. */
export function wordsOf(
  events: readonly JournalEvent[],
  questions: readonly QuestionId[],
  types: readonly string[] = WORDS_OF_A_QUESTION,
): EventId[] {
  const wanted = new Set<unknown>(questions);
  return events.flatMap((event) => {
    const data = event.body?.data;
    const names =
      types.includes(event.type) &&
      typeof data === 'object' &&
      data !== null &&
      'question' in data &&
      wanted.has(data.question);
    return names ? [event.id] : [];
  });
}
