import { useState } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { SupportCard } from '../../guide/model/guide.ts';
import { cardTexts } from '../../i18n/cards.ts';
import { dateTime } from '../../i18n/format.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

/** That the supervisor was told already, and when. */
export function Flagged(props: { readonly session: InterviewSession; readonly card: SupportCard }) {
  const t = useTexts(cardTexts);
  const { language } = useLanguage();
  const { flags } = useSnapshot(props.session).state;
  return flags
    .filter((flag) => flag.card === props.card.id)
    .map((flag) => <p key={flag.event}>{t.flaggedAt(dateTime(flag.at, language))}</p>);
}

/** A flag is kept in the interview, and a parcel of its own goes out at once: it never waits for the memo. */
export function FlagForm(props: {
  readonly session: InterviewSession;
  readonly question: QuestionId | null;
  readonly ports: InterviewPorts;
  readonly card: SupportCard;
}) {
  const { session, ports, card, question } = props;
  const t = useTexts(cardTexts);
  const { notSavedHelp } = useTexts(interviewTexts);
  const key = `flag.${card.id}`;
  const [note, setNote] = useState(() => {
    const draft = session.draftOf(key);
    return typeof draft === 'string' ? draft : '';
  });
  const [sent, setSent] = useState<'no' | 'yes' | 'failed'>('no');
  const { run: send, busy } = useOnce(async () => {
    const kept = await session.act(
      [{ type: 'SafetyFlagged', version: 1, data: { card: card.id, question, note } }],
      [key],
    );
    if (kept.ok) await ports.deliver('safety', session.stream);
    setSent(kept.ok ? 'yes' : 'failed');
  });
  if (sent === 'yes') return <Notice live>{t.flagged}</Notice>;
  return (
    <details>
      <summary>{t.flag}</summary>
      <div className="stack">
        <p className="hint">{t.flagHelp}</p>
        <TextArea
          label={t.flagNote}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            session.draft(key, event.target.value);
          }}
        />
        {sent === 'failed' && (
          <Notice tone="danger" live>
            {notSavedHelp}
          </Notice>
        )}
        <div className="row">
          <Button variant="primary" disabled={busy || note.trim() === ''} onClick={send}>
            {t.flagSend}
          </Button>
        </div>
      </div>
    </details>
  );
}
