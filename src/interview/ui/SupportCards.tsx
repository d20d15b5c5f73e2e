import { useState } from 'react';
import type { LocalText, Question, SupportCard } from '../../guide/model/guide.ts';
import { dateTime } from '../../i18n/format.ts';
import { cardTexts } from '../../i18n/cards.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { InterviewSession } from '../session.ts';
import { Contacts } from './Contacts.tsx';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

/** All support cards, those of this question first. Neutral in colour: nobody across the table sees an alarm. */
export function SupportCards(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
}) {
  const { session, question } = props;
  const t = useTexts(cardTexts);
  const talk = useTexts(interviewTexts);
  const local = useLocal();
  const [card, setCard] = useState<SupportCard | null>(null);
  const { situations } = session.guide;
  const near = situations.filter((each) => question.watch?.some((id) => id === each.id));
  const open = (chosen: SupportCard) => {
    setCard(chosen);
    void session.act([
      {
        type: 'CardOpened',
        version: 1,
        data: { card: chosen.id, question: question.id, critical: chosen.priority === 'critical' },
      },
    ]);
  };
  // One tap and nothing of it is on the screen, from the list or from a card.
  const hide = <Button onClick={props.onClose}>{t.hide}</Button>;
  if (card) {
    return (
      <Dialog title={local(card.title)} onClose={() => setCard(null)} corner={hide}>
        <CardText card={card} />
        <Contacts session={session} />
        <Flagged session={session} card={card} />
        <FlagForm {...props} card={card} />
        <div className="row" data-end="">
          <Button onClick={() => setCard(null)}>{t.cardMenu}</Button>
          <Button onClick={props.onClose}>{talk.close}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={talk.cards} onClose={props.onClose} corner={hide}>
      {near.length > 0 && <CardList title={t.cardsNear} cards={near} onOpen={open} />}
      <CardList
        title={t.cardsAll}
        cards={situations.filter((each) => !near.includes(each))}
        onOpen={open}
      />
      <Contacts session={session} />
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{talk.close}</Button>
      </div>
    </Dialog>
  );
}

function CardList(props: {
  readonly title: string;
  readonly cards: readonly SupportCard[];
  readonly onOpen: (card: SupportCard) => void;
}) {
  const local = useLocal();
  return (
    <section className="stack">
      <h3>{props.title}</h3>
      <ul role="list" className="talk-cards">
        {props.cards.map((card) => (
          <li key={card.id}>
            <button type="button" className="choice" onClick={() => props.onOpen(card)}>
              {local(card.title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CardText({ card }: { readonly card: SupportCard }) {
  const t = useTexts(cardTexts);
  const local = useLocal();
  return (
    <>
      <section className="stack">
        <h3>{t.cardSay}</h3>
        <p className="talk-say">{local(card.sayNow)}</p>
      </section>
      <CardPoints title={t.cardDo} points={card.doNow} />
      <CardPoints title={t.cardAvoid} points={card.avoid} />
      <details>
        <summary>{t.cardMore}</summary>
        <CardPoints title={t.cardSigns} points={card.signs} />
        <CardPoints title={t.cardAfter} points={card.afterwards} />
      </details>
    </>
  );
}

function CardPoints(props: { readonly title: string; readonly points: readonly LocalText[] }) {
  const local = useLocal();
  if (props.points.length === 0) return null;
  return (
    <section className="stack">
      <h3>{props.title}</h3>
      <ul className="talk-points">
        {props.points.map((point) => (
          <li key={point.sv}>{local(point)}</li>
        ))}
      </ul>
    </section>
  );
}

/** That the supervisor was told already, and when. */
function Flagged(props: { readonly session: InterviewSession; readonly card: SupportCard }) {
  const t = useTexts(cardTexts);
  const { language } = useLanguage();
  const { flags } = useSnapshot(props.session).state;
  return flags
    .filter((flag) => flag.card === props.card.id)
    .map((flag) => <p key={flag.event}>{t.flaggedAt(dateTime(flag.at, language))}</p>);
}

/** A flag is kept in the interview, and a parcel of its own goes out at once: it never waits for the memo. */
function FlagForm(props: {
  readonly session: InterviewSession;
  readonly question: Question;
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
      [{ type: 'SafetyFlagged', version: 1, data: { card: card.id, question: question.id, note } }],
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
