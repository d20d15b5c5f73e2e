import { addDays, addMonths, firstDay, lastDay, monthsBetween } from './days.ts';
import type { ParticipantSummary, Placement, PlacementKind } from './participant.ts';
import type { Program } from './program.ts';

/** Of a person, what the rules ask about. */
export type Judged = Pick<ParticipantSummary, 'placements'> & {
  readonly details: Pick<ParticipantSummary['details'], 'birthMonth' | 'protectedData'>;
};

export type Rules = Pick<
  Program,
  | 'minAge'
  | 'monthsAfterClosing'
  | 'offerWindowMonths'
  | 'minPlacementMonths'
  | 'placementKinds'
  | 'excludeCustodyTransferred'
>;

/** Why somebody can't be offered an interview today. With `from`, time alone mends it. */
export type Failed =
  /** Not old enough: has turned `age` on this day at the latest. */
  | { readonly type: 'age'; readonly age: number; readonly from: string }
  /** Too little time has passed since the last placement ended. */
  | { readonly type: 'closing'; readonly months: number; readonly from: string }
  /** A placement goes on. */
  | { readonly type: 'ongoing' }
  /** No placement is written down. */
  | { readonly type: 'noPlacement' }
  /** The last placement was in a kind of home that the rules leave out. */
  | { readonly type: 'kind'; readonly kind: PlacementKind }
  /** Placed for too short a time, all homes that count taken together. */
  | { readonly type: 'short'; readonly months: number; readonly needed: number }
  /** Custody was transferred, and the rules leave that out. */
  | { readonly type: 'custody' };

/** What is said beside it and never bars anyone. */
export type Remark = 'late' | 'protectedData';

export interface Eligibility {
  /** True when every condition is met on the day asked about. */
  readonly now: boolean;
  /** "Can be offered from": null when more than time is missing. */
  readonly from: string | null;
  /** Every condition that fails on that day. */
  readonly failed: readonly Failed[];
  readonly remarks: readonly Remark[];
}

/**
 * Whether somebody can be offered an interview on a day, and if not, each reason (domain.md K4). Every rule is the
 * office's policy. What is known only to the month is taken at its later end, so that nobody is asked too early.
 */
export function eligibilityOf(person: Judged, rules: Rules, today: string): Eligibility {
  const { placements } = person;
  const last = lastPlacement(placements);
  const failed: Failed[] = [];

  const grown = addMonths(addDays(lastDay(person.details.birthMonth), 1), rules.minAge * 12);
  if (grown > today) failed.push({ type: 'age', age: rules.minAge, from: grown });

  const closed = last?.to ? lastDay(last.to) : null;
  const ripe = closed && addMonths(closed, rules.monthsAfterClosing);
  if (!last) failed.push({ type: 'noPlacement' });
  else if (placements.some((each) => goesOn(each, today))) failed.push({ type: 'ongoing' });
  if (ripe && ripe > today) {
    failed.push({ type: 'closing', months: rules.monthsAfterClosing, from: ripe });
  }
  if (last && !rules.placementKinds.includes(last.kind)) {
    failed.push({ type: 'kind', kind: last.kind });
  }
  const counted = placements.filter(({ kind }) => rules.placementKinds.includes(kind));
  const months = monthsPlaced(counted, today);
  if (counted.length > 0 && months < rules.minPlacementMonths) {
    failed.push({ type: 'short', months, needed: rules.minPlacementMonths });
  }
  if (rules.excludeCustodyTransferred && last?.ending === 'custodyTransferred') {
    failed.push({ type: 'custody' });
  }

  const waits = failed.every(
    (each) => 'from' in each || (each.type === 'ongoing' && ripe !== null),
  );
  const from = waits && ripe ? (ripe > grown ? ripe : grown) : null;
  const remarks: Remark[] = [];
  if (ripe && failed.length === 0 && addMonths(ripe, rules.offerWindowMonths) < today) {
    remarks.push('late');
  }
  if (person.details.protectedData) remarks.push('protectedData');
  return { now: failed.length === 0, from, failed, remarks };
}

/** The one that ended last or goes on: it matters most (domain.md K35). */
export function lastPlacement(placements: readonly Placement[]): Placement | undefined {
  const end = ({ to }: Placement): string => (to === null ? '9999' : lastDay(to));
  return placements.reduce<Placement | undefined>(
    (last, each) => (!last || end(each) >= end(last) ? each : last),
    undefined,
  );
}

const goesOn = ({ to }: Placement, today: string): boolean => to === null || lastDay(to) > today;

/** Whole months in any of the placements; a time in two at once counts once. */
function monthsPlaced(placements: readonly Placement[], today: string): number {
  const spans = placements
    .map(({ from, to }) => ({
      from: firstDay(from),
      // The day after the last: a placement from 1 March to 31 August lasted six months.
      to: addDays(to === null ? today : lastDay(to), 1),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let months = 0;
  let open: { from: string; to: string } | undefined;
  for (const span of spans) {
    if (open && span.from <= open.to) {
      open = { from: open.from, to: span.to > open.to ? span.to : open.to };
    } else {
      if (open) months += Math.max(0, monthsBetween(open.from, open.to));
      open = span;
    }
  }
  return open ? months + Math.max(0, monthsBetween(open.from, open.to)) : months;
}
