import type { Millis, StreamId } from '../../base/ids.ts';
import { addMonths, dayAt } from './days.ts';
import type { ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';

/** An interview that came in, as far as the waves are concerned. `wave` is null when it began without one. */
export interface CameIn {
  readonly interview: StreamId;
  readonly code: string;
  readonly wave: number | null;
  readonly endedAt: Millis;
  /** Whether the person said that a new talk may be asked for; null where nobody asked. */
  readonly mayAsk: boolean | null;
}

/** One talk that was held: noted in the register, or derived from an interview that came in. */
export interface Held {
  readonly wave: number;
  readonly interview: StreamId | null;
  readonly on: string;
  /** As `CameIn`; null for what was noted by hand. */
  readonly mayAsk: boolean | null;
}

export type Waiting = Pick<ParticipantSummary, 'code' | 'held' | 'offers' | 'notAsked'>;

/**
 * - later: it is too early to ask; due: within the window; overdue: the window is over, and it is still offered;
 * - mayNotAsk: the person did not say yes to being asked again;
 * - asked, accepted, declined, notReached: what became of the offer of this wave; notAsked: with a reason.
 */
export type WaveStanding =
  | 'later'
  | 'due'
  | 'overdue'
  | 'mayNotAsk'
  | 'asked'
  | 'accepted'
  | 'declined'
  | 'notReached'
  | 'notAsked';

/** The follow-up talk that comes next for somebody (domain.md P8). Consent is asked anew at its start. */
export interface NextWave {
  readonly wave: number;
  /** The day of the last talk. */
  readonly last: string;
  readonly from: string;
  readonly due: string;
  readonly until: string;
  readonly standing: WaveStanding;
}

export type WaveRules = Pick<Program, 'followUpEveryMonths' | 'followUpWindowMonths'>;

/** By the participant's code: the register is asked once for each person, however many interviews there are. */
export const byCode = (interviews: readonly CameIn[]): ReadonlyMap<string, readonly CameIn[]> =>
  Map.groupBy(interviews, ({ code }) => code);

/**
 * The talks somebody has held, in the order of the waves. One that came in and that nobody has noted counts as well;
 * noted twice, by two supervisors at once, it counts once.
 */
export function heldBy(
  person: Pick<ParticipantSummary, 'code' | 'held'>,
  cameIn: ReadonlyMap<string, readonly CameIn[]>,
): readonly Held[] {
  const byWave = new Map<number, Held>();
  const noted = new Set(person.held.map(({ interview }) => interview));
  const came = cameIn.get(person.code) ?? [];
  for (const held of person.held) {
    const known = byWave.get(held.wave);
    if (known && known.on <= held.on) continue;
    const talk = came.find(({ interview }) => interview === held.interview);
    byWave.set(held.wave, { ...held, mayAsk: talk?.mayAsk ?? null });
  }
  const derived = came
    .filter(({ interview }) => !noted.has(interview))
    .toSorted((a, b) => a.endedAt - b.endedAt);
  for (const { interview, wave, endedAt, mayAsk } of derived) {
    const which = wave ?? Math.max(0, ...byWave.keys()) + 1;
    if (byWave.has(which)) continue;
    byWave.set(which, { wave: which, interview, on: dayAt(endedAt), mayAsk });
  }
  return [...byWave.values()].sort((a, b) => a.wave - b.wave);
}

/** The wave that an offer or an assignment made now belongs to. */
export const comingWave = (held: readonly Held[]): number => (held.at(-1)?.wave ?? 0) + 1;

/** @returns null before the first interview: whom to ask then is a matter of eligibility. */
export function nextWave(
  person: Waiting,
  held: readonly Held[],
  rules: WaveRules,
  today: string,
): NextWave | null {
  if (held.length === 0) return null;
  const last = held.map(({ on }) => on).reduce((a, b) => (a > b ? a : b));
  const wave = comingWave(held);
  const due = addMonths(last, rules.followUpEveryMonths);
  const from = addMonths(due, -rules.followUpWindowMonths);
  const until = addMonths(due, rules.followUpWindowMonths);
  return { wave, last, from, due, until, standing: standing() };

  function standing(): WaveStanding {
    const offer = person.offers.findLast((each) => each.wave === wave);
    if (offer) return offer.answer?.answer ?? 'asked';
    if (person.notAsked.some((each) => each.wave === wave)) return 'notAsked';
    if (held.at(-1)?.mayAsk === false) return 'mayNotAsk';
    if (today < from) return 'later';
    return today <= until ? 'due' : 'overdue';
  }
}

/** Who takes part over time in one municipality; those of whom one interview is kept, and those who came back. */
export interface Cohort {
  readonly municipality: string;
  readonly fresh: number;
  readonly returning: number;
  /** `fresh` and `returning`, against the office's target (domain.md P9). */
  readonly all: number;
  readonly target: number;
}

/** Counted by municipality; whoever has said no to a next talk is not followed any more. */
export function cohorts(
  people: readonly ParticipantSummary[],
  cameIn: ReadonlyMap<string, readonly CameIn[]>,
  rules: WaveRules & Pick<Program, 'cohortTarget'>,
  today: string,
): readonly Cohort[] {
  const counts = new Map<string, { fresh: number; returning: number }>();
  for (const person of people) {
    const held = heldBy(person, cameIn);
    const next = nextWave(person, held, rules, today);
    if (!next || next.standing === 'declined' || next.standing === 'mayNotAsk') continue;
    const { municipality } = person.details;
    const count = counts.get(municipality) ?? { fresh: 0, returning: 0 };
    counts.set(municipality, count);
    if (held.length > 1) count.returning += 1;
    else count.fresh += 1;
  }
  return [...counts]
    .map(([municipality, { fresh, returning }]) => ({
      municipality,
      fresh,
      returning,
      all: fresh + returning,
      target: rules.cohortTarget,
    }))
    .sort((a, b) => (a.municipality < b.municipality ? -1 : 1));
}
