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
): Held[] {
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

/** The wave that an offer or an assignment made now belongs to: the one after the last that was held. */
export const comingWave = (held: readonly Held[]): number => (held.at(-1)?.wave ?? 0) + 1;

/**
 * The people of the register with every talk they have held, also those that came in and that nobody has noted. What
 * is reckoned about waves takes these, so that nobody is shown as somebody to ask on half of what is known.
 */
export const withTalks = <P extends Pick<ParticipantSummary, 'code' | 'held'>>(
  people: readonly P[],
  cameIn: ReadonlyMap<string, readonly CameIn[]>,
): readonly (Omit<P, 'held'> & { readonly held: Held[] })[] =>
  people.map((person) => ({ ...person, held: heldBy(person, cameIn) }));

/** Whether the person said no, in the talk before this wave, to being asked again. */
export const saidNoBefore = (held: readonly Held[], wave: number): boolean =>
  held.findLast((each) => each.wave < wave)?.mayAsk === false;

/** When the talk of a wave after the first is offered (domain.md P8). Consent is asked anew at its start. */
export interface FollowUp {
  /** The day of the last talk. */
  readonly last: string;
  readonly from: string;
  readonly due: string;
  readonly until: string;
}

/** @returns null when the wave before it has not been held. */
export function followUpOf(held: readonly Held[], wave: number, rules: WaveRules): FollowUp | null {
  if (!held.some((each) => each.wave === wave - 1)) return null;
  const last = held
    .filter((each) => each.wave < wave)
    .map(({ on }) => on)
    .reduce((a, b) => (a > b ? a : b));
  const due = addMonths(last, rules.followUpEveryMonths);
  const from = addMonths(due, -Math.min(rules.followUpWindowMonths, rules.followUpEveryMonths));
  return { last, from, due, until: addMonths(due, rules.followUpWindowMonths) };
}
