import type { Guide } from '../../guide/model/guide.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { Check, RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { NO_TEXT, type TypedAbout } from '../model/case-form.ts';
import { BothField } from './BothField.tsx';

const LEVELS = ['calm', 'demanding', 'grave'] as const;
const levelOf = { calm: 1, demanding: 2, grave: 3 } as const;

/** Who the invented person is, and what the talk with them teaches. */
export function CaseAboutForm(props: {
  readonly about: TypedAbout;
  readonly tracks: Guide['tracks'];
  readonly english: boolean;
  readonly onChange: (about: TypedAbout) => void;
}) {
  const { about, tracks, english } = props;
  const t = useTexts(ownCaseTexts);
  const local = useLocal();
  const change = (changes: Partial<TypedAbout>) => props.onChange({ ...about, ...changes });
  const [first, second, third] = about.reflect;
  return (
    <div className="stack">
      <div className="case-pair">
        <TextField
          label={t.alias}
          hint={t.aliasHint}
          maxLength={40}
          value={about.alias}
          onChange={(event) => change({ alias: event.currentTarget.value })}
        />
        <TextField
          label={t.age}
          hint={t.ageHint}
          inputMode="numeric"
          maxLength={3}
          value={about.age}
          onChange={(event) => change({ age: event.currentTarget.value })}
        />
      </div>
      <BothField
        label={t.summary}
        hint={t.summaryHint}
        text={about.summary}
        english={english}
        rows={3}
        onChange={(summary) => change({ summary })}
      />
      <RadioChoice
        legend={t.level}
        options={LEVELS.map((value) => ({ value, label: t[`level_${value}`] }))}
        value={LEVELS[about.level - 1] ?? 'calm'}
        onChange={(level) => change({ level: levelOf[level] })}
      />
      <RadioChoice
        legend={t.track}
        options={tracks.map(({ id, name }) => ({ value: id, label: local(name) }))}
        value={about.track}
        onChange={(track) => change({ track })}
      />
      <Check
        label={t.ownWorker}
        checked={about.ownWorker}
        onChange={(ownWorker) => change({ ownWorker })}
      />
      <Check label={t.audio} checked={about.audio} onChange={(audio) => change({ audio })} />
      <fieldset className="case-group">
        <legend>{t.goals}</legend>
        {about.goals.map((goal, i) => (
          <div className="stack" key={i}>
            <BothField
              label={t.goal(i + 1)}
              text={goal}
              english={english}
              onChange={(text) =>
                change({ goals: about.goals.map((each, at) => (at === i ? text : each)) })
              }
            />
            {about.goals.length > 1 && (
              <div className="row">
                <Button
                  variant="plain"
                  onClick={() => change({ goals: about.goals.filter((_, at) => at !== i) })}
                >
                  {t.removeGoal(i + 1)}
                </Button>
              </div>
            )}
          </div>
        ))}
        {about.goals.length < 8 && (
          <div className="row">
            <Button onClick={() => change({ goals: [...about.goals, NO_TEXT] })}>
              {t.addGoal}
            </Button>
          </div>
        )}
      </fieldset>
      <fieldset className="case-group">
        <legend>{t.reflect}</legend>
        <BothField
          label={t.reflectAt(1)}
          text={first}
          english={english}
          onChange={(text) => change({ reflect: [text, second, third] })}
        />
        <BothField
          label={t.reflectAt(2)}
          text={second}
          english={english}
          onChange={(text) => change({ reflect: [first, text, third] })}
        />
        <BothField
          label={t.reflectAt(3)}
          text={third}
          english={english}
          onChange={(text) => change({ reflect: [first, second, text] })}
        />
      </fieldset>
    </div>
  );
}
