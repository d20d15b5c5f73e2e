import { useEffect, useRef, useState } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import type { Verbatim } from '../../interview/model/event.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { WHOLE, type Anchor, type Passage } from '../model/event.ts';
import { locate } from '../model/passage.ts';
import type { ReviewComment } from '../model/state.ts';
import { CommentBox, readDraft } from './CommentBox.tsx';
import type { ReadingDesk } from './desk.ts';
import { PassageText } from './PassageText.tsx';
import { anchorKey } from './selection.ts';

/** A text with its comments, and the way to comment on all of it or on the words selected. */
export function Commentable(props: {
  readonly desk: ReadingDesk;
  readonly anchor: Anchor;
  readonly heading: string;
  readonly text: string;
  readonly verbatim: readonly Verbatim[];
  readonly thirdPerson?: readonly Verbatim[] | undefined;
}) {
  const t = useTexts(reviewTexts);
  const { desk, anchor, heading, text } = props;
  const key = anchorKey(anchor);
  const [writing, setWriting] = useState<Passage | null>(() => readDraft(desk.session, key));
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(writing);
  useEffect(() => {
    // Into the box when it opens and back to its button when it closes; not when it stands open from before.
    const [was, is] = [before.current, writing];
    before.current = writing;
    if ((was === null) === (is === null)) return;
    const target = is ? 'textarea' : '.review-comment-button';
    area.current?.querySelector<HTMLElement>(target)?.focus();
  }, [writing]);
  const comments = commentsOn(desk, key);
  const marks = comments.flatMap((comment) => {
    const place = comment.resolvedAt === null ? locate(comment, desk.now.interview) : null;
    return place?.type === 'found' ? [{ id: comment.id, from: place.from, to: place.to }] : [];
  });
  const selected = desk.selected?.key === key ? desk.selected : null;
  const allowed = may(desk.now.standing, 'comment');
  const whole = anchor.kind === 'question' ? t.commentWhole : t.commentMemo;
  return (
    <div className="review-commentable" data-beside={comments.length > 0 || undefined}>
      <div className="stack" ref={area}>
        {text !== '' && (
          <PassageText
            id={key}
            text={text}
            verbatim={props.verbatim}
            thirdPerson={props.thirdPerson}
            marks={marks}
          />
        )}
        {allowed && !writing && (
          <div className="row">
            <Button
              variant={selected ? 'primary' : 'plain'}
              className="review-comment-button"
              // Keeps the selection, which a press would end.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setWriting(selected ? passageOf(selected) : WHOLE)}
            >
              {selected ? t.commentSelected : whole}
              <span className="visually-hidden">: {heading}</span>
            </Button>
          </div>
        )}
        {allowed && writing && (
          <CommentBox
            desk={desk}
            anchor={anchor}
            heading={heading}
            text={text}
            passage={writing}
            onPassage={setWriting}
            onClose={() => setWriting(null)}
          />
        )}
      </div>
      {comments.length > 0 && (
        <ul role="list" className="review-comments" aria-label={t.comments}>
          {comments.map((comment) => (
            <CommentItem key={comment.id} desk={desk} comment={comment} />
          ))}
        </ul>
      )}
    </div>
  );
}

const passageOf = ({ from, to, quote }: Passage): Passage => ({ from, to, quote });

const commentsOn = (desk: ReadingDesk, key: string): ReviewComment[] =>
  desk.now.reviews
    .flatMap((review) => review.comments)
    .filter((comment) => anchorKey(comment.anchor) === key);

function CommentItem({
  desk,
  comment,
}: {
  readonly desk: ReadingDesk;
  readonly comment: ReviewComment;
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
    </li>
  );
}
