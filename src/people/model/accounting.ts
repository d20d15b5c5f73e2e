import { addMonths } from './days.ts';
import { eligibilityOf, type Judged, type Rules } from './eligibility.ts';
import { NOT_ASKED_REASONS, type ParticipantSummary } from './participant.ts';
import type { Past } from './removal.ts';
import { followUpOf, saidNoBefore, type Held, type WaveRules } from './waves.ts';

/** What was done about a person's waves, with every talk that was held: `withTalks` gives them. */
export type Done = Pick<ParticipantSummary, 'offers' | 'notAsked'> & {
  readonly held: readonly Held[];
};

/** Of a person, what is counted. */
export type Counted = Judged & Done;

/** The rules for a first interview, and those for the ones that follow. */
export type AskingRules = Rules & WaveRules;

/** What has become of a person in one wave. Everyone stands in exactly one place, so that nobody disappears. */
export type WaveStanding =
  /** By the rules not to be asked yet, or not at all. */
  | 'notEligible'
  /** Said at the end of the last talk that no new one may be asked for. */
  | 'mayNotAsk'
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
export function lastOffer({ offers }: Pick<Done, 'offers'>, wave: number): Offer | undefined {
  let last: Offer | undefined;
  for (const each of offers) if (each.wave === wave && (!last || each.on >= last.on)) last = each;
  return last;
}

export interface Offerable {
  readonly now: boolean;
  /** Null when more than time is missing. */
  readonly from: string | null;
  /** Preferably by this day; null when `from` is. It is never too late to ask. */
  readonly until: string | null;
  /** Longer ago than the office usually waits; never a bar. */
  readonly late: boolean;
}

const NEVER: Offerable = { now: false, from: null, until: null, late: false };

/**
 * From when a person can be offered a wave, and whether that is today: the first by the conditions, the following ones
 * some months after the one before (domain.md P8), unless the person said no to that.
 */
export function offerableFrom(
  person: Counted,
  wave: number,
  rules: AskingRules,
  today: string,
): Offerable {
  if (wave === 1) {
    const { now, from, remarks } = eligibilityOf(person, rules, today);
    const until = from && addMonths(from, rules.offerWindowMonths);
    return { now, from, until, late: remarks.includes('late') };
  }
  if (saidNoBefore(person.held, wave)) return NEVER;
  const followUp = followUpOf(person.held, wave, rules);
  if (!followUp) return NEVER;
  const { from, until } = followUp;
  return { now: from <= today, from, until, late: until < today };
}

/** What was done or said about a wave; null when that is nothing, and the rules decide whether it can be offered. */
export function settledStanding(
  person: Done,
  wave: number,
): Exclude<WaveStanding, 'notEligible' | 'notAskedYet'> | null {
  // An interview that was held was agreed to, whether or not an offer was noted.
  if (person.held.some((each) => each.wave === wave)) return 'accepted';
  const offer = lastOffer(person, wave);
  if (offer) return offer.answer?.answer ?? 'pending';
  if (person.notAsked.some((each) => each.wave === wave)) return 'notAsked';
  return saidNoBefore(person.held, wave) ? 'mayNotAsk' : null;
}

/**
 * Where a person stands in a wave. What was done counts before what the rules say now: somebody who was asked stays
 * asked, also when a rule has changed or a placement was taken away since.
 * @param isFree whether nothing was done and the rules allow it; told by whoever has reckoned it already.
 */
export const waveStanding = (
  person: Counted,
  wave: number,
  rules: AskingRules,
  today: string,
  isFree = (): boolean => offerableFrom(person, wave, rules, today).now,
): WaveStanding => settledStanding(person, wave) ?? (isFree() ? 'notAskedYet' : 'notEligible');

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
  /** Those who said no to being asked again are in it. */
  readonly notEligible: number;
}

/** @param removed what those left behind who are in the register no more. */
export function countWave(
  people: readonly Counted[],
  wave: number,
  rules: AskingRules,
  today: string,
  removed: readonly Past[] = [],
): WaveCount {
  const found: Record<WaveStanding, number> = {
    notEligible: 0,
    mayNotAsk: 0,
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
  const past = removed.flatMap(({ waves }) => waves).filter((each) => each.wave === wave);
  for (const each of past) {
    found[each.standing] += 1;
    if (each.held) held += 1;
    if (each.reason) reasons[each.reason] += 1;
  }
  const { pending, accepted, declined, notReached } = found;
  const notEligible = found.notEligible + found.mayNotAsk;
  const asked = pending + accepted + declined + notReached;
  const notAsked = found.notAsked + found.notAskedYet;
  return {
    eligible: people.length + past.length - notEligible,
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
