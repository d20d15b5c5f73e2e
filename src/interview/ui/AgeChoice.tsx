import { useState } from 'react';
import { clockTime } from '../../i18n/format.ts';
import { consentTexts } from '../../i18n/consent.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { guardianRule, may, mayBeAsked } from '../model/act.ts';
import type { AnyInterviewFact } from '../model/side-facts.ts';
import type { InterviewSession } from '../session.ts';
import { SignaturePad } from './SignaturePad.tsx';
import { UnderAge } from './UnderAge.tsx';
import { useSnapshot } from './use-session.ts';

const AGES = ['adult', 'from15to17', 'under15'] as const;

/** Who must be asked: one tap for an adult, the guardian for 15 to 17 as the office's rule says, a stop below. */
export function AgeChoice(props: {
  readonly session: InterviewSession;
  readonly onStop: () => void;
}) {
  const { session } = props;
  const t = useTexts(consentTexts);
  const { state } = useSnapshot(session);
  return (
    <>
      <fieldset className="stack" disabled={!may(state, 'consent')}>
        <RadioChoice
          legend={t.ageTitle}
          value={state.age}
          onChange={(age) => void session.act([{ type: 'AgeStated', version: 1, data: { age } }])}
          options={AGES.map((age) => ({ value: age, label: t[age] }))}
        />
        {state.age === null && <p className="hint">{t.ageWhy}</p>}
      </fieldset>
      {state.age === 'under15' && <UnderAge talkedAt={state.startedAt} onStop={props.onStop} />}
      {state.age === 'from15to17' && <Guardian session={session} />}
    </>
  );
}

/** The draft of the guardian's signature. */
const DRAWN = 'guardian.signature';

/** Somebody of 15 to 17: what the guardian must do, and that they are not told (OSL 12 kap. 3 §). */
function Guardian({ session }: { readonly session: InterviewSession }) {
  const t = useTexts(consentTexts);
  const local = useLocal();
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const { guide } = session;
  const policy = guardianRule(state, guide);
  const [path, setPath] = useState(() => {
    const drawn = session.draftOf(DRAWN);
    return typeof drawn === 'string' ? drawn : null;
  });
  const draw = (next: string | null) => {
    setPath(next);
    session.draft(DRAWN, next);
  };
  const { run: settle, busy } = useOnce(async (how: 'permitted' | 'informed') => {
    const facts: AnyInterviewFact[] = [{ type: 'GuardianSettled', version: 1, data: { how } }];
    if (how === 'permitted') {
      const data = {
        by: 'guardian',
        how: path === null ? 'spoken' : 'onScreen',
        textVersion: guide.consent.version,
        path,
      } as const;
      facts.push({ type: 'ConsentSigned', version: 1, data });
    }
    await session.act(facts, [DRAWN]);
  });
  const settled = session.events().findLast((event) => event.type === 'GuardianSettled');
  const met = mayBeAsked(state, guide);
  return (
    <section className="card" aria-labelledby="consent-guardian">
      <h2 id="consent-guardian">{t.guardianTitle}</h2>
      <Notice tone="warn">{t.guardianSecrecy}</Notice>
      {policy === 'none' && <p>{t.guardianNone}</p>}
      {policy === 'informed' && !met && <p>{t.guardianInformed}</p>}
      {policy === 'required' && !met && (
        <>
          <p>{t.guardianRequired}</p>
          {guide.consent.guardian && (
            <p>{local(guide.consent.guardian.text).replaceAll(/\{[A-Z_]+\}/g, t.theParticipant)}</p>
          )}
          <SignaturePad label={t.guardianSigns} path={path} onChange={draw} />
        </>
      )}
      {policy !== 'none' && !met && may(state, 'consent') && (
        <div className="row">
          <Button
            variant="primary"
            disabled={busy}
            onClick={() => settle(policy === 'required' ? 'permitted' : 'informed')}
          >
            {policy === 'required' ? t.guardianPermits : t.guardianKnows}
          </Button>
        </div>
      )}
      {policy !== 'none' && met && settled && (
        <p role="status">
          {state.guardian === 'permitted'
            ? t.guardianPermitted(clockTime(settled.at, language))
            : t.guardianTold(clockTime(settled.at, language))}
        </p>
      )}
    </section>
  );
}
