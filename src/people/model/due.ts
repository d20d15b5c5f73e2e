import type { StreamId } from '../../base/ids.ts';
import type { AssignmentSummary } from './assignment.ts';
import { addMonths } from './days.ts';
import { eligibilityOf } from './eligibility.ts';
import type { ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';
import { comingWave, heldBy, nextWave, type CameIn } from './waves.ts';

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
  readonly people: readonly (ParticipantSummary & { readonly stream: StreamId })[];
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
  const items = [
    ...people.flatMap((person) => {
      const held = heldBy(person, cameIn);
      return held.length === 0 ? firstOffer(person, rules, today) : followUp(person, held);
    }),
    ...assignments.flatMap(talk),
  ];
  return items
    .filter(({ from }) => from <= horizon)
    .sort((a, b) => (a.from === b.from ? (a.code < b.code ? -1 : 1) : a.from < b.from ? -1 : 1));

  function followUp(person: Ahead['people'][number], held: ReturnType<typeof heldBy>): DueItem[] {
    const next = nextWave(person, held, rules, today);
    const standing = next && WAVE[next.standing];
    if (!standing) return [];
    const { stream, code } = person;
    const { from, until } = next;
    return [{ kind: 'followUp', stream, code, wave: comingWave(held), from, until, standing }];
  }

  function talk({ stream, brief, ended }: Ahead['assignments'][number]): DueItem[] {
    const { due, code, wave } = brief;
    if (due === null || ended !== null) return [];
    const standing = due < today ? 'late' : 'now';
    return [{ kind: 'talk', stream, code, wave, from: due, until: due, standing }];
  }
}

/** What is left to do about a wave; one that was asked, answered or may not be asked is not in the list. */
const WAVE: Readonly<Partial<Record<string, DueItem['standing']>>> = {
  later: 'later',
  due: 'now',
  overdue: 'late',
};

function firstOffer(person: Ahead['people'][number], rules: Program, today: string): DueItem[] {
  const { stream, code, offers, notAsked } = person;
  if (offers.some(({ wave }) => wave === 1) || notAsked.some(({ wave }) => wave === 1)) return [];
  const { from, now, remarks } = eligibilityOf(person, rules, today);
  if (from === null) return [];
  const until = addMonths(from, rules.offerWindowMonths);
  const standing = remarks.includes('late') ? 'late' : now ? 'now' : 'later';
  return [{ kind: 'offer', stream, code, wave: 1, from, until, standing }];
}
