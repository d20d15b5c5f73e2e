import type { LocalText, SupportCard } from '../../guide/model/guide.ts';
import { cardTexts } from '../../i18n/cards.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';

/** What a card says: the words to say now, what to do and what to avoid. */
export function CardText({ card }: { readonly card: SupportCard }) {
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
