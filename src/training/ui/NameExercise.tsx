import { useState, type FormEvent } from 'react';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import data from '../data/coding.json';
import { Coding, judgedRight } from '../model/code-exercise.ts';
import type { ExerciseProps } from './exercise-props.ts';
import './exercises.css';

const CODING = Coding.parse(data);

/** Module 7: what in a memo can reveal who spoke, and what may stay. */
export function NameExercise({ language, onDone }: Pick<ExerciseProps, 'language' | 'onDone'>) {
  const t = exerciseTexts[language];
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const of = CODING.phrases.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShown(marked);
    onDone({ right: judgedRight(CODING, marked), of });
  };
  const right = shown && judgedRight(CODING, shown);
  const wrong = CODING.phrases.filter(({ id, reveals }) => shown?.includes(id) !== reveals);
  return (
    <form className="stack" noValidate onSubmit={submit} lang={language}>
      <p>{t.namesIntro}</p>
      <blockquote className="card exercise-memo">
        {CODING.memo[language] ?? CODING.memo.sv}
      </blockquote>
      <CheckChoice
        legend={t.namesLegend}
        options={CODING.phrases.map(({ id, text }) => ({
          value: id,
          label: text[language] ?? text.sv,
        }))}
        values={marked}
        onChange={setMarked}
      />
      <div role="status">
        {right !== null && (
          <Notice tone={right === of ? 'info' : 'warn'}>
            <p>{t.choiceResult(right, of)}</p>
            {wrong.map(({ id, text, reveals }) => {
              const words = text[language] ?? text.sv;
              return <p key={id}>{reveals ? t.namesLeft(words) : t.namesTooMuch(words)}</p>;
            })}
          </Notice>
        )}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.showAnswers}
        </Button>
      </div>
    </form>
  );
}
