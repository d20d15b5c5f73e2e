import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { peopleTexts } from '../../i18n/people.ts';
import { ruleTexts } from '../../i18n/rules.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice, RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useKept } from '../../kit/use-kept.ts';
import { useOnce } from '../../kit/use-once.ts';
import type { Judged } from '../model/eligibility.ts';
import { PLACEMENT_KINDS } from '../model/participant.ts';
import type { Program } from '../model/program.ts';
import {
  changesIn,
  leavesNobody,
  NUMBER_RULES,
  RANGES,
  typedRules,
  wrongNumbers,
  type NumberRule,
  type RuleGroup,
  type TypedRules,
} from '../model/rules-form.ts';
import { retentionProblems } from '../model/retention-form.ts';
import { kindKey } from './PlacementForm.tsx';
import { RetentionRules } from './RetentionRules.tsx';
import './people.css';

type Outcome = 'saved' | 'unchanged' | 'notSaved' | 'mend';

/** All that a supervisor may set about the programme, in plain words. */
export function RulesForm(props: {
  readonly program: Program;
  readonly people: readonly Judged[];
  readonly today: string;
  readonly onSave: (changes: Partial<Program>) => Promise<boolean>;
}) {
  const { people, today } = props;
  const t = useTexts(ruleTexts);
  const kinds = useTexts(peopleTexts);
  // Only what was touched: a colleague's change that comes in meanwhile shows in the rest.
  const [touched, setTouched] = useState<Partial<TypedRules>>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [stopped, setStopped] = useState(0);
  // What is wrong may be far above the button.
  useEffect(() => {
    if (stopped > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [stopped]);
  const [asking, setAsking] = useState<Partial<Program> | null>(null);
  const [program, setKept] = useKept(props.program);
  const typed: TypedRules = { ...typedRules(program), ...touched };
  const isTouched = Object.keys(touched).length > 0;
  const wrong = wrongNumbers(typed);
  const hints: Partial<Record<NumberRule, string>> = {
    minAge: t.minAgeHelp,
    offerWindowMonths: t.offerWindowMonthsHelp,
    minPlacementMonths: t.minPlacementMonthsHelp,
    reminders: t.remindersHelp,
    perWorkerMin: t.perWorkerMinHelp,
    suppressBelow: t.suppressBelowHelp,
    interviewDaysOnTablet: t.interviewDaysOnTabletHelp,
  };
  const change = (changes: Partial<TypedRules>) => {
    setTouched({ ...touched, ...changes });
    setOutcome(null);
  };
  const { run: keep, busy } = useOnce(async (changes: Partial<Program>) => {
    const isKept = await props.onSave(changes);
    setAsking(null);
    setOutcome(isKept ? 'saved' : 'notSaved');
    if (!isKept) return;
    setKept({ ...program, ...changes });
    setTouched((now) => typedSince(touched, now));
    setTried(false);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0 || retentionProblems(typed.retention).size > 0) {
      setTried(true);
      setOutcome('mend');
      setStopped(stopped + 1);
      return;
    }
    const changes = changesIn(typed, program);
    if (Object.keys(changes).length === 0) setOutcome('unchanged');
    else if (leavesNobody(people, program, { ...program, ...changes }, today)) setAsking(changes);
    else keep(changes);
  };
  const group = (name: RuleGroup, more: ReactNode) => (
    <section className="card" aria-labelledby={`rules-${name}`}>
      <h2 id={`rules-${name}`}>{t[name]}</h2>
      <div className="people-pair">
        {NUMBER_RULES[name].map((rule) => (
          <TextField
            key={rule}
            label={t[rule]}
            hint={hints[rule]}
            inputMode="numeric"
            maxLength={4}
            value={typed[rule]}
            error={wrong.includes(rule) ? wordsFor(rule) : undefined}
            onChange={(event) => change({ [rule]: event.currentTarget.value })}
          />
        ))}
      </div>
      {more}
    </section>
  );
  const wordsFor = (rule: (typeof wrong)[number]): string => {
    const [lowest, highest] = RANGES[rule];
    const n = Number(typed[rule]);
    return rule === 'perWorkerMin' && n >= lowest && n <= highest
      ? t.moreThanMost
      : t.range(lowest, highest);
  };
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <p className="hint">{t.intro}</p>
      {group(
        'who',
        <>
          <CheckChoice
            legend={t.placementKinds}
            options={PLACEMENT_KINDS.map((value) => ({ value, label: kinds[kindKey(value)] }))}
            values={typed.placementKinds}
            onChange={(placementKinds) => change({ placementKinds })}
          />
          <Check
            label={t.excludeCustodyTransferred}
            checked={typed.excludeCustodyTransferred}
            onChange={(excludeCustodyTransferred) => change({ excludeCustodyTransferred })}
          />
          <RadioChoice
            legend={t.guardianPolicy}
            options={(['required', 'informed', 'none'] as const).map((value) => ({
              value,
              label: t[value],
            }))}
            value={typed.guardianPolicy}
            onChange={(guardianPolicy) => change({ guardianPolicy })}
          />
        </>,
      )}
      {group('asking', null)}
      {group(
        'interviewers',
        <>
          <Check
            label={t.preferOwnWorker}
            checked={typed.preferOwnWorker}
            onChange={(preferOwnWorker) => change({ preferOwnWorker })}
          />
          <p className="hint">{t.preferOwnWorkerHelp}</p>
          <RadioChoice
            legend={t.readiness}
            options={(['required', 'warning', 'off'] as const).map((value) => ({
              value,
              label: t[`readiness_${value}`],
            }))}
            value={typed.readiness}
            onChange={(readiness) => change({ readiness })}
          />
          <p className="hint">{t.readinessHelp}</p>
        </>,
      )}
      {group(
        'review',
        <Check
          label={t.twoApprovers}
          checked={typed.twoApprovers}
          onChange={(twoApprovers) => change({ twoApprovers })}
        />,
      )}
      <RetentionRules
        typed={typed.retention}
        tried={tried}
        onChange={(retention) => change({ retention })}
      />
      <div role="status">
        {outcome && !(outcome === 'saved' && isTouched) && (
          <Notice tone={outcome === 'saved' || outcome === 'unchanged' ? 'info' : 'danger'}>
            {t[outcome]}
          </Notice>
        )}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.save}
        </Button>
      </div>
      {asking && (
        <Dialog title={t.askTitle} onClose={() => setAsking(null)}>
          <p>{t.ask(people.length)}</p>
          <div className="row" data-end="">
            <Button variant="primary" onClick={() => setAsking(null)}>
              {t.askNo}
            </Button>
            <Button disabled={busy} onClick={() => keep(asking)}>
              {t.askYes}
            </Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}

/** What was typed while something was being kept: that is not kept yet. */
const typedSince = (before: Partial<TypedRules>, now: Partial<TypedRules>): Partial<TypedRules> => {
  const then = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(now).filter(([rule, value]) => then.get(rule) !== value),
  );
};
