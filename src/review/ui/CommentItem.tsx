import { useRef } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { locate } from '../model/passage.ts';
import type { ReviewComment } from '../model/state.ts';
import { threadOn, type ReadingDesk } from './desk.ts';
import { Thread } from './Thread.tsx';

/** One comment with what was said about it, beside its text or among those whose text is gone. */
export function CommentItem({
  desk,
  comment,
  about,
}: {
  readonly desk: ReadingDesk;
  readonly comment: ReviewComment;
  /** What it was about, where it does not stand beside it. */
  readonly about?: string;
}) {
  const t = useTexts(reviewTexts);
  const { language } = useLanguage();
  const item = useRef<HTMLLIElement>(null);
  const place = locate(comment, desk.now.interview);
  const resolve = useOnce(async () => {
    const result = await desk.session.resolve(comment.id);
    desk.tell(result.ok ? 'sent' : result.error.type);
    if (result.ok) item.current?.focus();
  });
  // Whatever quotes words that are taken back is not shown again, the supervisor's own words included.
  if (place.type === 'takenBack')
    return <li className="review-comment hint">{t.commentTakenBack}</li>;
  const resolved = comment.resolvedAt !== null;
  const open = comment.by === desk.me && !resolved;
  return (
    <li
      className="review-comment"
      data-resolved={resolved || undefined}
      data-open={open || undefined}
      ref={item}
      tabIndex={-1}
    >
      {about && <p className="hint">{about}</p>}
      {comment.quote !== '' && <blockquote>{comment.quote}</blockquote>}
      <p>{comment.text}</p>
      {place.type === 'found' && place.moved && <p className="hint">{t.commentMoved}</p>}
      {place.type === 'lost' && <p className="hint">{t.commentLost}</p>}
      <div className="row">
        <span className="hint">
          {t.commentBy(desk.nameOf(comment.by), dateTime(comment.at, language))}
        </span>
        {resolved && <span className="tag">{t.resolved}</span>}
        {open && may(desk.now.standing, 'resolve') && (
          <Button
            aria-label={t.resolveThis(comment.text)}
            disabled={resolve.busy}
            onClick={resolve.run}
          >
            {t.resolve}
          </Button>
        )}
      </div>
      <Thread ports={threadOn(desk)} comment={comment} open={may(desk.now.standing, 'answer')} />
    </li>
  );
}
