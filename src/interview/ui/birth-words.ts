import type { Language } from '../../i18n/catalogue.ts';

/* Days and months that were worked out in UTC, in words. */

/** november 2026 */
export const monthOf = (day: Date, language: Language): string =>
  day.toLocaleDateString(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** 21 november 2026; written as in Sweden, also in English. */
export const utcDay = (day: Date, language: Language): string =>
  day.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });

/** november, of a month counted from 0. */
export const monthName = (month: number, language: Language): string =>
  new Date(Date.UTC(2000, month, 15)).toLocaleDateString(language, {
    month: 'long',
    timeZone: 'UTC',
  });
