import type { Guide } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';

/** What every exercise gets. It says how it went when it was done; it may be done again. */
export interface ExerciseProps {
  readonly language: Language;
  /** The guides of this office, whose questions and motives an exercise may be about; the one in use first. */
  readonly guides: readonly Guide[];
  /** YYYY-MM-DD */
  readonly today: string;
  readonly onDone: (result: { readonly right: number; readonly of: number }) => void;
}
