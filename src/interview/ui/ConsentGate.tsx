import { useState } from 'react';
import { clockTime } from '../../i18n/format.ts';
import { consentTexts } from '../../i18n/consent.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import type { RoutePlace } from '../../guide/model/route.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { isEnough, isSaved, saveConsent, tick, ticksOf, type ConsentTicks } from '../consent.ts';
import { hasConsent, may } from '../model/act.ts';
import type { InterviewSession } from '../session.ts';
import { QuestionText } from './QuestionView.tsx';
import { useSnapshot } from './use-session.ts';

/** Sound stays off until the office has a retention decision (domain.md 0.3), so it is not asked about. */
const AUDIO = 'audio';

/** The guide's consent question: each item by itself. Ticks are kept at once, and mean something when saved. */
export function ConsentGate(props: {
  readonly session: InterviewSession;
  readonly place: RoutePlace;
  readonly onStop: () => void;
}) {
  const { session, place } = props;
  const t = useTexts(consentTexts);
  const talk = useTexts(interviewTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const { consent, scripts } = session.guide;
  const items = consent.items.filter((item) => item.id !== AUDIO);
  const [ticks, setTicks] = useState(() => ticksOf(session));
  const { run: save, busy } = useOnce(() => saveConsent(session, ticks));
  const open = may(state, 'consent');
  const agreed = hasConsent(state, session.guide);
  const enough = isEnough(ticks, session.guide);
  const change = (part: Partial<ConsentTicks>) => {
    const next = { ...ticks, ...part };
    setTicks(next);
    tick(session, next);
  };

  return (
    <>
      <QuestionText place={place} />
      <details className="talk-script" open={state.consent === null}>
        <summary>{talk.secrecyLimits}</summary>
        <p>{local(scripts.secrecyLimits)}</p>
      </details>
      {!open && <Notice>{agreed ? t.consentClosed : t.consentClosedWithout}</Notice>}
      <fieldset className="stack" disabled={!open}>
        <Check
          label={t.consentSaidBack}
          checked={ticks.saidBack}
          onChange={(saidBack) => change({ saidBack })}
        />
        <section className="stack" aria-label={t.consentTitle}>
          <h2>{t.consentTitle}</h2>
          <p>{local(consent.intro)}</p>
          <CheckChoice
            legend={t.consentTitle}
            hideLegend
            options={items.map((item) => ({
              value: item.id,
              label: (
                <>
                  {local(item.label)}{' '}
                  {item.required && <span className="hint">({t.consentRequired})</span>}
                </>
              ),
            }))}
            values={ticks.yes}
            onChange={(yes) => change({ yes })}
          />
          <p className="hint">{t.consentAudioOff}</p>
        </section>
      </fieldset>
      <details>
        <summary>{t.consentLaw}</summary>
        <p>{local(consent.legalNote)}</p>
        <p>{local(consent.withdrawalText)}</p>
      </details>
      {open && !enough && <p className="hint">{t.consentNeeded}</p>}
      {state.consent && agreed && (
        <Notice live>{t.consentSaved(clockTime(state.consent.at, language))}</Notice>
      )}
      {open && (
        <div className="row">
          <Button
            variant="primary"
            onClick={save}
            disabled={busy || isSaved(ticks, state) || (!enough && !state.consent)}
          >
            {t.consentSave}
          </Button>
          <Button onClick={props.onStop}>{t.consentNo}</Button>
        </div>
      )}
    </>
  );
}
