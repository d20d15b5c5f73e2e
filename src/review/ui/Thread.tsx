import { useId, useState } from 'react';
import type { EventId, MemberId } from '../../base/ids.ts';
import { checkingTexts } from '../../i18n/checking.ts';
import { dateTime } from '../../i18n/format.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { CommentAnswer } from '../model/reply.ts';
import type { ReviewProblem } from '../problem.ts';

/** What answering needs: the same on the supervisor's computer and on the tablet. */
export interface ThreadPorts {
  readonly answers: readonly CommentAnswer[];
  readonly nameOf: (member: MemberId) => string;
  /** What was typed and not sent when the screen was left. */
  readonly drafted: (comment: EventId) => string;
  /** Keeps what is typed; false when it could not be kept. */
  readonly draft: (comment: EventId, text: string) => Promise<boolean>;
  readonly answer: (comment: EventId, text: string) => Promise<'sent' | ReviewProblem['type']>;
  /** Told when an answer is kept, also when it waits to be sent. */
  readonly tell?: (how: 'sent' | ReviewProblem['type']) => void;
}

/** What was said about a comment, oldest first, and the way to go on. */
export function Thread(props: {
  readonly ports: ThreadPorts;
  readonly comment: { readonly id: EventId; readonly text: string };
  readonly open: boolean;
}) {
  const t = useTexts(checkingTexts);
  const r = useTexts(reviewTexts);
  const { language } = useLanguage();
  const { ports, comment } = props;
  const answers = ports.answers.filter((answer) => answer.comment === comment.id);
  const [writing, setWriting] = useState(() => ports.drafted(comment.id) !== '');
  return (
    <>
      {answers.length > 0 && (
        <ul role="list" className="review-thread" aria-label={t.thread}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <p>{answer.text}</p>
              <p className="hint">
                {r.commentBy(ports.nameOf(answer.by), dateTime(answer.at, language))}
              </p>
            </li>
          ))}
        </ul>
      )}
      {props.open && !writing && (
        <div className="row">
          <Button
            variant="plain"
            className="review-link"
            aria-label={t.answerThis(comment.text)}
            onClick={() => setWriting(true)}
          >
            {t.answer}
          </Button>
        </div>
      )}
      {props.open && writing && (
        <AnswerForm ports={ports} comment={comment.id} onClose={() => setWriting(false)} />
      )}
    </>
  );
}

function AnswerForm(props: {
  readonly ports: ThreadPorts;
  readonly comment: EventId;
  readonly onClose: () => void;
}) {
  const t = useTexts(checkingTexts);
  const r = useTexts(reviewTexts);
  const { ports, comment, onClose } = props;
  const [text, setText] = useState(() => ports.drafted(comment));
  const [problem, setProblem] = useState<'empty' | 'notSaved' | null>(null);
  const form = useId();
  const send = useOnce(async () => {
    if (text.trim() === '') {
      setProblem('empty');
      return;
    }
    const how = await ports.answer(comment, text);
    if (how === 'notSaved') {
      setProblem('notSaved');
      return;
    }
    ports.tell?.(how);
    onClose();
  });
  return (
    <form
      className="stack"
      aria-labelledby={form}
      onSubmit={(event) => {
        event.preventDefault();
        send.run();
      }}
    >
      <span id={form} className="visually-hidden">
        {t.answer}
      </span>
      <TextArea
        label={t.answerText}
        hint={t.answerHint}
        value={text}
        maxLength={20_000}
        error={problem === 'empty' ? t.empty : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          void ports.draft(comment, next).then((kept) => setProblem(kept ? null : 'notSaved'));
        }}
      />
      {problem === 'notSaved' && (
        <Notice tone="danger" live>
          <p>{r.notSaved}</p>
        </Notice>
      )}
      <div className="row" data-end>
        <Button
          disabled={send.busy}
          onClick={() => {
            void ports.draft(comment, '');
            onClose();
          }}
        >
          {t.cancel}
        </Button>
        <Button variant="primary" type="submit" disabled={send.busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
