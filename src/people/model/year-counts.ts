import { lastOffer, waveStanding, type Counted } from './accounting.ts';
import type { Program } from './program.ts';
import type { Past } from './removal.ts';
import { comingWave } from './waves.ts';
import type { PlaceOfYear, ReasonOfYear, TurnOfYear } from './year-places.ts';

/** Counted and not yet to be shown: small numbers are in it. */
export interface YearCounts {
  readonly places: Record<PlaceOfYear, number>;
  readonly reasons: Record<ReasonOfYear, number>;
}

/**
 * Where everyone stood at the end of a year, or stands today, whose turn it was in that year.
 * @param removed what those left behind who are in the register no more.
 */
export function countYear(
  people: readonly Counted[],
  rules: Program,
  year: number,
  today: string,
  turn: TurnOfYear,
  removed: readonly Past[] = [],
): YearCounts {
  const first = `${year}-01-01`;
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  const places = {
    interviewed: 0,
    waiting: 0,
    declined: 0,
    notReached: 0,
    pending: 0,
    notAsked: 0,
  };
  const reasons: Record<ReasonOfYear, number> = {
    illness: 0,
    crisis: 0,
    abroad: 0,
    protectedData: 0,
    noAddress: 0,
    deceased: 0,
    tooFewInterviewers: 0,
    other: 0,
    none: 0,
  };
  if (first > today) return { places, reasons };
  for (const whole of people) {
    const person = until(whole, last);
    const coming = comingWave(person.held);
    const [from, to] = turn === 'first' ? [1, 1] : [2, coming];
    for (let wave = from; wave <= to; wave += 1) {
      if (wasOverBefore(person, wave, first)) continue;
      const standing = waveStanding(person, wave, rules, last);
      const held = person.held.some((each) => each.wave === wave);
      if (standing === 'notEligible' || standing === 'mayNotAsk') continue;
      if (standing === 'accepted') places[held ? 'interviewed' : 'waiting'] += 1;
      else if (standing === 'notAsked' || standing === 'notAskedYet') {
        places.notAsked += 1;
        const noted = person.notAsked.findLast((each) => each.wave === wave);
        reasons[standing === 'notAsked' && noted ? noted.reason : 'none'] += 1;
      } else places[standing] += 1;
    }
  }
  for (const each of removed.flatMap(({ years }) => years)) {
    if (each.year !== year || each.turn !== turn) continue;
    places[each.place] += 1;
    if (each.place === 'notAsked') reasons[each.reason ?? 'none'] += 1;
  }
  return { places, reasons };
}

/** A person as the register would have shown them at the end of a day. */
const until = (person: Counted, last: string): Counted => ({
  ...person,
  offers: person.offers
    .filter(({ on }) => on <= last)
    .map((offer) => ({
      ...offer,
      answer: offer.answer && offer.answer.on <= last ? offer.answer : null,
    })),
  notAsked: person.notAsked.filter(({ on }) => on <= last),
  held: person.held.filter(({ on }) => on <= last),
});

/** True when a wave had come to its end before the year began. */
function wasOverBefore(person: Counted, wave: number, first: string): boolean {
  const held = person.held.find((each) => each.wave === wave);
  if (held) return held.on < first;
  const offer = lastOffer(person, wave);
  if (offer)
    return offer.answer !== null && offer.answer.answer !== 'accepted' && offer.answer.on < first;
  const aside = person.notAsked.findLast((each) => each.wave === wave);
  return aside !== undefined && aside.on < first;
}
