import { starts } from './question-text.ts';

/** A wording made of the question's own words; the sentences around them are in i18n/training-kinds.ts. */
export interface Rephrased {
  readonly better: 'tellAbout' | 'howWasIt' | 'howCome';
  /** What the person is invited to tell about, as it stands in that sentence. */
  readonly found: string;
}

/** One clause as the rules read it and as it was written. */
export interface Worded {
  readonly words: readonly string[];
  readonly raw: readonly string[];
}

/** How a language turns a question into an invitation, or null when its rules cannot do so safely. */
export type Rephrase = (clause: Worded) => Rephrased | null;

/** A beginning, and what the invitation says before the words that stand after it. */
export type Turns = readonly (readonly [begins: string, tells: string])[];

/** What stands after the beginning of a clause, when it begins so. */
export function after(clause: Worded, begins: string): Worded | null {
  if (!starts(clause.words, begins)) return null;
  const from = begins.split(' ').length;
  return { words: clause.words.slice(from), raw: clause.raw.slice(from) };
}

/** Without words at the end that only say when or how much. */
export function withoutEnd(clause: Worded, light: ReadonlySet<string>): Worded {
  let end = clause.words.length;
  while (end > 1 && light.has(clause.words[end - 1] ?? '')) end -= 1;
  return { words: clause.words.slice(0, end), raw: clause.raw.slice(0, end) };
}
