import type { MemberId, Millis } from '../../base/ids.ts';
import { dayAt } from './days.ts';
import type { Program } from './program.ts';

/**
 * - remind: nothing yet, and the autumn has come;
 * - above: more than the office asks of one person in a year, said softly.
 */
export type GoalWord = 'none' | 'remind' | 'above';

/** Nobody is reminded before the first of October (domain.md K2). */
const REMIND_FROM = '-10-01';

/**
 * What a worker's own device says to the worker alone about the year's goal. It takes only the worker's own talks and
 * is asked on no other device: nobody is listed by number of interviews (domain.md K19).
 */
export function goalWord(
  own: MemberId,
  interviews: readonly { readonly interviewer: MemberId; readonly endedAt: Millis | null }[],
  { perWorkerMin, perWorkerMax }: Pick<Program, 'perWorkerMin' | 'perWorkerMax'>,
  today: string,
): GoalWord {
  const year = today.slice(0, 4);
  const held = interviews.filter(
    ({ interviewer, endedAt }) =>
      interviewer === own && endedAt !== null && dayAt(endedAt).startsWith(year),
  ).length;
  if (held > perWorkerMax) return 'above';
  return held === 0 && perWorkerMin > 0 && today >= `${year}${REMIND_FROM}` ? 'remind' : 'none';
}
