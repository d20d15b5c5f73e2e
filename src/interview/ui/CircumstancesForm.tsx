import { circumstancesTexts } from '../../i18n/circumstances.ts';
import { Check, RadioChoice } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { circumstancesOf, suggestedMinutes, type Circumstances } from '../model/circumstances.ts';
import type { InterviewSession } from '../session.ts';
import { useSnapshot } from './use-session.ts';
import './preparation.css';

/** Who the two are to each other, and what has to be thought of. Every choice is kept when it is made. */
export function CircumstancesForm({ session }: { readonly session: InterviewSession }) {
  const t = useTexts(circumstancesTexts);
  const { route } = useSnapshot(session);
  const now = circumstancesOf(session.events());
  const change = (part: Partial<Circumstances>) =>
    void session.act(() => [
      {
        type: 'CircumstancesNoted',
        version: 1,
        data: { ...circumstancesOf(session.events()), ...part },
      },
    ]);
  return (
    <div className="stack">
      <RadioChoice
        legend={t.relation}
        value={now.relation}
        onChange={(relation) => change({ relation })}
        options={[
          { value: 'own', label: t.own },
          { value: 'other', label: t.other },
          { value: 'neverMet', label: t.neverMet },
        ]}
      />
      <Check
        label={t.choiceOffered}
        checked={now.choiceOffered}
        onChange={(choiceOffered) => change({ choiceOffered })}
      />
      {now.relation === 'own' && <p className="hint">{t.ownHelp}</p>}
      <Check
        label={t.protectedData}
        checked={now.protectedData}
        onChange={(protectedData) => change({ protectedData })}
      />
      {now.protectedData && <p role="status">{t.protectedHelp}</p>}
      <RadioChoice
        legend={t.interpreter}
        value={now.interpreter ?? 'none'}
        onChange={(chosen) => change({ interpreter: chosen === 'none' ? null : chosen })}
        options={[
          { value: 'none', label: t.none },
          { value: 'authorised', label: t.authorised },
          { value: 'other', label: t.otherInterpreter },
        ]}
      />
      <p className="hint">{t.noRelative}</p>
      {now.interpreter !== null && (
        <section className="stack" aria-label={t.rules}>
          <p role="status">{t.minutes(suggestedMinutes(route.minutes, now), route.minutes)}</p>
          <h3>{t.rules}</h3>
          <ul className="consent-rules">
            {[t.rule1, t.rule2, t.rule3, t.rule4, t.rule5].map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
