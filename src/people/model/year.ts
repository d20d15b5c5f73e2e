import { waveStanding, type NotAskedReason } from './accounting.ts';
import { lastDay } from './days.ts';
import { lastPlacement } from './eligibility.ts';
import { NOT_ASKED_REASONS, type ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';
import { groupsOf, medianOf, sumOfWithheld } from './withhold.ts';

/**
 * Where everyone stands whose turn it was: who was interviewed, said yes and waits, declined, was not reached, has
 * not answered, was not asked. In the order in which neighbours are shown together when they are few.
 */
export const PLACES_OF_YEAR = [
  'interviewed',
  'waiting',
  'declined',
  'notReached',
  'pending',
  'notAsked',
] as const;
export type PlaceOfYear = (typeof PLACES_OF_YEAR)[number];

const REASONS = [...NOT_ASKED_REASONS, 'none'] as const;
export type ReasonOfYear = NotAskedReason | 'none';

/** An interview and its review, by days only: `YYYY-MM-DD`. */
export interface InterviewDays {
  readonly held: string;
  /** When it was completed, which takes a memo. */
  readonly memo: string | null;
  readonly reviewed: string | null;
}

export interface Group<T> {
  /** Shown together because they are too few each. */
  readonly of: readonly T[];
  readonly count: number;
}

/** What may be shown of those whose turn it was. */
export interface Turn {
  /** Null when fewer than `suppressBelow` were eligible, and then nothing else is shown either. */
  readonly eligible: number | null;
  readonly groups: readonly Group<PlaceOfYear>[];
  /** Null unless those not asked are shown by themselves. */
  readonly reasons: readonly Group<ReasonOfYear>[] | null;
}

/** What may be shown of a year. Nothing in it is about one person, an interviewer or a group that is too small. */
export interface Year {
  readonly first: Turn;
  /** Null in a year in which nobody was asked again. */
  readonly followUp: Turn | null;
  /** Days, in the middle; null when too few are behind it. */
  readonly medians: {
    readonly closingToOffer: number | null;
    readonly offerToInterview: number | null;
    readonly interviewToMemo: number | null;
    readonly memoToReview: number | null;
  };
}

/**
 * One year at a glance: first interviews and follow-ups apart. Somebody counts in every year in which the matter was
 * open, from the day they could be asked until they were interviewed, said no, were not reached or were set aside.
 */
export function yearOf(
  people: readonly ParticipantSummary[],
  interviews: readonly InterviewDays[],
  rules: Program,
  year: number,
  today: string,
): Year {
  const least = rules.suppressBelow;
  const followUps = countYear(people, rules, year, today, 'followUp');
  const wasUsed = PLACES_OF_YEAR.some(
    (place) => place !== 'notAsked' && followUps.places[place] > 0,
  );
  return {
    first: turnOf(countYear(people, rules, year, today, 'first'), least),
    followUp: wasUsed ? turnOf(followUps, least) : null,
    medians: medians(people, interviews, year, least),
  };
}

function turnOf({ places, reasons }: Counts, least: number): Turn {
  const shown = groupsOf(
    PLACES_OF_YEAR.map((place) => places[place]),
    least,
  );
  const groups = (shown ?? []).map(({ cells, sum }) => ({
    of: PLACES_OF_YEAR.filter((_, i) => cells.includes(i)),
    count: sum,
  }));
  const alone = groups.some(({ of, count }) => count > 0 && isAlone(of, 'notAsked'));
  const byReason = alone
    ? groupsOf(
        REASONS.map((reason) => reasons[reason]),
        least,
      )
    : null;
  return {
    eligible: shown && groups.reduce((sum, { count }) => sum + count, 0),
    groups,
    reasons:
      byReason?.map(({ cells, sum }) => ({
        of: REASONS.filter((_, i) => cells.includes(i)),
        count: sum,
      })) ?? null,
  };
}

const isAlone = (of: readonly PlaceOfYear[], place: PlaceOfYear): boolean =>
  of.length === 1 && of[0] === place;

interface Counts {
  readonly places: Record<PlaceOfYear, number>;
  readonly reasons: Record<ReasonOfYear, number>;
}

function countYear(
  people: readonly ParticipantSummary[],
  rules: Program,
  year: number,
  today: string,
  turn: 'first' | 'followUp',
): Counts {
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
    const coming = Math.max(1, ...person.held.map((each) => each.wave + 1));
    const [from, to] = turn === 'first' ? [1, 1] : [2, coming];
    for (let wave = from; wave <= to; wave += 1) {
      if (wasOverBefore(person, wave, first)) continue;
      const standing = waveStanding(person, wave, rules, last);
      const held = person.held.some((each) => each.wave === wave);
      if (standing === 'notEligible') continue;
      if (standing === 'accepted') places[held ? 'interviewed' : 'waiting'] += 1;
      else if (standing === 'notAsked' || standing === 'notAskedYet') {
        places.notAsked += 1;
        const noted = person.notAsked.findLast((each) => each.wave === wave);
        reasons[standing === 'notAsked' && noted ? noted.reason : 'none'] += 1;
      } else places[standing] += 1;
    }
  }
  return { places, reasons };
}

