import { useState } from 'react';
import { clockTime } from '../../i18n/format.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import type { RoutePlace } from '../../guide/model/route.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { hasConsent } from '../model/act.ts';
import type { InterviewFact } from '../model/event.ts';
import type { InterviewSession } from '../session.ts';
import { QuestionText } from './QuestionView.tsx';
import { useSnapshot } from './use-session.ts';

/** Sound stays off until the office has a retention decision (domain.md 0.3), so it is not asked about. */
const AUDIO = 'audio';

/** The guide's consent question: each item by itself. Its answer is derived from the items (DESIGN section 12). */
export function ConsentGate(props: {
  readonly session: InterviewSession;
  readonly place: RoutePlace;
  readonly onStop: () => void;
}) {
  const { session, place } = props;
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const { consent, scripts } = session.guide;
  const items = consent.items.filter((item) => item.id !== AUDIO);
  const [yes, setYes] = useState<string[]>([...(state.consent?.yes ?? [])]);
  const [saidBack, setSaidBack] = useState(state.consent?.saidBack ?? false);
  const enough = saidBack && items.every((item) => !item.required || yes.includes(item.id));
  const unchanged =
    state.consent !== null &&
    state.consent.saidBack === saidBack &&
    [...state.consent.yes].sort().join() === [...yes].sort().join();

  const save = () => {
    const facts: InterviewFact[] = [
      { type: 'ConsentGiven', version: 1, data: { textVersion: consent.version, yes, saidBack } },
    ];
    const taking = place.question.answer.kind === 'choice' ? place.question.answer.options : [];
    const derived = taking.find((option) => option.id === 'notesOnly');
    session.write(place.question.id, {
      ...session.answer(place.question.id),
      value: derived && enough ? { kind: 'choice', options: [derived.id] } : null,
    });
    if (enough) {
      facts.push({
        type: 'QuestionEnded',
        version: 1,
        data: { question: place.question.id, outcome: 'answered' },
      });
    }
    void session.settle(place.question.id, facts);
  };

  return (
    <>
      <QuestionText place={place} />
      <details className="talk-script" open={state.consent === null}>
        <summary>{t.secrecyLimits}</summary>
        <p>{local(scripts.secrecyLimits)}</p>
      </details>
      <Check label={t.consentSaidBack} checked={saidBack} onChange={setSaidBack} />
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
          values={yes}
          onChange={setYes}
        />
        <p className="hint">{t.consentAudioOff}</p>
        <details>
          <summary>{t.motive}</summary>
          <p>{local(consent.legalNote)}</p>
          <p>{local(consent.withdrawalText)}</p>
        </details>
      </section>
      {!enough && <p className="hint">{t.consentNeeded}</p>}
      {state.consent && hasConsent(state, session.guide) && (
        <Notice live>{t.consentSaved(clockTime(state.consent.at, language))}</Notice>
      )}
      <div className="row">
        <Button variant="primary" onClick={save} disabled={unchanged || (!enough && !state.consent)}>
          {t.consentSave}
        </Button>
        <Button onClick={props.onStop}>{t.consentNo}</Button>
      </div>
    </>
  );
}
