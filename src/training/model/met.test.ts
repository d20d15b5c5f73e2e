import { expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import { VOICES } from './case-form.ts';
import { metWords } from './met.ts';
import { QuestionKind } from './question-kind.ts';

it.each(LANGUAGES)(
  'names each kind of question as the hint to the trainee does (%s)',
  (language) => {
    for (const kind of QuestionKind.options) {
      expect(metWords(kind, language)).toBe(kindTexts[language][`kind_${kind}`]);
    }
    const all = VOICES.map((met) => metWords(met, language));
    expect(new Set(all).size).toBe(VOICES.length);
  },
);
