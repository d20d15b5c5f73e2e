import { useEffect, useRef, useState } from 'react';
import { reviewTexts } from '../../i18n/review.ts';
import type { Verbatim } from '../../interview/model/event.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { WHOLE, type Anchor, type Passage } from '../model/event.ts';
import { locate } from '../model/passage.ts';
import type { ReviewComment } from '../model/state.ts';
import { CommentBox, readDraft } from './CommentBox.tsx';
import { CommentItem } from './CommentItem.tsx';
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
    .filter((comment) => anchorKey(comment.anchor) === key)
    // Those whose words are gone stand by themselves, after the record.
    .filter((comment) => locate(comment, desk.now.interview).type !== 'lost');
