import type { Language } from '../../i18n/catalogue.ts';
import { partialDate } from '../../i18n/format.ts';
import { timelineTexts } from '../../i18n/timeline.ts';
import type { Period } from './months.ts';
import type { Placement } from './timeline.ts';

/* A placement in words: the same on the screen, to a screen reader and in the file that anyone can read. */

export const homeWords = ({ home }: Pick<Placement, 'home'>, language: Language): string =>
  timelineTexts[language][home ?? 'notSaid'];

/** maj 2012 till juni 2016; as exact as it was told. */
export function periodWords({ from, to }: Period, language: Language): string {
  const t = timelineTexts[language];
  if (from !== null && to !== null) {
    return from === to
      ? partialDate(from, language)
      : t.span(partialDate(from, language), partialDate(to, language));
  }
  if (from !== null) return t.from(partialDate(from, language));
  return to === null ? t.noYears : t.until(partialDate(to, language));
}

/** Familjehem, 2012 till juni 2016. Flytten därifrån var planerad. Sista placeringen. */
export function placementWords(placement: Placement, language: Language): string {
  const t = timelineTexts[language];
  return [
    `${homeWords(placement, language)}, ${periodWords(placement, language)}`,
    placement.move ? t[placement.move] : '',
    placement.last ? t.lastOne : '',
  ]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
