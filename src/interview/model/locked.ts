import type { QuestionId } from '../../base/ids.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import type { AnyInterviewFact } from './side-facts.ts';
import type { InterviewState } from './state.ts';

/** True while a return has opened the record for other questions than this one. */
export function isLocked(state: InterviewState, question: QuestionId): boolean {
  const open = state.reopened?.questions ?? 'all';
  return state.status === 'reopened' && open !== 'all' && !open.has(question);
}

/** True while a return has opened no more than some places of the record. */
export const isPartlyLocked = (state: InterviewState): boolean =>
  state.status === 'reopened' && (state.reopened?.questions ?? 'all') !== 'all';

/** What belongs to the record and to no single question. What the participant takes back is never locked. */
const WHOLE_RECORD: ReadonlySet<string> = new Set<AnyInterviewFact['type']>([
  'TrackChanged',
  'PlacementTold',
  'CircumstancesNoted',
  'SectionReadBack',
  'ClosingChecked',
  'TonightPlanned',
]);
const OF_A_QUESTION: ReadonlySet<string> = new Set<AnyInterviewFact['type']>([
  'AnswerWritten',
  'QuestionEnded',
  'OwnWordsWritten',
]);

/** True for a fact that a returned interview does not take now. */
export function isLockedFact(state: InterviewState, { type, data }: NewEvent): boolean {
  if (!isPartlyLocked(state)) return false;
  if (WHOLE_RECORD.has(type)) return true;
  if (!OF_A_QUESTION.has(type) || typeof data !== 'object' || data === null) return false;
  const open = state.reopened?.questions;
  const named = 'question' in data ? data.question : undefined;
  return open instanceof Set && ![...open].some((question) => question === named);
}
