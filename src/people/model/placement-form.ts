import * as z from 'zod/mini';
import { firstDay, isDate, lastDay } from './days.ts';
import { holdsIdentityNumber } from './identity-number.ts';
import { Ending, PlacementKind, type Placement } from './participant.ts';

const Typed = z.string().check(z.maxLength(500));

/** A placement as it is being typed: the draft of the form. */
export const TypedPlacement = z.object({
  placement: z.string(),
  kind: PlacementKind,
  from: Typed,
  to: Typed,
  goesOn: z.boolean(),
  municipality: Typed,
  ending: Ending,
});
export type TypedPlacement = z.infer<typeof TypedPlacement>;

export type PlacementField = 'from' | 'to' | 'municipality';
export type PlacementProblem =
  | 'missing'
  | 'tooLong'
  | 'identityNumber'
  | 'notADate'
  | 'future'
  | 'beforeBirth'
  /** It ends before it begins. */
  | 'reversed'
  /** Nobody lives in two homes at once for more than a month. */
  | 'overlaps';

export const typedPlacement = (known: Placement): TypedPlacement => ({
  placement: known.placement,
  kind: known.kind,
  from: known.from,
  to: known.to ?? '',
  goesOn: known.to === null,
  municipality: known.municipality,
  ending: known.ending ?? 'unknown',
});

/** What is to be kept of a form without problems. */
export const placementOf = (form: TypedPlacement): Placement => ({
  placement: form.placement,
  kind: form.kind,
  from: form.from.trim(),
  to: form.goesOn ? null : form.to.trim(),
  municipality: form.municipality.trim(),
  ending: form.goesOn ? null : form.ending,
});

/** What is wrong at each field. @param others the other placements of the same person. */
export function placementProblems(
  form: TypedPlacement,
  person: { readonly birthMonth: string; readonly others: readonly Placement[] },
  today: string,
): ReadonlyMap<PlacementField, PlacementProblem> {
  const found = new Map<PlacementField, PlacementProblem>();
  const say = (field: PlacementField, problem: PlacementProblem) => {
    if (!found.has(field)) found.set(field, problem);
  };
  if (holdsIdentityNumber(form.municipality)) say('municipality', 'identityNumber');
  if (form.municipality.trim() === '') say('municipality', 'missing');
  if (form.municipality.length > 200) say('municipality', 'tooLong');
  const { from, to } = placementOf(form);
  for (const [field, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (date === null) continue;
    if (date === '') say(field, 'missing');
    else if (holdsIdentityNumber(date)) say(field, 'identityNumber');
    else if (!isDate(date)) say(field, 'notADate');
    else if (firstDay(date) > today) say(field, 'future');
    else if (lastDay(date) < firstDay(person.birthMonth)) say(field, 'beforeBirth');
  }
  if (found.has('from') || found.has('to')) return found;
  if (to !== null && lastDay(to) < firstDay(from)) say('to', 'reversed');
  else if (person.others.some((other) => overlaps({ from, to }, other))) say('from', 'overlaps');
  return found;
}

/**
 * Two placements share more than the month in which one was left for the other. What is known only to the month is
 * taken at its narrowest, so that only what can't be is called so.
 */
function overlaps(a: Pick<Placement, 'from' | 'to'>, b: Pick<Placement, 'from' | 'to'>): boolean {
  const begin = a.from.slice(0, 7) > b.from.slice(0, 7) ? a.from : b.from;
  const ends = [a.to, b.to].filter((each) => each !== null).map((each) => each.slice(0, 7));
  return ends.every((end) => begin.slice(0, 7) < end);
}
