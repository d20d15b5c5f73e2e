import { cardActTexts } from '../../i18n/card-acts.ts';
import { dateTime } from '../../i18n/format.ts';
import { cardsTold } from '../../interview/model/cards-told.ts';
import { CardLeft } from '../../interview/ui/CardLeaving.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { cardTitle } from '../model/record.ts';
import type { ReadingDesk } from './desk.ts';

/** After the flags: critical cards with how they were left, what waits first, and what was noted at any card. */
export function CardsRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(cardActTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const told = cardsTold(desk.now.interview, desk.session.events());
  if (told.length === 0) return null;
  return (
    <section
      className="review-flags"
      data-waiting={told.some(({ waits }) => waits) || undefined}
      aria-labelledby="review-cards"
    >
      <h2 id="review-cards">{t.told}</h2>
      <p>{t.toldIntro}</p>
      <ul role="list" className="stack">
        {told.map(({ card, waits, closed, openedAt, notes }) => (
          <li key={card} className="review-flag">
            <h3>{local(cardTitle(desk.guide, card))}</h3>
            <p className="hint">{t.openedAt(dateTime(openedAt, language))}</p>
            {waits && (
              <p>
                <span className="tag" data-tone="danger">
                  {t.stillWaits}
                </span>
              </p>
            )}
            {closed && <CardLeft closed={closed} />}
            {notes.map(({ verbatim, text, at }, i) => (
              <p key={i} className="review-text">
                {(verbatim ? t.noteVerbatimAt : t.noteAt)(dateTime(at, language), text)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
