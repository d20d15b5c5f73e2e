import { useRef } from 'react';
import { ruleTexts } from '../../i18n/rules.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { MATERIALS, type Material } from '../model/program.ts';
import {
  freeMaterial,
  MOST_DAYS,
  oneMore,
  retentionProblems,
  type RetentionProblem,
  type TypedRetention,
} from '../model/retention-form.ts';
import { SelectField } from '../../kit/select-field.tsx';

/** After how many days each kind of material is to be erased, and by which decision. */
export function RetentionRules(props: {
  readonly typed: readonly TypedRetention[];
  /** True once somebody has tried to save: only then is said what is missing. */
  readonly tried: boolean;
  readonly onChange: (typed: readonly TypedRetention[]) => void;
}) {
  const { typed, tried, onChange } = props;
  const t = useTexts(ruleTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const problems = retentionProblems(typed);
  const change = (row: number, changes: Partial<TypedRetention>) =>
    onChange(typed.map((each) => (each.row === row ? { ...each, ...changes } : each)));
  return (
    <section className="card" aria-labelledby="rules-retention">
      <h2 id="rules-retention" ref={heading} tabIndex={-1}>
        {t.retention}
      </h2>
      <p className="hint">{t.retentionHelp}</p>
      {typed.length === 0 && <p>{t.noRetention}</p>}
      <ul role="list" className="stack">
        {typed.map((rule) => {
          const what = t[materialKey(rule.material)];
          const found = problems.get(rule.row) ?? [];
          const error = (problem: RetentionProblem, words: string) =>
            found.includes(problem) && (tried || problem === 'twice') ? words : undefined;
          return (
            <li key={rule.row}>
              <fieldset className="group">
                <legend>{t.retentionOf(what)}</legend>
                <div className="people-pair">
                  <SelectField
                    label={t.material}
                    value={rule.material}
                    options={MATERIALS.map((value) => ({ value, label: t[materialKey(value)] }))}
                    onChange={(material) => change(rule.row, { material })}
                  />
                  <TextField
                    label={t.days}
                    inputMode="numeric"
                    maxLength={5}
                    value={rule.days}
                    error={error('days', t.range(1, MOST_DAYS))}
                    onChange={(event) => change(rule.row, { days: event.currentTarget.value })}
                  />
                  <TextField
                    label={t.decision}
                    maxLength={80}
                    value={rule.decision}
                    error={error('noDecision', t.noDecision)}
                    onChange={(event) => change(rule.row, { decision: event.currentTarget.value })}
                  />
                </div>
                <p className="error" role="alert" hidden={!error('twice', t.twice)}>
                  {error('twice', t.twice)}
                </p>
                <div className="row">
                  <Button
                    variant="plain"
                    onClick={() => {
                      onChange(typed.filter(({ row }) => row !== rule.row));
                      // The button goes with its row: focus stays in the section.
                      heading.current?.focus();
                    }}
                  >
                    {t.removeRetention(what)}
                  </Button>
                </div>
              </fieldset>
            </li>
          );
        })}
      </ul>
      {freeMaterial(typed) && (
        <div className="row">
          <Button onClick={() => onChange(oneMore(typed))}>{t.addRetention}</Button>
        </div>
      )}
    </section>
  );
}

/** The name of a material in the catalogue, where `interview` alone would say too little. */
const materialKey = (material: Material) => `material_${material}` as const;
