import type { Language } from './catalogue.ts';

const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const;

/** 14:05 */
export const clockTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit' }).format(at);

/** 21 november 2026 */
export const longDate = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long' }).format(at);

/** 21 nov. 14:05 */
export const dateTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** 2012, maj 2012 or 3 maj 2012: as exact as it was told. */
export function partialDate(text: string, language: Language): string {
  const [year = '', month, day] = text.split('-');
  if (!month) return year;
  const at = new Date(Number(year), Number(month) - 1, Number(day ?? 1)).getTime();
  if (day) return longDate(at, language);
  return new Intl.DateTimeFormat(LOCALE[language], { year: 'numeric', month: 'long' }).format(at);
}