/** A person as the register would have shown them at the end of a day. */
const until = (person: ParticipantSummary, last: string): ParticipantSummary => ({
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
function wasOverBefore(person: ParticipantSummary, wave: number, first: string): boolean {
  const held = person.held.find((each) => each.wave === wave);
  if (held) return held.on < first;
  const offer = person.offers.findLast((each) => each.wave === wave);
  if (offer)
    return offer.answer !== null && offer.answer.answer !== 'accepted' && offer.answer.on < first;
  const aside = person.notAsked.findLast((each) => each.wave === wave);
  return aside !== undefined && aside.on < first;
}

function medians(
  people: readonly ParticipantSummary[],
  interviews: readonly InterviewDays[],
  year: number,
  least: number,
): Year['medians'] {
  const inYear = (day: string) => day.startsWith(`${year}-`);
  const middle = (pairs: readonly (readonly [from: string, to: string])[]) =>
    medianOf(
      pairs.map(([from, to]) => Math.max(0, daysBetween(from, to))),
      least,
    );
  return {
    closingToOffer: middle(
      people.flatMap(({ offers, placements }) => {
        const closed = lastPlacement(placements)?.to;
        return offers
          .filter(({ wave, on }) => wave === 1 && inYear(on) && closed)
          .map(({ on }) => [lastDay(closed ?? on), on] as const);
      }),
    ),
    offerToInterview: middle(
      people.flatMap(({ offers, held }) =>
        held
          .filter(({ on }) => inYear(on))
          .flatMap(({ wave, on }) => {
            const offer = offers.findLast((each) => each.wave === wave && each.on <= on);
            return offer ? [[offer.on, on] as const] : [];
          }),
      ),
    ),
    interviewToMemo: middle(
      interviews
        .filter(({ held }) => inYear(held))
        .flatMap(({ held, memo }) => (memo ? [[held, memo] as const] : [])),
    ),
    memoToReview: middle(
      interviews
        .filter(({ held }) => inYear(held))
        .flatMap(({ memo, reviewed }) => (memo && reviewed ? [[memo, reviewed] as const] : [])),
    ),
  };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

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
  people: readonly ParticipantSummary[],
  rules: Program,
  today: string,
): OverYears {
  const least = rules.suppressBelow;
  const earlier = rules.earlierYears.map(({ year, interviews }) => ({
    year,
    interviews,
    open: interviews === 0 || interviews >= least,
  }));
  const own = yearsWithInterviews(people, today).map((year) => {
    const turns = (['first', 'followUp'] as const).map((turn) =>
      countYear(people, rules, year, today, turn),
    );
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
export function yearsOf(people: readonly ParticipantSummary[], today: string): readonly number[] {
  const now = Number(today.slice(0, 4));
  const days = people.flatMap(({ offers, held }) => [...offers, ...held].map(({ on }) => on));
  const first = days.reduce((least, on) => Math.min(least, Number(on.slice(0, 4))), now);
  return Array.from({ length: now - first + 1 }, (_, i) => now - i);
}

const yearsWithInterviews = (
  people: readonly ParticipantSummary[],
  today: string,
): readonly number[] =>
  yearsOf(people, today).filter((year) =>
    people.some(({ held }) => held.some(({ on }) => on.startsWith(`${year}-`))),
  );
