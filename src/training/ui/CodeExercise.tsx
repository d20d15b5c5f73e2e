import { exerciseTexts } from '../../i18n/training-exercises.ts';
import data from '../data/coding.json';
import { codeItems, Coding } from '../model/code-exercise.ts';
import { ChoiceExercise } from './ChoiceExercise.tsx';
import type { ExerciseProps } from './exercise-props.ts';

const CODING = Coding.parse(data);

/** Module 7: five excerpts of the practice case, coded and compared with the key. */
export function CodeExercise({ language, onDone }: Pick<ExerciseProps, 'language' | 'onDone'>) {
  return (
    <ChoiceExercise
      intro={exerciseTexts[language].codesIntro}
      items={codeItems(CODING, language)}
      language={language}
      onDone={onDone}
    />
  );
}
