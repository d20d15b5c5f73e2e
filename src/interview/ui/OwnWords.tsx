import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../guide/model/guide.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { ownWords, settleOwnWords, typeOwnWords } from '../read-back.ts';
import type { InterviewSession } from '../session.ts';

/** The person's own words beside the interviewer's, kept as they are typed. */
export function OwnWords(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  /** What is kept already. */
  readonly kept: string;
}) {
  const { session, question, kept } = props;
  const t = useTexts(readBackTexts);
  const [text, setText] = useState(() => ownWords(session, question.id));
  const [open, setOpen] = useState(text !== '');
  const [failed, setFailed] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (open && opened.current) area.current?.querySelector('textarea')?.focus();
  }, [open]);
  const type = (next: string) => {
    setText(next);
    typeOwnWords(session, question.id, next);
  };
  const settle = async () => setFailed(!(await settleOwnWords(session, question.id)).ok);
  if (!open) {
    return (
      <div className="row">
        <Button
          onClick={() => {
            opened.current = true;
            setOpen(true);
          }}
        >
          {t.ownOpen}
        </Button>
      </div>
    );
  }
  return (
    <div className="read-own" ref={area}>
      <TextArea
        label={t.ownWords}
        hint={t.ownHelp}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void settle()}
      />
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      {(kept !== '' || text !== '') && (
        <div className="row">
          <Button
            onClick={() => {
              type('');
              void settle();
              setOpen(false);
            }}
          >
            {t.ownRemove}
          </Button>
        </div>
      )}
    </div>
  );
}
