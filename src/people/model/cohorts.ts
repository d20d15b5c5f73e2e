import { settledStanding } from './accounting.ts';
import type { ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';
import { comingWave, heldBy, type CameIn } from './waves.ts';

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
  rules: Pick<Program, 'cohortTarget'>,
): readonly Cohort[] {
  const counts = new Map<string, { fresh: number; returning: number }>();
  for (const person of people) {
    const held = heldBy(person, cameIn);
    if (held.length === 0) continue;
    const settled = settledStanding({ ...person, held }, comingWave(held));
    if (settled === 'declined' || settled === 'mayNotAsk') continue;
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
