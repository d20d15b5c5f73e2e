import { useId, useState } from 'react';
import * as z from 'zod/mini';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { WHOLE, Passage, type Anchor } from '../model/event.ts';
import type { ReviewSession } from '../session.ts';
import type { ReadingDesk } from './desk.ts';
import { anchorKey, trimmed } from './selection.ts';

const Draft = z.object({ passage: Passage, text: z.string() });

const draftKey = (key: string): string => `comment/${key}`;

/** The passage of a comment that was being written when the screen was left; null when there is none. */
export const readDraft = (session: ReviewSession, key: string): Passage | null =>
  Draft.safeParse(session.draftOf(draftKey(key))).data?.passage ?? null;

/** Where a comment is written. Every keystroke is kept, as in an interview. */
export function CommentBox(props: {
  readonly desk: ReadingDesk;
  readonly anchor: Anchor;
  readonly heading: string;
  readonly text: string;
  readonly passage: Passage;
  readonly onPassage: (passage: Passage) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts(reviewTexts);
  const { session, tell } = props.desk;
  const { passage } = props;
  const key = draftKey(anchorKey(props.anchor));
  const [text, setText] = useState(() => Draft.safeParse(session.draftOf(key)).data?.text ?? '');
  const [problem, setProblem] = useState<'empty' | 'notSaved' | null>(null);
  const title = useId();

  const keep = async (next: { readonly passage: Passage; readonly text: string }) => {
    const kept = await session.draft(key, next);
    setProblem(kept.ok ? null : 'notSaved');
  };
  const choose = (next: Passage) => {
    props.onPassage(next);
    void keep({ passage: next, text });
  };
  const save = useOnce(async () => {
    if (text.trim() === '') {
      setProblem('empty');
      return;
    }
    const result = await session.comment(props.anchor, passage, text, key);
    if (!result.ok && result.error.type === 'notSaved') {
      setProblem('notSaved');
      return;
    }
    tell(result.ok ? 'sent' : result.error.type);
    props.onClose();
  });
  const cancel = () => {
    void session.draft(key, null);
    props.onClose();
  };
  return (
    <form
      className="card review-box"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      <h4 id={title} className="visually-hidden">
        {t.commentAbout(props.heading)}
      </h4>
      <p>
        <span className="hint">{t.commentOn}: </span>
        {passage.quote === '' ? t.commentOnWhole : <q>{passage.quote}</q>}
      </p>
      <TextArea
        label={t.commentText}
        hint={t.commentTextHint}
        value={text}
        maxLength={20_000}
        error={problem === 'empty' ? t.commentEmpty : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          void keep({ passage, text: event.currentTarget.value });
        }}
      />
      {problem === 'notSaved' && (
        <Notice tone="danger" live>
          <p>{t.notSaved}</p>
        </Notice>
      )}
      {props.text !== '' && (
        <details>
          <summary>{t.commentPick}</summary>
          <TextArea
            label={t.commentPick}
            hint={t.commentPickHint}
            value={props.text}
            readOnly
            onSelect={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget;
              const chosen = trimmed('', props.text, selectionStart, selectionEnd);
              choose(chosen ? { from: chosen.from, to: chosen.to, quote: chosen.quote } : WHOLE);
            }}
          />
        </details>
      )}
      <div className="row" data-end>
        <Button disabled={save.busy} onClick={cancel}>
          {t.cancel}
        </Button>
        <Button variant="primary" type="submit" disabled={save.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
