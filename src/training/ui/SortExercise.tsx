import { useState, type FormEvent } from 'react';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { Notice } from '../../kit/notice.tsx';
import data from '../data/sorting.json';
import { sortedRight, Sorting, type SortingPlace } from '../model/sort-exercise.ts';
import type { ExerciseProps } from './exercise-props.ts';
import './exercises.css';

const SORTING = Sorting.parse(data);

/** Module 2: eight situations, each to be passed on at once, reported or only listened to. */
export function SortExercise({ language, onDone }: Omit<ExerciseProps, 'today'>) {
  const t = exerciseTexts[language];
  const [placed, setPlaced] = useState<ReadonlyMap<string, SortingPlace>>(new Map());
  /** As it stood when the answers were shown: a later change does not show which place is right. */
  const [shown, setShown] = useState<ReadonlyMap<string, SortingPlace> | null>(null);
  const [missing, setMissing] = useState(false);
  const places = [
    { value: 'now', label: t.sortNow },
    { value: 'report', label: t.sortReport },
    { value: 'listen', label: t.sortListen },
  ] as const;
  const of = SORTING.situations.length;
  const right = shown && sortedRight(SORTING, shown);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(placed.size < of);
    if (placed.size < of) return;
    setShown(placed);
    onDone({ right: sortedRight(SORTING, placed).size, of });
  };
  return (
    <form className="stack" noValidate onSubmit={submit} lang={language}>
      <p>{t.sortIntro}</p>
      <ol role="list" className="exercise-list">
        {SORTING.situations.map(({ id, text, why }, i) => (
          <li className="card" key={id}>
            <RadioChoice
              legend={
                <>
                  <span className="hint">{t.number(i + 1, of)}</span> {text[language] ?? text.sv}
                </>
              }
              options={places}
              value={placed.get(id) ?? null}
              onChange={(place) => {
                setPlaced(new Map(placed).set(id, place));
                setMissing(false);
              }}
            />
            {right && shown?.get(id) === placed.get(id) && (
              <Notice tone={right.has(id) ? 'info' : 'warn'}>
                <p>
                  <strong>{right.has(id) ? t.sortRight : t.sortWrong}</strong>{' '}
                  {why[language] ?? why.sv}
                </p>
              </Notice>
            )}
          </li>
        ))}
      </ol>
      <div role="status">
        {missing && <Notice tone="warn">{t.sortMissing}</Notice>}
        {!missing && right && <Notice>{t.sortResult(right.size, of)}</Notice>}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.sortShow}
        </Button>
      </div>
    </form>
  );
}
