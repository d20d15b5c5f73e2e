import { addMonths } from './days.ts';
import { eligibilityOf, type Judged, type Rules } from './eligibility.ts';
import { NOT_ASKED_REASONS, type ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';

/** Of a person, what is counted. */
export type Counted = Judged & Pick<ParticipantSummary, 'offers' | 'notAsked' | 'held'>;

export type WaveRules = Rules & Pick<Program, 'followUpEveryMonths' | 'followUpWindowMonths'>;

/** What has become of a person in one wave. Everyone stands in exactly one place, so that nobody disappears. */
export type WaveStanding =
  /** By the rules not to be asked yet, or not at all. */
  | 'notEligible'
  /** Could be asked, and nobody has done or noted anything. */
  | 'notAskedYet'
  /** It is noted why this person is not asked. */
  | 'notAsked'
  /** Asked, and there is no answer. */
  | 'pending'
  | 'accepted'
  | 'declined'
  | 'notReached';

export type NotAskedReason = (typeof NOT_ASKED_REASONS)[number];

type Offer = ParticipantSummary['offers'][number];

/** The last offer of a wave: an earlier one gives way to it. */
export function lastOffer({ offers }: Pick<Counted, 'offers'>, wave: number): Offer | undefined {
  let last: Offer | undefined;
  for (const each of offers) if (each.wave === wave && (!last || each.on >= last.on)) last = each;
  return last;
}

/** The wave a person would be asked for next: one more than the last that was held. */
export const nextWave = ({ held }: Pick<Counted, 'held'>): number =>
  held.reduce((highest, { wave }) => Math.max(highest, wave), 0) + 1;

export interface Offerable {
  readonly now: boolean;
  readonly from: string | null;
  /** Longer ago than the office usually waits; said of the first wave only, and never a bar. */
  readonly late: boolean;
}

/**
 * From when a person can be offered a wave, and whether that is today: the first by the conditions, the following ones
 * some months after the one before (domain.md P8). Null when more than time is missing.
 */
export function offerableFrom(
  person: Counted,
  wave: number,
  rules: WaveRules,
  today: string,
): Offerable {
  if (wave === 1) {
    const { now, from, remarks } = eligibilityOf(person, rules, today);
    return { now, from, late: remarks.includes('late') };
  }
  let before: string | null = null;
  for (const each of person.held) {
    if (each.wave === wave - 1 && (before === null || each.on > before)) before = each.on;
  }
  const wait = Math.max(0, rules.followUpEveryMonths - rules.followUpWindowMonths);
  const from = before && addMonths(before, wait);
  return { now: from !== null && from <= today, from, late: false };
}

/**
 * Where a person stands in a wave. What was done counts before what the rules say now: somebody who was asked stays
 * asked, also when a rule has changed or a placement was taken away since.
 * @param isFree whether nothing was done and the rules allow it; told by whoever has reckoned it already.
 */
export function waveStanding(
  person: Counted,
  wave: number,
  rules: WaveRules,
  today: string,
  isFree = (): boolean => offerableFrom(person, wave, rules, today).now,
): WaveStanding {
  // An interview that was held was agreed to, whether or not an offer was noted.
  if (person.held.some((each) => each.wave === wave)) return 'accepted';
  const offer = lastOffer(person, wave);
  if (offer) return offer.answer?.answer ?? 'pending';
  if (person.notAsked.some((each) => each.wave === wave)) return 'notAsked';
  return isFree() ? 'notAskedYet' : 'notEligible';
}

/**
 * The offer register in numbers (domain.md K5): eligible = asked + not asked, and asked = accepted + declined +
 * not reached + pending, always.
 */
export interface WaveCount {
  readonly eligible: number;
  readonly asked: number;
  /** With a reason noted or without one. */
  readonly notAsked: number;
  readonly accepted: number;
  readonly declined: number;
  readonly notReached: number;
  readonly pending: number;
  /** Of those not asked: by reason, and those of whom nothing is noted. */
  readonly reasons: Readonly<Record<NotAskedReason, number>>;
  readonly withoutReason: number;
  readonly held: number;
  readonly notEligible: number;
}

export function countWave(
  people: readonly Counted[],
  wave: number,
  rules: WaveRules,
  today: string,
): WaveCount {
  const found: Record<WaveStanding, number> = {
    notEligible: 0,
    notAskedYet: 0,
    notAsked: 0,
    pending: 0,
    accepted: 0,
    declined: 0,
    notReached: 0,
  };
  const reasons = { ...NO_REASONS };
  let held = 0;
  for (const person of people) {
    const standing = waveStanding(person, wave, rules, today);
    found[standing] += 1;
    if (person.held.some((each) => each.wave === wave)) held += 1;
    if (standing !== 'notAsked') continue;
    const noted = person.notAsked.findLast((each) => each.wave === wave);
    if (noted) reasons[noted.reason] += 1;
  }
  const { pending, accepted, declined, notReached, notEligible } = found;
  const asked = pending + accepted + declined + notReached;
  const notAsked = found.notAsked + found.notAskedYet;
  return {
    eligible: people.length - notEligible,
    asked,
    notAsked,
    accepted,
    declined,
    notReached,
    pending,
    reasons,
    withoutReason: found.notAskedYet,
    held,
    notEligible,
  };
}

const NO_REASONS: Record<NotAskedReason, number> = {
  illness: 0,
  crisis: 0,
  abroad: 0,
  protectedData: 0,
  noAddress: 0,
  deceased: 0,
  tooFewInterviewers: 0,
  other: 0,
};
