import { lastOffer, type Counted } from './accounting.ts';
import { lastDay } from './days.ts';
import { lastPlacement } from './eligibility.ts';
import type { Program } from './program.ts';
import type { Past } from './removal.ts';
import { groupsOf, medianOf } from './withhold.ts';
import { countYear, type YearCounts } from './year-counts.ts';
import {
  PLACES_OF_YEAR,
  REASONS_OF_YEAR,
  type PlaceOfYear,
  type ReasonOfYear,
} from './year-places.ts';

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
 * Those who were removed from the register count by what they left behind; the medians, which take days, do without.
 */
export function yearOf(
  people: readonly Counted[],
  interviews: readonly InterviewDays[],
  rules: Program,
  year: number,
  today: string,
  removed: readonly Past[] = [],
): Year {
  const least = rules.suppressBelow;
  const followUps = countYear(people, rules, year, today, 'followUp', removed);
  const wasUsed = PLACES_OF_YEAR.some(
    (place) => place !== 'notAsked' && followUps.places[place] > 0,
  );
  return {
    first: turnOf(countYear(people, rules, year, today, 'first', removed), least),
    followUp: wasUsed ? turnOf(followUps, least) : null,
    medians: medians(people, interviews, year, least),
  };
}

/** What may be shown of these counts. */
export function turnOf({ places, reasons }: YearCounts, least: number): Turn {
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
        REASONS_OF_YEAR.map((reason) => reasons[reason]),
        least,
      )
    : null;
  return {
    eligible: shown && groups.reduce((sum, { count }) => sum + count, 0),
    groups,
    reasons:
      byReason?.map(({ cells, sum }) => ({
        of: REASONS_OF_YEAR.filter((_, i) => cells.includes(i)),
        count: sum,
      })) ?? null,
  };
}

/** True for a group that is one place by itself. */
export const isAlone = (of: readonly PlaceOfYear[], place: PlaceOfYear): boolean =>
  of.length === 1 && of[0] === place;

function medians(
  people: readonly Counted[],
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
            const offer = lastOffer({ offers: offers.filter((each) => each.on <= on) }, wave);
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
