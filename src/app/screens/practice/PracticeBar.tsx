import type { ReactNode } from 'react';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { useTexts } from '../../../kit/language.tsx';
import { usePracticeMark } from '../../practice-mark.ts';

/** Above every screen of a practice, and never scrolled away; what can be done with the practice itself is in it. */
export function PracticeBar(props: {
  /** It is sealed in the practice vault of module 5, and outlives the page. */
  readonly kept?: boolean;
  readonly children?: ReactNode;
}) {
  const t = useTexts(practiceTexts);
  usePracticeMark(t.mark);
  return (
    <aside className="try-bar" aria-label={t.mark}>
      <p>
        <strong className="practice-word">{t.mark}</strong>{' '}
        <span>{props.kept ? t.markHelpKept : t.markHelp}</span>
      </p>
      <div className="row">{props.children}</div>
    </aside>
  );
}
