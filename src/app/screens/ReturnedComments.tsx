import { useCallback } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import { afterTexts } from '../../i18n/after.ts';
import type { InterviewSession } from '../../interview/session.ts';
import { useSnapshot } from '../../interview/ui/use-session.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { openComments, reopenedQuestions } from '../../review/model/state.ts';
import { reviewsOf } from '../../review/reviews.ts';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

/** At a question of a returned interview: what the supervisor asks about it. */
export function ReturnedComments(props: {
  readonly desk: Desk;
  readonly session: InterviewSession;
  readonly question: QuestionId;
}) {
  const { desk, session, question } = props;
  const t = useTexts(afterTexts);
  const { state } = useSnapshot(session);
  const reviews = useAsked(
    desk,
    useCallback(() => reviewsOf(desk.journal, session.stream), [desk, session]),
  );
  const comments = (reviews ?? [])
    .filter((review) => reopenedQuestions(review.state, state.revision))
    .flatMap((review) => openComments(review.state))
    .filter(({ anchor }) => anchor.kind === 'question' && anchor.question === question);
  if (comments.length === 0) return null;
  return (
    <Notice>
      <h2>{t.supervisorSays}</h2>
      {comments.map((comment) => (
        <div key={comment.id}>
          {comment.quote !== '' && <blockquote>{comment.quote}</blockquote>}
          <p>{comment.text}</p>
        </div>
      ))}
    </Notice>
  );
}
