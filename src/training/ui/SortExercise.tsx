import { exerciseTexts } from '../../i18n/training-exercises.ts';
import data from '../data/sorting.json';
import { Sorting } from '../model/sort-exercise.ts';
import { ChoiceExercise } from './ChoiceExercise.tsx';
import type { ExerciseProps } from './exercise-props.ts';

const SORTING = Sorting.parse(data);

/** Module 2: eight situations, each to be passed on at once, reported or only listened to. */
export function SortExercise({ language, onDone }: Pick<ExerciseProps, 'language' | 'onDone'>) {
  const t = exerciseTexts[language];
  const options = [
    { value: 'now', label: t.sortNow },
    { value: 'report', label: t.sortReport },
    { value: 'listen', label: t.sortListen },
  ];
  const items = SORTING.situations.map(({ id, text, belongs, why }) => ({
    id,
    prompt: text[language] ?? text.sv,
    options,
    right: belongs,
    why: why[language] ?? why.sv,
  }));
  return <ChoiceExercise intro={t.sortIntro} items={items} language={language} onDone={onDone} />;
}
