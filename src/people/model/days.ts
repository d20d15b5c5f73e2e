/*
 * Days as `YYYY-MM-DD`, which sort as text, and months as `YYYY-MM` where nobody knows the day. Reckoned by the
 * calendar alone: no clock, no time zone. What is only known to the month is taken so that nobody is asked too early.
 */

/** A day (`2016-08-15`) or only a month (`2016-08`). */
export type DayOrMonth = string;

const MONTH = 7;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const parts = (date: DayOrMonth): readonly [number, number, number] => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return [year, month, day];
};

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first day of a month; a day is itself. */
export const firstDay = (date: DayOrMonth): string => (date.length === MONTH ? `${date}-01` : date);

/** The last day of a month; a day is itself. */
export function lastDay(date: DayOrMonth): string {
  if (date.length !== MONTH) return date;
  const [year, month] = parts(date);
  return `${date}-${String(daysIn(year, month)).padStart(2, '0')}`;
}

/** So many days later; negative for earlier. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return dayOf(Date.UTC(year, month - 1, date + days));
}

/** So many months later, on the same day or the last of a shorter month: 31 August and six months is 28 February. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return dayOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)));
}

/** Whole months from one day to another; negative when it lies before. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  if (months > 0 && addMonths(from, months) > to) return months - 1;
  if (months < 0 && addMonths(from, months) < to) return months + 1;
  return months;
}

/** True for a day or month that the calendar has: not 31 February, not month 13. */
export function isDate(date: DayOrMonth): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return false;
  const [year, month, day] = parts(date);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The day of an instant where the device is. */
export function dayAt(millis: number): string {
  const at = new Date(millis);
  return dayOf(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()));
}
