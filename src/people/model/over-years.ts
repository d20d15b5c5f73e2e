import type { Counted } from './accounting.ts';
import type { Program } from './program.ts';
import type { Past } from './removal.ts';
import { sumOfWithheld } from './withhold.ts';
import { isAlone, turnOf } from './year.ts';
import { countYear } from './year-counts.ts';
import { TURNS } from './year-places.ts';

/** Interviews over the years. */
export interface OverYears {
  readonly years: readonly { readonly year: number; readonly interviews: number | null }[];
  /** Everyone up to now, or as many as can be shown: then `atLeast`. */
  readonly total: number;
  readonly atLeast: boolean;
}

/**
 * Interviews of every year since the first, those of before by hand. A year that is too small is not shown, and counts
 * in the total only when that does not give it away. What a year shows here it shows in `yearOf` too, and no more.
 */
export function overYears(
  people: readonly Counted[],
  rules: Program,
  today: string,
  removed: readonly Past[] = [],
): OverYears {
  const least = rules.suppressBelow;
  const earlier = rules.earlierYears.map(({ year, interviews }) => ({
    year,
    interviews,
    open: interviews === 0 || interviews >= least,
  }));
  const own = yearsWithInterviews(people, today, removed).map((year) => {
    const turns = TURNS.map((turn) => countYear(people, rules, year, today, turn, removed));
    return {
      year,
      interviews: turns.reduce((sum, { places }) => sum + places.interviewed, 0),
      open: turns.every((counts) =>
        turnOf(counts, least).groups.some(({ of }) => isAlone(of, 'interviewed')),
      ),
    };
  });
  const years = [...earlier, ...own].sort((a, b) => a.year - b.year);
  const withheld = years.filter(({ open }) => !open).map(({ interviews }) => interviews);
  const rest = withheld.length === 0 ? 0 : sumOfWithheld(withheld, least);
  const shown = years.reduce((sum, { interviews, open }) => (open ? sum + interviews : sum), 0);
  return {
    years: years.map(({ year, interviews, open }) => ({
      year,
      interviews: open ? interviews : null,
    })),
    total: shown + (rest ?? 0),
    atLeast: rest === null,
  };
}

/** The years that can be looked at, newest first: this one, and every one since the first offer or talk. */
export function yearsOf(
  people: readonly Counted[],
  today: string,
  removed: readonly Past[] = [],
): readonly number[] {
  const now = Number(today.slice(0, 4));
  const years = [
    ...people.flatMap(({ offers, held }) =>
      [...offers, ...held].map(({ on }) => Number(on.slice(0, 4))),
    ),
    ...removed.flatMap((past) =>
      past.years.flatMap(({ place, year }) => (place === 'notAsked' ? [] : [year])),
    ),
  ];
  const first = years.reduce((least, year) => Math.min(least, year), now);
  return Array.from({ length: now - first + 1 }, (_, i) => now - i);
}

const yearsWithInterviews = (
  people: readonly Counted[],
  today: string,
  removed: readonly Past[],
): readonly number[] =>
  yearsOf(people, today, removed).filter(
    (year) =>
      people.some(({ held }) => held.some(({ on }) => on.startsWith(`${year}-`))) ||
      removed.some((past) =>
        past.years.some((each) => each.year === year && each.place === 'interviewed'),
      ),
  );
