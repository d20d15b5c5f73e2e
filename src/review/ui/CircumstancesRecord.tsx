import { circumstancesTexts } from '../../i18n/circumstances.ts';
import { circumstancesOf } from '../../interview/model/circumstances.ts';
import { circumstancesWords } from '../../interview/model/circumstances-words.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadingDesk } from './desk.ts';

/** What surrounded the talk; protected personal data stands out, since it binds who reads on. */
export function CircumstancesRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(circumstancesTexts);
  const { language } = useLanguage();
  const events = desk.session.events();
  const lines = circumstancesWords(events, desk.guide, language);
  if (lines.length === 0) return null;
  return (
    <section className="review-section" aria-labelledby="review-circumstances">
      <h2 id="review-circumstances">{t.title}</h2>
      {circumstancesOf(events).protectedData && <Notice tone="warn">{t.protectedData}</Notice>}
      <ul className="review-items">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
