/** Stretches of sound in milliseconds, in order and apart from each other. */
export type Stretches = readonly (readonly [from: number, to: number])[];

/** Players tell the time a few times a second: so far apart two stretches may lie and still be one. */
const SLACK_MS = 400;

/** Adds what was just played. */
export function hear(known: Stretches, from: number, to: number): Stretches {
  if (to <= from) return known;
  const all = [...known, [from, to] as const].toSorted(([a], [b]) => a - b);
  const out: [number, number][] = [];
  for (const [start, end] of all) {
    const last = out.at(-1);
    if (last && start <= last[1] + SLACK_MS) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** True when all of it was played, give or take what a player does not tell. */
export const isHeard = (known: Stretches, from: number, to: number): boolean =>
  known.some(([start, end]) => start <= from + SLACK_MS && end >= to - SLACK_MS);
