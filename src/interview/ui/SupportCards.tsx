import { lazy, Suspense, useState } from 'react';
import type { CardId } from '../../base/ids.ts';
import type { SupportCard } from '../../guide/model/guide.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { cardTexts } from '../../i18n/cards.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { CardActs } from './CardActs.tsx';
import { CardLeaving } from './CardLeaving.tsx';
import { CardNoteForm, CardNotes } from './CardNotes.tsx';
import { CardText } from './CardText.tsx';
import { Contacts } from './Contacts.tsx';
import { actsOf } from './card-acts.ts';
import { Flagged, FlagForm } from './FlagForm.tsx';
import type { ToolProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

const ToolsDialog = lazy(async () => ({
  default: (await import('./ToolsDialog.tsx')).ToolsDialog,
}));

/** All support cards, those of this question first. Neutral in colour: nobody across the table sees an alarm. */
export function SupportCards(props: ToolProps) {
  const { session, question } = props;
  const t = useTexts(cardTexts);
  const talk = useTexts(interviewTexts);
  const [at, setAt] = useState<CardId | 'list' | 'tools'>('list');
  const { situations } = session.guide;
  const near = situations.filter((each) => question.watch?.some((id) => id === each.id));
  const open = (chosen: SupportCard) => {
    setAt(chosen.id);
    void session.act([
      {
        type: 'CardOpened',
        version: 1,
        data: { card: chosen.id, question: question.id, critical: chosen.priority === 'critical' },
      },
    ]);
  };
  if (at === 'tools') {
    return (
      <Suspense>
        <ToolsDialog {...props} />
      </Suspense>
    );
  }
  const card = situations.find((each) => each.id === at);
  if (card) {
    return (
      <OpenCard
        key={card.id}
        {...props}
        card={card}
        near={near.filter((each) => each !== card)}
        onOpen={open}
        onList={() => setAt('list')}
        onTools={() => setAt('tools')}
      />
    );
  }
  return (
    // One tap and nothing of it is on the screen, from the list or from a card.
    <Dialog
      title={talk.cards}
      onClose={props.onClose}
      corner={<Button onClick={props.onClose}>{t.hide}</Button>}
    >
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

/**
 * A critical card ends only with how it was left (domain.md section 4). Hiding it takes it off the screen at once and
 * ends nothing: it waits on the start page.
 */
function OpenCard(
  props: ToolProps & {
    readonly card: SupportCard;
    readonly near: readonly SupportCard[];
    readonly onOpen: (card: SupportCard) => void;
    readonly onList: () => void;
    readonly onTools: () => void;
  },
) {
  const { session, ports, card, near, question } = props;
  const t = useTexts(cardTexts);
  const talk = useTexts(interviewTexts);
  const c = useTexts(cardActTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const critical = card.priority === 'critical';
  const waits = critical && !state.cards.get(card.id)?.closed;
  const acts = actsOf(card);
  return (
    <Dialog
      title={local(card.title)}
      // Escape and the back gesture leave the card as the hide button does; where one was asked to settle it, it waits.
      onClose={waits ? props.onClose : props.onList}
      corner={<Button onClick={props.onClose}>{t.hide}</Button>}
    >
      <CardText card={card} />
      <CardActs {...props} />
      <CardNotes session={session} card={card} />
      {acts.includes('note') && (
        <div id="card-note">
          <CardNoteForm session={session} card={card} question={question.id} verbatim />
        </div>
      )}
      {acts.includes('log') && (
        <div id="card-log">
          <CardNoteForm session={session} card={card} question={question.id} verbatim={false} />
        </div>
      )}
      <div id="card-contacts">
        <Contacts session={session} />
      </div>
      <Flagged session={session} card={card} />
      <div id="card-flag">
        <FlagForm session={session} ports={ports} question={question.id} card={card} />
      </div>
      {critical && <CardLeaving session={session} ports={ports} card={card} />}
      {waits && near.length > 0 && <CardList title={c.more} cards={near} onOpen={props.onOpen} />}
      {!waits && (
        <div className="row" data-end="">
          <Button onClick={props.onList}>{t.cardMenu}</Button>
          <Button onClick={props.onClose}>{talk.close}</Button>
        </div>
      )}
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
