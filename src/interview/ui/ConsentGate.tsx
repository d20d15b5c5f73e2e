import { useEffect, useState, type ReactNode } from 'react';
import { clockTime } from '../../i18n/format.ts';
import { consentTexts } from '../../i18n/consent.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import type { RoutePlace } from '../../guide/model/route.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import {
  isAgreed,
  isSaved,
  itemsToAsk,
  mustSign,
  saveConsent,
  SIGNATURE,
  tick,
  ticksOf,
  type ConsentTicks,
} from '../consent.ts';
import { hasConsent, may, mayBeAsked, signaturePolicy } from '../model/act.ts';
import { isProtected } from '../model/circumstances.ts';
import type { InterviewSession } from '../session.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { AgeChoice } from './AgeChoice.tsx';
import { QuestionText } from './QuestionView.tsx';
import { SignaturePad } from './SignaturePad.tsx';
import { useSnapshot } from './use-session.ts';

interface Deciding {
  readonly sound?: Pick<SoundPorts, 'retention'> | undefined;
}

interface GateProps {
  readonly session: InterviewSession;
  readonly ports: Deciding;
  readonly place: RoutePlace;
  /** Below the question, as at every other. */
  readonly comments?: ReactNode;
  readonly onStop: () => void;
}

/** The guide's consent question: first who may be asked, then the limits of secrecy, then each item by itself. */
export function ConsentGate(props: GateProps) {
  const { session } = props;
  const t = useTexts(consentTexts);
  const { state } = useSnapshot(session);
  const agreed = hasConsent(state, session.guide);
  return (
    <>
      <QuestionText place={props.place} />
      {props.comments}
      {!may(state, 'consent') && (
        <Notice>{agreed ? t.consentClosed : t.consentClosedWithout}</Notice>
      )}
      <AgeChoice session={session} onStop={props.onStop} />
      {mayBeAsked(state, session.guide) && (
        <Items
          // What is withdrawn meanwhile must not stay ticked here.
          key={[...state.withdrawn].join()}
          session={session}
          ports={props.ports}
          onStop={props.onStop}
        />
      )}
    </>
  );
}

/** Ticks are kept at once, and mean something when saved. */
function Items(props: Omit<GateProps, 'place'>) {
  const { session } = props;
  const t = useTexts(consentTexts);
  const interview = useTexts(interviewTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const { consent, scripts } = session.guide;
  const [ticks, setTicks] = useState(() => ticksOf(session));
  const [path, setPath] = useState(() => {
    const drawn = session.draftOf(SIGNATURE);
    return typeof drawn === 'string' ? drawn : null;
  });
  const open = may(state, 'consent');
  const agreed = hasConsent(state, session.guide);
  const enough = isAgreed(ticks, session);
  const signature = signaturePolicy(session.guide);
  const waits = enough && mustSign(ticks, session);
  const decided = useSoundDecided(props.ports);
  const closed = isProtected(session.events());
  const items = itemsToAsk(session.guide, decided && !closed);
  const asked = items.map(({ id }) => id);
  const { run: save, busy } = useOnce(async () => {
    const saved = await saveConsent(session, { ...ticks, asked });
    if (saved.ok) setPath(null);
  });
  const change = (part: Partial<ConsentTicks>) => {
    const next = { ...ticks, ...part, asked };
    setTicks(next);
    tick(session, next);
  };
  return (
    <>
      <details className="talk-script" open={state.consent === null}>
        <summary>{interview.secrecyLimits}</summary>
        <p>{local(scripts.secrecyLimits)}</p>
      </details>
      <fieldset className="stack" disabled={!open}>
        <Check
          label={t.consentSaidBack}
          checked={ticks.saidBack}
          onChange={(saidBack) => change({ saidBack })}
        />
      </fieldset>
      {/* A yes before the limits are known is a yes to something else. */}
      <fieldset className="stack" disabled={!open || !ticks.saidBack}>
        <section className="stack" aria-label={t.consentTitle}>
          <h2>{t.consentTitle}</h2>
          <p>{local(consent.intro)}</p>
          {!ticks.saidBack && <p className="hint">{t.secrecyFirst}</p>}
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
          {closed && <p className="hint">{t.consentAudioProtected}</p>}
          {!closed && !decided && <p className="hint">{t.consentAudioOff}</p>}
        </section>
      </fieldset>
      {open && enough && signature !== 'spoken' && (
        <details open={signature === 'drawn' || undefined}>
          <summary>{t.signTitle}</summary>
          <SignaturePad
            label={t.signTitle}
            hint={signature === 'drawn' ? t.signWanted : t.signHelp}
            path={path}
            onChange={(next) => {
              setPath(next);
              session.draft(SIGNATURE, next);
            }}
          />
          {signature === 'drawn' && path === null && (
            <Check
              label={t.signSpoken}
              checked={ticks.spoken ?? false}
              onChange={(spoken) => change({ spoken })}
            />
          )}
        </details>
      )}
      <details>
        <summary>{t.consentLaw}</summary>
        <p>{local(consent.legalNote)}</p>
        <p>{local(consent.withdrawalText)}</p>
      </details>
      {open && !enough && <p className="hint">{t.consentNeeded}</p>}
      {open && waits && <p className="hint">{t.signNeeded}</p>}
      {state.consent && agreed && (
        <Notice live>{t.consentSaved(clockTime(state.consent.at, language))}</Notice>
      )}
      {open && (
        <div className="row">
          <Button
            variant="primary"
            onClick={save}
            disabled={
              busy ||
              waits ||
              (isSaved(ticks, session) && path === null) ||
              (!enough && !state.consent)
            }
          >
            {t.consentSave}
          </Button>
          <Button onClick={props.onStop}>{t.consentNo}</Button>
        </div>
      )}
    </>
  );
}

/** Whether the office has decided how long sound is kept; false until that is known. */
function useSoundDecided({ sound }: Deciding): boolean {
  const [decided, setDecided] = useState(false);
  useEffect(() => {
    let here = true;
    void sound?.retention().then((retention) => {
      if (here) setDecided(retention !== null);
    });
    return () => {
      here = false;
    };
  }, [sound]);
  return decided;
}
