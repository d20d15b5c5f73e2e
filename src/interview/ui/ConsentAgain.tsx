import { consentItemTexts } from '../../i18n/consent-items.ts';
import { clockTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';

import { foldConsent } from '../model/consent-items.ts';
import { saysYes } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import type { Delivers } from '../withdraw.ts';
import { ConsentList } from './ConsentList.tsx';
import { useSnapshot } from './use-session.ts';

/** What is asked about again: when sound has started the yes to it, at the closing every yes (domain.md section 3). */
const ABOUT = { soundStarted: ['audio'], closing: null } as const;

/**
 * The yes asked about once more, at a moment when the person knows better what it means. Confirming only repeats a
 * yes; what was withdrawn is asked about at the gate, or in a new interview.
 */
export function ConsentAgain(props: {
  readonly session: InterviewSession;
  readonly ports: Delivers;
  readonly moment: keyof typeof ABOUT;
  readonly onStop: () => void;
  readonly onConfirmed?: () => void;
}) {
  const { session, moment } = props;
  const t = useTexts(consentItemTexts);
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const about = ABOUT[moment] ?? session.guide.consent.items.map(({ id }) => id);
  const held = about.filter((item) => saysYes(state, item));
  const { items } = foldConsent(session.events());
  const again = held.map((item) => {
    const said = items.get(item);
    return said?.state === 'yes' ? said.again.findLast((each) => each.moment === moment) : null;
  });
  const at = again.length > 0 && again.every(Boolean) ? again[0]?.at : undefined;
  const { run: confirm, busy } = useOnce(async () => {
    const kept = await session.act((now) => {
      const still = about.filter((item) => saysYes(now, item));
      return [{ type: 'ConsentConfirmed', version: 1, data: { moment, items: still } }];
    });
    if (kept.ok) props.onConfirmed?.();
  });
  return (
    <section className="stack" aria-label={t.againTitle}>
      <h3>{t.againTitle}</h3>
      <p className="hint">{t.againHelp}</p>
      <ConsentList
        session={session}
        ports={props.ports}
        only={about.filter((item) => items.get(item)?.state !== 'no' && items.has(item))}
        onRequired={props.onStop}
      />
      <p role="status">{at !== undefined && t.againSaved(clockTime(at, language))}</p>
      <div className="row">
        <Button disabled={busy || held.length === 0 || at !== undefined} onClick={confirm}>
          {t.againYes}
        </Button>
      </div>
    </section>
  );
}
