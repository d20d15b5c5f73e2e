import * as z from 'zod/mini';
import { MemberId, Millis } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { StreamSummary } from '../../journal/model/port.ts';

/*
 * What lists know of one supervisor's changes to the programme: little, since it is read before the first question of
 * an interview, where the programme itself need not be loaded.
 */
export const ProgramSummary = z.object({
  by: MemberId,
  /** What this supervisor last said of guardians, and when; null when nothing. */
  guardian: z._default(
    z.nullable(z.object({ policy: z.enum(['required', 'informed', 'none']), at: Millis })),
    null,
  ),
});
export type ProgramSummary = z.infer<typeof ProgramSummary>;

/** The guide with the office's own rules in place of those it came with; what nobody has set stays the guide's. */
export function guideByRules(guide: Guide, programs: readonly StreamSummary[]): Guide {
  const [last] = programs
    .flatMap(({ data }) => ProgramSummary.safeParse(data).data?.guardian ?? [])
    .toSorted((a, b) => b.at - a.at);
  if (!last) return guide;
  return { ...guide, programDefaults: { ...guide.programDefaults, guardianPolicy: last.policy } };
}
