import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { foldClosing } from '../../interview/model/closing.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { ReadingDesk } from './desk.ts';

/** How the talk was closed, what was done afterwards, and which copies were handed over. */
export function ClosingRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(closingTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const { checked, tonight, copies } = foldClosing(desk.session.events());
  const { aftercare } = desk.now.interview;
  const items = (desk.guide?.closing.checklist ?? []).filter(({ id }) => checked.includes(id));
  if (checked.length + copies.length + aftercare.size === 0 && tonight === '') return null;
  return (
    <section className="review-section" aria-labelledby="review-closing">
      <h2 id="review-closing">{t.recordTitle}</h2>
      <ul className="review-items">
        {items.map(({ id, label }) => (
          <li key={id}>{local(label)}</li>
        ))}
        {[...aftercare].map(([task, { at, note }]) => (
          <li key={task}>
            {t[task]}: {t.doneAt(longDate(at, language))}
            {note && <p className="review-text">{note}</p>}
          </li>
        ))}
        {copies.map(({ at, form }) => (
          <li key={at}>
            {t.copy}: {t.copyReleased(longDate(at, language), t[form])}
          </li>
        ))}
      </ul>
      {tonight !== '' && (
        <>
          <h3>{t.tonight}</h3>
          <p className="review-text">{tonight}</p>
        </>
      )}
    </section>
  );
}
