import { useEffect, useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { longDate } from '../../i18n/format.ts';
import { lastTalkTexts } from '../../i18n/last-talk.ts';
import type { Journal } from '../../journal/model/port.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { lastTalkFor } from '../last-talk.ts';
import type { LastTalk as Said } from '../model/last-talk.ts';
import './last-talk.css';

/**
 * What the person said last time, where they have allowed it: folded, and read only. It is looked for anew at every
 * change, so that it goes from the screen as soon as it goes from the device.
 */
export function LastTalk(props: {
  readonly journal: Journal;
  /** The talk that is being prepared. */
  readonly preparing: StreamId;
}) {
  const { journal, preparing } = props;
  const t = useTexts(lastTalkTexts);
  const { language } = useLanguage();
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    let here = true;
    const look = async () => {
      const found = await lastTalkFor(journal, preparing);
      if (here) setSaid(found);
    };
    void look();
    const stop = journal.subscribe(() => void look());
    return () => {
      here = false;
      stop();
    };
  }, [journal, preparing]);
  if (!said) return null;
  return (
    <details className="card last-talk">
      <summary>{t.title(longDate(said.heldAt, language))}</summary>
      <p className="hint">{t.help}</p>
      {said.sections.map(({ title, items }) => (
        <section key={title} className="stack" aria-label={title}>
          <h3>{title}</h3>
          {items.map(({ question, value, paragraphs, leftOut, ownWords }) => (
            <div key={question} className="last-talk-item">
              <h4>{question}</h4>
              {value !== null && <p>{value}</p>}
              {paragraphs.map((paragraph, i) => (
                <p key={`${i} ${paragraph}`}>{paragraph}</p>
              ))}
              {leftOut && <p className="hint">{t.leftOut}</p>}
              {ownWords.length > 0 && (
                <>
                  <p className="hint">{t.ownWords}</p>
                  {ownWords.map((paragraph, i) => (
                    <p key={`${i} ${paragraph}`}>{paragraph}</p>
                  ))}
                </>
              )}
            </div>
          ))}
        </section>
      ))}
    </details>
  );
}
