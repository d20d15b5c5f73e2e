import type { Language } from '../../i18n/catalogue.ts';
import { exerciseTexts } from '../../i18n/training-exercises.ts';

const NAMES = ['sort', 'rewrite', 'motives', 'plan', 'codes', 'names', 'test', 'restart'] as const;

/** What an exercise is called on screen; a module may have two. */
export function exerciseTitle(exercise: string, language: Language): string {
  const name = NAMES.find((each) => each === exercise);
  return name ? exerciseTexts[language][`title_${name}`] : exercise;
}
