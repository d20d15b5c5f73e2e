import { useMemo } from 'react';
import { exerciseTexts } from '../../i18n/training-exercises.ts';
import { motiveItems } from '../model/motive-exercise.ts';
import { ChoiceExercise } from './ChoiceExercise.tsx';
import type { ExerciseProps } from './exercise-props.ts';

/** Module 4: motives of the guide, each to be matched with its question. */
export function MotiveExercise({
  guides,
  language,
  onDone,
}: Pick<ExerciseProps, 'guides' | 'language' | 'onDone'>) {
  const t = exerciseTexts[language];
  const items = useMemo(() => motiveItems(guides, language), [guides, language]);
  if (items.length === 0) return <p>{t.motivesNone}</p>;
  return (
    <ChoiceExercise intro={t.motivesIntro} items={items} language={language} onDone={onDone} />
  );
}
