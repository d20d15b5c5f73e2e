import type { Language } from '../../i18n/catalogue.ts';

/** What every exercise gets. It says how it went when it was done; it may be done again. */
export interface ExerciseProps {
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly onDone: (result: { readonly right: number; readonly of: number }) => void;
}
