import { offerableFrom, waveStanding, type AskingRules, type Counted } from './accounting.ts';
import type { Past, PastWave, PastYear, RemovalReason } from './removal.ts';
import type { Program } from './program.ts';
import { comingWave } from './waves.ts';
import { countYear } from './year-counts.ts';
import { PLACES_OF_YEAR, REASONS_OF_YEAR, TURNS, type PlaceOfYear } from './year-places.ts';

/**
 * The numbers that somebody leaves behind in the offer register (domain.md K5: nobody disappears silently). Earlier
 * years stay as they were. What was open is closed on the day: who had not answered, or said yes and was waiting, has
 * declined if they asked to be removed, else was not reached; who could be asked and was not, is not asked. Somebody who
 * was put in by mistake, and about whom nothing was done, leaves nothing.
 * @param person with every talk that was held.
 */
export function pastOf(person: Counted, why: RemovalReason, rules: Program, today: string): Past {
  const keepsUnasked = why !== 'mistake';
  return {
    waves: wavesOf(person, rules, today).flatMap((wave): PastWave[] => {
      const held = person.held.some((each) => each.wave === wave);
      const standing = waveStanding(person, wave, rules, today);
      switch (standing) {
        case 'notEligible':
        case 'mayNotAsk':
          return [];
        case 'notAskedYet':
          return keepsUnasked ? [{ wave, standing: 'notAsked', reason: 'other', held }] : [];
        case 'notAsked': {
          const noted = person.notAsked.findLast((each) => each.wave === wave);
          return [{ wave, standing, reason: noted?.reason ?? 'other', held }];
        }
        case 'pending':
          return [{ wave, standing: closedAs(why), reason: null, held }];
        case 'accepted':
          return [{ wave, standing: held ? standing : closedAs(why), reason: null, held }];
        default:
          return [{ wave, standing, reason: null, held }];
      }
    }),
    years: yearsIn(person, rules, today).flatMap((year) =>
      TURNS.flatMap((turn) => yearOf(year, turn)),
    ),
  };

  function yearOf(year: number, turn: PastYear['turn']): PastYear[] {
    const { places, reasons } = countYear([person], rules, year, today, turn);
    const isLast = today.startsWith(`${year}-`);
    const asked = PLACES_OF_YEAR.filter((place) => place !== 'notAsked').flatMap((place) =>
      times(places[place], { year, turn, place: isLast ? closed(place) : place, reason: null }),
    );
    const notAsked = REASONS_OF_YEAR.flatMap((reason) =>
      reason === 'none' && !keepsUnasked
        ? []
        : times(reasons[reason], {
            year,
            turn,
            place: 'notAsked' as const,
            reason: isLast && reason === 'none' ? ('other' as const) : reason,
          }),
    );
    return [...asked, ...notAsked];
  }

  function closed(place: PlaceOfYear): PlaceOfYear {
    return place === 'pending' || place === 'waiting' ? closedAs(why) : place;
  }
}

const closedAs = (why: RemovalReason) =>
  why === 'asked' ? ('declined' as const) : ('notReached' as const);

const times = <T>(n: number, each: T): T[] => Array.from({ length: n }, () => each);

/** Every wave that something was done about, and the coming one. */
function wavesOf(person: Counted, rules: AskingRules, today: string): readonly number[] {
  const waves = new Set([
    1,
    comingWave(person.held),
    ...[...person.offers, ...person.notAsked, ...person.held].map(({ wave }) => wave),
  ]);
  // A wave between two that were held may be free by the rules, though nothing was done about it.
  const last = Math.max(...waves);
  for (let wave = 1; wave < last; wave += 1) {
    if (offerableFrom(person, wave, rules, today).now) waves.add(wave);
  }
  return [...waves].sort((a, b) => a - b);
}

/** The years in which this person can have been counted. */
function yearsIn(person: Counted, rules: AskingRules, today: string): readonly number[] {
  const yearIn = (day: string) => Number(day.slice(0, 4));
  const days = [...person.offers, ...person.notAsked, ...person.held].map(({ on }) => on);
  const { from } = offerableFrom(person, 1, rules, today);
  const first = Math.min(...[today, ...days, ...(from ? [from] : [])].map(yearIn));
  return Array.from({ length: yearIn(today) - first + 1 }, (_, i) => first + i);
}
