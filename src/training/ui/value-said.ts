import type { Question } from '../../guide/model/guide.ts';
import { recordTexts } from '../../i18n/record.ts';
import { AnswerValue } from '../../interview/model/event.ts';
import { valueWords } from '../../interview/model/value-words.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { CaseValue } from '../model/case.ts';

/** How the young person would fill in the scale, choice or dates of a question, in words; null where there is none. */
export function useValueWords(question: Question): (value: CaseValue | undefined) => string | null {
  const t = useTexts(recordTexts);
  const { language } = useLanguage();
  const local = useLocal();
  return (value) => {
    const known = value === undefined ? null : valueOf(value);
    return known && valueWords(known, question.answer, { t, language, local });
  };
}

function valueOf(value: CaseValue): AnswerValue {
  if (typeof value === 'number') return { kind: 'scale', value };
  if (typeof value === 'string') return { kind: 'choice', options: [value] };
  if (Array.isArray(value)) return { kind: 'choice', options: value };
  return { kind: 'date', from: value.from, to: value.to, unknown: false };
}
