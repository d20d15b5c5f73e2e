import { useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { SupportCard } from '../../guide/model/guide.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { dateTime } from '../../i18n/format.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { cardNotes } from '../model/card-note.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

/** What was written at this card, each with its time. */
export function CardNotes(props: {
  readonly session: InterviewSession;
  readonly card: SupportCard;
}) {
  const t = useTexts(cardActTexts);
  const { language } = useLanguage();
  useSnapshot(props.session);
  const own = cardNotes(props.session.events()).filter((note) => note.card === props.card.id);
  if (own.length === 0) return null;
  return (
    <ul className="talk-points">
      {own.map(({ verbatim, text, at }, i) => (
        <li key={i} className="talk-kept">
          {(verbatim ? t.noteVerbatimAt : t.noteAt)(dateTime(at, language), text)}
        </li>
      ))}
    </ul>
  );
}

/** A note at a card: the clock is set when it is kept, so that nobody has to look at one. */
export function CardNoteForm(props: {
  readonly session: InterviewSession;
  readonly card: SupportCard;
  readonly question: QuestionId | null;
  readonly verbatim: boolean;
}) {
  const { session, card, verbatim } = props;
  const t = useTexts(cardActTexts);
  const talk = useTexts(interviewTexts);
  const key = `${verbatim ? 'note' : 'log'}.${card.id}`;
  const [text, setText] = useState(() => {
    const draft = session.draftOf(key);
    return typeof draft === 'string' ? draft : '';
  });
  const [failed, setFailed] = useState(false);
  const { run: keep, busy } = useOnce(async () => {
    // What was done belongs to no question: it stays when an answer is taken back.
    const question = verbatim ? props.question : null;
    const kept = await session.act(
      [
        {
          type: 'CardNoted',
          version: 1,
          data: { card: card.id, question, verbatim, text: text.trim() },
        },
      ],
      [key],
    );
    setFailed(!kept.ok);
    if (kept.ok) setText('');
  });
  return (
    <details open={text !== '' || undefined}>
      <summary>{verbatim ? t.note : t.log}</summary>
      <div className="stack">
        <TextArea
          label={verbatim ? t.noteWords : t.logWords}
          hint={t.noteWordsHelp}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            session.draft(key, event.target.value);
          }}
        />
        {failed && (
          <Notice tone="danger" live>
            {talk.notSavedHelp}
          </Notice>
        )}
        <div className="row">
          <Button disabled={busy || text.trim() === ''} onClick={keep}>
            {t.noteKeep}
          </Button>
        </div>
      </div>
    </details>
  );
}
