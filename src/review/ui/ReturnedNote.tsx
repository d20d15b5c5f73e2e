import './review.css';
import type { MemberId } from '../../base/ids.ts';
import type { Guide, LocalText } from '../../guide/model/guide.ts';
import { dateTime } from '../../i18n/format.ts';
import { checkingTexts } from '../../i18n/checking.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { isPartlyLocked } from '../../interview/model/locked.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { Anchor } from '../model/event.ts';
import { locate } from '../model/passage.ts';
import { recordSections } from '../model/record.ts';
import {
  openComments,
  reopenedQuestions,
  type ReviewComment,
  type ReviewState,
} from '../model/state.ts';
import { Thread, type ThreadPorts } from './Thread.tsx';

/** On the tablet: what the supervisor asks to have mended, place by place. Nothing when nothing was returned. */
export function ReturnedNote(props: {
  readonly reviews: readonly ReviewState[];
  readonly interview: InterviewState;
  readonly guide: Guide | undefined;
  readonly nameOf: (member: MemberId) => string;
  readonly onGo: (anchor: Anchor) => void;
  readonly thread: ThreadPorts;
}) {
  const t = useTexts(reviewTexts);
  const c = useTexts(checkingTexts);
  const { language } = useLanguage();
  const returned = props.reviews.filter((review) =>
    reopenedQuestions(review, props.interview.revision),
  );
  if (returned.length === 0) return null;
  return (
    <section className="card review-returned" aria-labelledby="review-returned">
      <h2 id="review-returned">{t.noteTitle}</h2>
      {returned.map((review) => {
        const { decision } = review;
        const comments = openComments(review);
        if (decision.type !== 'returned') return null;
        return (
          <div className="stack" key={review.reviewer}>
            <p className="hint">
              {t.noteFrom(props.nameOf(decision.by), dateTime(decision.at, language))}
            </p>
            {decision.note !== '' && <p className="review-text">{decision.note}</p>}
            <p>{comments.length > 0 ? t.noteWhat : t.noteOnlyWords}</p>
            <ol role="list" className="stack">
              {comments.map((comment) => (
                <li key={comment.id}>
                  <ToMend {...props} comment={comment} />
                </li>
              ))}
            </ol>
          </div>
        );
      })}
      <p>{isPartlyLocked(props.interview) ? c.noteLocked : c.noteAll}</p>
      <p>{t.noteThen}</p>
    </section>
  );
}

function ToMend(props: {
  readonly comment: ReviewComment;
  readonly interview: InterviewState;
  readonly guide: Guide | undefined;
  readonly onGo: (anchor: Anchor) => void;
  readonly thread: ThreadPorts;
}) {
  const t = useTexts(reviewTexts);
  const local = useLocal();
  const { comment, interview, guide } = props;
  const { anchor } = comment;
  const text = headingOf(anchor, interview, guide);
  const heading = text ? local(text) : '';
  const place = locate(comment, interview);
  const go = anchor.kind === 'question' ? t.goQuestion : t.goMemo;
  return (
    <article className="review-mend">
      <h3>{anchor.kind === 'question' ? heading : t.memoField(heading)}</h3>
      {place.type === 'takenBack' ? (
        <p className="hint">{t.commentTakenBack}</p>
      ) : (
        <>
          {comment.quote !== '' && <blockquote>{comment.quote}</blockquote>}
          <p className="review-text">{comment.text}</p>
          {place.type === 'lost' && <p className="hint">{t.commentLost}</p>}
          <Thread ports={props.thread} comment={comment} open />
        </>
      )}
      <div className="row">
        <Button aria-label={t.goTo(go, heading)} onClick={() => props.onGo(anchor)}>
          {go}
        </Button>
      </div>
    </article>
  );
}

function headingOf(
  anchor: Anchor,
  interview: InterviewState,
  guide: Guide | undefined,
): LocalText | undefined {
  if (anchor.kind === 'memo') {
    const field = guide?.memoTemplate.fields.find((each) => each.id === anchor.field);
    return field?.label ?? { sv: anchor.field };
  }
  return recordSections(interview, guide)
    .flatMap((section) => section.items)
    .find((item) => item.question === anchor.question)?.text;
}
