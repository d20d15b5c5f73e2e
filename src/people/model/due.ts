import type { StreamId } from '../../base/ids.ts';
import { offerableFrom, settledStanding } from './accounting.ts';
import type { AssignmentSummary } from './assignment.ts';
import { addMonths } from './days.ts';
import type { Program } from './program.ts';
import type { Known, Listed } from './register.ts';
import { comingWave, withTalks, type CameIn } from './waves.ts';

/** Something ahead: somebody can be offered a first interview, a follow-up is due, a talk should be held by a day. */
export interface DueItem {
  readonly kind: 'offer' | 'followUp' | 'talk';
  /** The person's entry, or the assignment. */
  readonly stream: StreamId;
  readonly code: string;
  readonly wave: number;
  /** From this day on, `YYYY-MM-DD`. */
  readonly from: string;
  /** Preferably before the end of this day. */
  readonly until: string;
  /** `later`: not yet; `late`: the time it should have been done in is over. It is never too late to ask. */
  readonly standing: 'later' | 'now' | 'late';
}

export interface Ahead {
  readonly people: readonly Listed[];
  readonly assignments: readonly (AssignmentSummary & { readonly stream: StreamId })[];
  /** By code, as `byCode` gives them. */
  readonly cameIn: ReadonlyMap<string, readonly CameIn[]>;
}

/** What is to be done now and in so many months, the oldest first. Somebody who was asked or set aside is not in it. */
export function dueItems(
  { people, assignments, cameIn }: Ahead,
  rules: Program,
  today: string,
  months: number,
): readonly DueItem[] {
  const horizon = addMonths(today, months);
  const items = [...withTalks(people, cameIn).flatMap(offer), ...assignments.flatMap(talk)];
  return items
    .filter(({ from }) => from <= horizon)
    .sort((a, b) => (a.from === b.from ? (a.code < b.code ? -1 : 1) : a.from < b.from ? -1 : 1));

  function offer(person: Known): DueItem[] {
    const wave = comingWave(person.held);
    if (settledStanding(person, wave) !== null) return [];
    const { from, until, now, late } = offerableFrom(person, wave, rules, today);
    if (from === null || until === null) return [];
    const { stream, code } = person;
    const standing = late ? 'late' : now ? 'now' : 'later';
    return [{ kind: wave === 1 ? 'offer' : 'followUp', stream, code, wave, from, until, standing }];
  }

  function talk({ stream, brief, ended }: Ahead['assignments'][number]): DueItem[] {
    const { due, code, wave } = brief;
    if (due === null || ended !== null) return [];
    const standing = due < today ? 'late' : 'now';
    return [{ kind: 'talk', stream, code, wave, from: due, until: due, standing }];
  }
}
