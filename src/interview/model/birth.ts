/** When somebody was born, as well as it must be known to tell their age; it is never kept. */
export interface BirthMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** Nobody is interviewed who has not turned 15 on the day of the talk (domain.md K4). */
export const MIN_AGE = 15;

/**
 * The first day (UTC) on which somebody born in this month has turned 15 for certain. The day of birth is not asked
 * for, so it is the first of the month after the birthday; K4 also wants two years since the placement ended.
 */
export const askableFrom = ({ year, month }: BirthMonth): Date =>
  new Date(Date.UTC(year + MIN_AGE, month, 1));

/** The month in which the birthday is, as the first day of it (UTC). */
export const turns15 = ({ year, month }: BirthMonth): Date =>
  new Date(Date.UTC(year + MIN_AGE, month - 1, 1));

/** Reads a typed year; undefined until it is one in which somebody who is asked today can be born. */
export function birthYear(typed: string, today: Date): number | undefined {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
  const now = today.getUTCFullYear();
  return year > now - 120 && year <= now ? year : undefined;
}
