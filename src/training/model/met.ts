import { kindTexts } from '../../i18n/training-kinds.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { roleTexts } from '../../i18n/training-role.ts';
import type { Voice } from './case.ts';

/**
 * What the young person is met with, in the words in which the trainee learns the kinds of question: the same on the
 * role's screen, on its paper and in the form of a case.
 */
export function metWords(met: keyof Voice, language: Language): string {
  switch (met) {
    case 'probe':
    case 'again':
    case 'heard':
    case 'refused':
      return roleTexts[language][`met_${met}`];
    default:
      return kindTexts[language][`kind_${met}`];
  }
}
