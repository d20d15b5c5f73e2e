import * as z from 'zod/mini';
import type { EventId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, PartialDate, Words } from '../../journal/model/fact.ts';
import { firstMonth } from './months.ts';

/** A placement by an id of its own, so that it can be told about again. */
export const PlacementId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementId>;

export const Home = z.enum([
  'parents',
  'relatives',
  'emergencyHome',
  'fosterHome',
  'residentialCare',
  'supportedHousing',
  'own',
  'other',
]);
export type Home = z.infer<typeof Home>;

export const Move = z.enum(['planned', 'unplanned']);
export type Move = z.infer<typeof Move>;

/** The placements as the person tells them. */
export const TimelineFact = z.discriminatedUnion('type', [
  /** The placement as it now stands; the newest counts. */
  fact('PlacementTold', {
    placement: PlacementId,
    /** As it was told, even if it can't be: a picture that corrects the person is not theirs. */
    from: z.nullable(PartialDate),
    to: z.nullable(PartialDate),
    /** Null as long as it was not said. */
    home: z.nullable(Home),
    /** How the move that ended it came about; null when it has not ended or nobody knows. */
    move: z.nullable(Move),
    words: Words,
    /** The last placement matters most (domain.md K35). */
    last: z.boolean(),
  }),
  fact('PlacementRemoved', { placement: PlacementId }),
]);
export type TimelineFact = z.infer<typeof TimelineFact>;

/** One placement as it now stands. */
export type Placement = Extract<TimelineFact, { type: 'PlacementTold' }>['data'];

/**
 * All placements that stand, oldest first; those of which no year is known come last, in the order of telling. What
 * was removed stays so, whatever a copy from another tablet still tells about it.
 */
export function foldTimeline(events: readonly JournalEvent[]): readonly Placement[] {
  const told = new Map<PlacementId, Placement>();
  const removed = new Set<PlacementId>();
  for (const event of events) {
    const said = timelineFact(event);
    if (said?.type === 'PlacementTold') told.set(said.data.placement, said.data);
    if (said?.type === 'PlacementRemoved') removed.add(said.data.placement);
  }
  return [...told.values()].filter(({ placement }) => !removed.has(placement)).sort(oldestFirst);
}

/** Every event that ever said something of this placement, to be erased with it. */
export function eventsOf(events: readonly JournalEvent[], placement: PlacementId): EventId[] {
  return events.flatMap((event) => {
    const said = timelineFact(event);
    return said?.type === 'PlacementTold' && said.data.placement === placement ? [event.id] : [];
  });
}

function timelineFact(event: JournalEvent): TimelineFact | undefined {
  const { type, version, body } = event;
  if (type !== 'PlacementTold' && type !== 'PlacementRemoved') return undefined;
  return TimelineFact.safeParse({ type, version, data: body?.data }).data;
}

const begins = ({ from, to }: Placement): number =>
  firstMonth(from ?? to) ?? Number.POSITIVE_INFINITY;

const ends = ({ from, to }: Placement): number =>
  firstMonth(to ?? from) ?? Number.POSITIVE_INFINITY;

function oldestFirst(a: Placement, b: Placement): number {
  const [first, second] = [begins(a), begins(b)];
  if (first !== second) return first < second ? -1 : 1;
  return ends(a) === ends(b) ? 0 : ends(a) < ends(b) ? -1 : 1;
}

/** What is strange about the years of a placement. It is said once and kept as it was told. */
export type Oddity = 'reversed' | 'future' | 'beforeBirth';

/** Nobody is older; a person of 15 to 17 was born in the 18 years before. */
const LONGEST_LIFE = 110;
const MINOR_BORN_WITHIN = 18;

/**
 * @param talk the month in which it is told, and what is known of the person's age: the day of birth is not asked
 *   for an interview, so that only what can't be is called so.
 */
export function odditiesOf(
  { from, to }: Pick<Placement, 'from' | 'to'>,
  talk: { readonly month: number; readonly minor: boolean },
): readonly Oddity[] {
  const [begin, end] = [firstMonth(from), firstMonth(to)];
  const known = [begin, end].filter((month) => month !== null);
  const years = talk.minor ? MINOR_BORN_WITHIN : LONGEST_LIFE;
  // Whole years: who is 17 in November was born in the year that lies 18 back at the earliest.
  const birth = (Math.floor(talk.month / 12) - years) * 12;
  const same = from?.length === to?.length;
  const odd: Oddity[] = [];
  if (begin !== null && end !== null && isBefore(end, begin, same)) odd.push('reversed');
  if (known.some((month) => month > talk.month)) odd.push('future');
  if (known.some((month) => month < birth)) odd.push('beforeBirth');
  return odd;
}

/** 2016 is not before 2016-08: dates of different precision are compared by year. */
const isBefore = (a: number, b: number, same: boolean): boolean =>
  same ? a < b : Math.floor(a / 12) < Math.floor(b / 12);
