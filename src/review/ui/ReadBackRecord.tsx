import { dateTime } from '../../i18n/format.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { foldReadBack } from '../../interview/model/read-back.ts';
import { notAskedAbout } from '../../interview/model/use.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { ReadingDesk } from './desk.ts';

/** Which sections were read back, and how many answers nobody has asked about; nothing was read: nothing is shown. */
export function ReadBackRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(readBackTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const read = foldReadBack(desk.session.events());
  if (read.sections.size + read.questions.size === 0) return null;
  const open = notAskedAbout(desk.now.interview, read);
  return (
    <section className="review-section" aria-labelledby="review-read-back">
      <h2 id="review-read-back">{t.recordTitle}</h2>
      <ul className="review-items">
        {read.sections.size === 0 && <li>{t.notRead}</li>}
        {[...read.sections].map(([id, at]) => {
          const title = desk.guide?.sections.find((section) => section.id === id)?.title;
          return (
            <li key={id}>{t.recordSection(title ? local(title) : id, dateTime(at, language))}</li>
          );
        })}
        {open > 0 && <li>{t.recordNotAsked(open)}</li>}
      </ul>
    </section>
  );
}
