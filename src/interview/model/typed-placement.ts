import * as z from 'zod/mini';
import { dateOf, isUnfinished, partsOf, TypedDates } from './dates.ts';
import { Words } from '../../journal/model/fact.ts';
import { Home, Move, PlacementId, type Placement, type TimelineFact } from './timeline.ts';

/** A placement as it stands in its form: the years as they were typed, finished or not. */
export const TypedPlacement = z.object({
  placement: PlacementId,
  dates: TypedDates,
  home: z.nullable(Home),
  move: z.nullable(Move),
  words: Words,
  last: z.boolean(),
});
export type TypedPlacement = z.infer<typeof TypedPlacement>;

/** All forms that are not settled, as one draft. */
export const TypedPlacements = z.array(TypedPlacement);
export type TypedPlacements = z.infer<typeof TypedPlacements>;
export const TIMELINE_DRAFT = 'timeline';

export const typedFrom = ({ from, to, ...rest }: Placement): TypedPlacement => ({
  ...rest,
  dates: { from: partsOf(from), to: partsOf(to) },
});

/** What can be told of it by now; a year that is not finished is not told yet. */
export const toldBy = ({ dates, ...rest }: TypedPlacement): Placement => ({
  ...rest,
  from: dateOf(dates.from),
  to: dateOf(dates.to),
});

/** Something stands there that is no year yet: it must stay as it was typed. */
export const isHalfTyped = ({ dates }: TypedPlacement): boolean =>
  isUnfinished(dates.from) || isUnfinished(dates.to);

export const isSame = (a: Placement | undefined, b: Placement): boolean =>
  a !== undefined &&
  a.from === b.from &&
  a.to === b.to &&
  a.home === b.home &&
  a.move === b.move &&
  a.words === b.words &&
  a.last === b.last;

export const tells = (data: Placement): TimelineFact => ({
  type: 'PlacementTold',
  version: 1,
  data,
});

/** The facts in a form; none when it says nothing new. Only one placement is the last. */
export function settlingPlacement(
  known: readonly Placement[],
  typed: TypedPlacement,
): TimelineFact[] {
  const next = toldBy(typed);
  const before = known.find(({ placement }) => placement === next.placement);
  if (isSame(before, next)) return [];
  const others = known.filter((each) => next.last && each.last && each !== before);
  return [...others.map((each) => tells({ ...each, last: false })), tells(next)];
}

/** Nothing of it was told, not even half a year. */
export const saysNothing = (form: TypedPlacement): boolean =>
  isSame(toldBy(form), { ...toldBy(form), ...NOTHING }) && !isHalfTyped(form);

const NOTHING = { from: null, to: null, home: null, move: null, words: '', last: false };
