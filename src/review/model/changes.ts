import type { EventId, QuestionId } from '../../base/ids.ts';
import { InterviewFact } from '../../interview/model/event.ts';
import { foldInterview, type InterviewState } from '../../interview/model/state.ts';
import { ReadBackFact } from '../../interview/model/read-back.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import type { CommentAnswer } from './reply.ts';
import type { ReviewComment, ReviewState } from './state.ts';

export interface Changes {
  readonly questions: ReadonlySet<QuestionId>;
  readonly memo: ReadonlySet<string>;
}

/** Which answers (or what their person says of them) and memo fields were written anew after this revision was completed; none for revision 0. */
export function changedSince(events: readonly JournalEvent[], revision: number): Changes {
  const questions = new Set<QuestionId>();
  const memo = new Set<string>();
  let completed = 0;
  for (const { type, version, body } of events) {
    const data = body?.data;
    const fact = InterviewFact.safeParse({ type, version, data }).data;
    const read = ReadBackFact.safeParse({ type, version, data }).data;
    if (read && read.type !== 'SectionReadBack' && revision > 0 && completed >= revision)
      questions.add(read.data.question);
    if (fact?.type === 'InterviewCompleted') completed += 1;
    if (!fact || revision === 0 || completed < revision) continue;
    if (fact.type === 'AnswerWritten' || fact.type === 'QuestionEnded')
      questions.add(fact.data.question);
    if (fact.type === 'MemoWritten') memo.add(fact.data.field);
  }
  return { questions, memo };
}

/** The interview as it was when this revision was completed; undefined when there was none. */
export function stateAt(
  events: readonly JournalEvent[],
  revision: number,
): InterviewState | undefined {
  const ends = events.flatMap(({ type }, i) => (type === 'InterviewCompleted' ? [i] : []));
  const end = ends[revision - 1];
  return end === undefined ? undefined : foldInterview(events.slice(0, end + 1));
}

/**
 * The comments whose words the participant has taken back. Their quotes are the participant's words too, so they
 * are retracted where they stand (DESIGN section 5): what is taken back is really gone.
 */
export function takenBackComments(
  review: ReviewState,
  interview: readonly JournalEvent[],
): readonly ReviewComment[] {
  const gone = new Set<EventId>(
    interview.filter((event) => event.body === null).map((event) => event.id),
  );
  return review.comments.filter((comment) => comment.event !== null && gone.has(comment.event));
}

/**
 * The answers to such comments, whoever made the comment: what is said about words that are gone may well repeat
 * them. Also those to comments that are erased already.
 */
export function takenBackAnswers(
  answers: readonly CommentAnswer[],
  reviews: readonly ReviewState[],
  interview: readonly JournalEvent[],
): readonly CommentAnswer[] {
  const gone = new Set<EventId>(
    reviews.flatMap((review) => [
      ...review.erasedComments,
      ...takenBackComments(review, interview).map(({ id }) => id),
    ]),
  );
  return answers.filter(({ comment }) => gone.has(comment));
}
