/*
 * Months as whole numbers, counted from January of the year 0, for a line on which things can be moved. The other
 * way is exact: a date made of a month gives the same month again.
 */

/** The month in which a partial date begins (`2016` in January, `2016-08` in August); null for none. */
export function firstMonth(date: string | null): number | null {
  if (date === null) return null;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

/** The month after the one in which a partial date ends: `2016` ends with December. Null for none. */
export function monthAfter(date: string | null): number | null {
  const first = firstMonth(date);
  return first === null ? null : first + (date?.includes('-') ? 1 : 12);
}

/** `2016-08` */
export const dateOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The month of an instant, in UTC: nothing here is exact enough for the hour at a new year to matter. */
export function monthOf(millis: number): number {
  const at = new Date(millis);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

/** One end of a period on the line. */
export type End = 'from' | 'to';

/** A period as it is told: either end may be unknown. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The period with one end at another place of the line. A year that is moved becomes a month. The ends never pass
 * each other, at least a month stays between them, and nothing leaves the line.
 * @param edge the month at whose beginning the end stands; what ends with June stands at July.
 */
export function withEdge(
  period: Period,
  end: End,
  edge: number,
  line: { readonly first: number; readonly after: number },
): Period {
  const { first, after } = line;
  if (end === 'from') {
    const highest = Math.min(after, monthAfter(period.to) ?? after) - 1;
    const at = Math.max(first, Math.min(highest, edge));
    return { ...period, from: dateOfMonth(at) };
  }
  const lowest = Math.max(first, firstMonth(period.from) ?? first) + 1;
  const at = Math.min(after, Math.max(lowest, edge));
  return { ...period, to: dateOfMonth(at - 1) };
}

/** Where an end stands on the line: at the beginning of which month. */
export const edgeOf = (period: Period, end: End): number | null =>
  end === 'from' ? firstMonth(period.from) : monthAfter(period.to);

/** How long a period is drawn whose one end is not known, in months. */
export const OPEN_MONTHS = 12;

/** Where an end is drawn, also when it is not known: a year from the other one, or at the moment of telling. */
export function shownEdge(period: Period, end: End, now: number): number {
  const known = edgeOf(period, end);
  if (known !== null) return known;
  return end === 'from'
    ? (edgeOf(period, 'to') ?? now) - OPEN_MONTHS
    : (edgeOf(period, 'from') ?? now - OPEN_MONTHS) + OPEN_MONTHS;
}
