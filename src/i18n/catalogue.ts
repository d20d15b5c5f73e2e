export type Language = 'sv' | 'en';
export const LANGUAGES = ['sv', 'en'] as const;

type Sentence = string | ((...values: never[]) => string);

/** One area's sentences in both languages. English must have exactly the keys and parameters of Swedish. */
export interface Catalogue<T> {
  readonly sv: T;
  readonly en: T;
}

/** Swedish is written first and is the default; a missing or extra English key does not compile. */
export function catalogue<T extends Record<string, Sentence>>(sv: T, en: NoInfer<T>): Catalogue<T> {
  return { sv, en };
}

/** Picks the grammatical number: Swedish and English both have one and other. */
export const count = (n: number, one: string, other: string): string =>
  `${n} ${new Intl.PluralRules('sv').select(n) === 'one' ? one : other}`;
