import { useState, type FormEvent } from 'react';
import type { Language } from '../../i18n/catalogue.ts';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import { chosenRight, type ChoiceItem } from '../model/choice-exercise.ts';
import type { ExerciseProps } from './exercise-props.ts';
import './exercises.css';

/** Several things, each with one right choice: sorting, matching and coding look the same. */
export function ChoiceExercise(props: {
  readonly intro: string;
  readonly items: readonly ChoiceItem[];
  readonly language: Language;
  readonly onDone: ExerciseProps['onDone'];
}) {
  const { items, language, onDone } = props;
  const t = exerciseTexts[language];
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  /** As it stood when the answers were shown: a later change does not show which choice is right. */
  const [shown, setShown] = useState<ReadonlyMap<string, string> | null>(null);
  const [missing, setMissing] = useState(false);
  const right = shown && chosenRight(items, shown);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(chosen.size < items.length);
    if (chosen.size < items.length) return;
    setShown(chosen);
    onDone({ right: chosenRight(items, chosen).size, of: items.length });
  };
  return (
    <form className="stack" noValidate onSubmit={submit} lang={language}>
      <p>{props.intro}</p>
      <ol role="list" className="exercise-list">
        {items.map(({ id, prompt, options, why }, i) => (
          <li className="card" key={id}>
            <RadioChoice
              legend={
                <>
                  <span className="hint">{t.number(i + 1, items.length)}</span> {prompt}
                </>
              }
              options={options}
              value={chosen.get(id) ?? null}
              onChange={(value) => {
                setChosen(new Map(chosen).set(id, value));
                setMissing(false);
              }}
            />
            {right && shown?.get(id) === chosen.get(id) && (
              <Notice tone={right.has(id) ? 'info' : 'warn'}>
                <p>
                  <strong>{right.has(id) ? t.choiceRight : t.choiceWrong}</strong> {why}
                </p>
              </Notice>
            )}
          </li>
        ))}
      </ol>
      <div role="status">
        {missing && <Notice tone="warn">{t.choiceMissing}</Notice>}
        {!missing && right && <Notice>{t.choiceResult(right.size, items.length)}</Notice>}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.showAnswers}
        </Button>
      </div>
    </form>
  );
}
