import { practiceTexts } from '../../../i18n/training-practice.ts';
import { useTexts } from '../../../kit/language.tsx';
import { usePracticeMark } from '../../practice-mark.ts';
import './practice.css';

/** Marks what is read after a practice, in a real vault too: nobody may take it, or a print of it, for an interview. */
export function PracticeWord() {
  const t = useTexts(practiceTexts);
  usePracticeMark(t.mark);
  return (
    <p>
      <strong className="practice-word">{t.mark}</strong>
    </p>
  );
}
