import { useState } from 'react';
import { lastTalkTexts } from '../../i18n/last-talk.ts';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { closingItemsOf, foldConsent } from '../model/consent-items.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';

/**
 * What the person is asked about when they know what they have told. Nothing is chosen beforehand, and it need not be
 * answered: silence is no yes.
 */
export function ConsentLater({ session }: { readonly session: InterviewSession }) {
  const t = useTexts(lastTalkTexts);
  const local = useLocal();
  const { state } = useSnapshot(session);
  const [failed, setFailed] = useState(false);
  const { guide } = session;
  const { run: say } = useOnce(async (item: string, yes: boolean) => {
    const data = { item, yes, textVersion: guide.consent.version };
    const kept = await session.act([{ type: 'ConsentItemAnswered', version: 1, data }]);
    setFailed(!kept.ok);
  });
  const items = closingItemsOf(guide);
  if (items.length === 0 || state.consent === null || !may(state, 'consent')) return null;
  const said = foldConsent(session.events()).items;
  return (
    <section className="stack" aria-label={t.askTitle}>
      <h3>{t.askTitle}</h3>
      <p className="hint">{t.askHelp}</p>
      {items.map(({ id, label }) => {
        const known = said.get(id)?.state ?? 'unasked';
        return (
          <RadioChoice
            key={id}
            legend={local(label)}
            value={known === 'unasked' ? null : known === 'yes' ? 'yes' : 'no'}
            onChange={(answer) => say(id, answer === 'yes')}
            options={[
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
        );
      })}
      {failed && (
        <Notice tone="danger" live>
          {t.notKept}
        </Notice>
      )}
    </section>
  );
}
