import type { SupportCard } from '../../guide/model/guide.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { unsettledCards } from '../model/summary.ts';
import type { AfterPartProps } from './tool-props.ts';
import { actsOf } from './card-acts.ts';
import { CardLeaving } from './CardLeaving.tsx';
import { CardNoteForm, CardNotes } from './CardNotes.tsx';
import { CardText } from './CardText.tsx';
import { Flagged, FlagForm } from './FlagForm.tsx';
import { goToConcern } from './go-to-concern.ts';
import { useSnapshot } from './use-session.ts';

/** Critical cards that nobody has been handed yet, each with its form; nothing when there are none. */
export function UnsettledCards({ session, ports }: AfterPartProps) {
  const t = useTexts(cardActTexts);
  const { state } = useSnapshot(session);
  const waiting = unsettledCards(state);
  const cards = session.guide.situations.filter((card) => waiting.includes(card.id));
  if (cards.length === 0) return null;
  return (
    <section className="notice" data-tone="danger" aria-label={t.leftOver}>
      <h2>{t.leftOver}</h2>
      <p>{t.leftOverHelp}</p>
      {cards.map((card) => (
        <OneCard key={card.id} session={session} ports={ports} card={card} />
      ))}
    </section>
  );
}

function OneCard({ session, ports, card }: AfterPartProps & { readonly card: SupportCard }) {
  const t = useTexts(cardActTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const { state } = useSnapshot(session);
  const openedAt = state.cards.get(card.id)?.openedAt;
  const acts = actsOf(card);
  return (
    <article className="card">
      <h3>{local(card.title)}</h3>
      {openedAt !== undefined && <p className="hint">{t.openedAt(dateTime(openedAt, language))}</p>}
      <details>
        <summary>{t.showCard}</summary>
        <CardText card={card} />
      </details>
      {acts.includes('concern') && (
        <div className="row">
          <Button onClick={() => void goToConcern(session, ports, 'concern', null)}>
            {t.concern}
          </Button>
        </div>
      )}
      <CardNotes session={session} card={card} />
      {acts.includes('log') && (
        <CardNoteForm session={session} card={card} question={null} verbatim={false} />
      )}
      <Flagged session={session} card={card} />
      <FlagForm session={session} ports={ports} question={null} card={card} />
      <CardLeaving session={session} ports={ports} card={card} />
    </article>
  );
}
