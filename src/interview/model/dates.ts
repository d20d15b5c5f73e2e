import * as z from 'zod/mini';
import type { QuestionId } from '../../base/ids.ts';

/** A year and a month as they were typed, finished or not. */
const DateParts = z.object({ year: z.string(), month: z.string() });
export type DateParts = z.infer<typeof DateParts>;

/** Both ends of a period as they were typed; what is not finished yet is kept as a draft of its own. */
export const TypedDates = z.object({ from: DateParts, to: DateParts });
export type TypedDates = z.infer<typeof TypedDates>;

/** The key of that draft. */
export const datesKey = (question: QuestionId): string => `dates.${question}`;

const YEAR = /^(19|20)\d{2}$/;

/** Four digits, or two as people say them: 16 is 2016, 98 is 1998. Null for anything else. */
export function yearOf(typed: string): string | null {
  if (YEAR.test(typed)) return typed;
  return /^\d{2}$/.test(typed) ? `${Number(typed) < 50 ? '20' : '19'}${typed}` : null;
}

/** 2016 or 2016-08; null while there is no whole year. */
export function dateOf({ year, month }: DateParts): string | null {
  const whole = yearOf(year);
  return whole && [whole, month].filter(Boolean).join('-');
}

export function partsOf(date: string | null): DateParts {
  const [year = '', month = ''] = (date ?? '').split('-');
  return { year, month };
}

/** Something stands there that is no date yet. */
export const isUnfinished = (parts: DateParts): boolean =>
  (parts.year !== '' || parts.month !== '') && dateOf(parts) === null;

/** The end lies before the beginning, as far as both are known. */
export function isReversed({ from, to }: TypedDates): boolean {
  const begin = dateOf(from);
  const end = dateOf(to);
  return begin !== null && end !== null && end < begin.slice(0, end.length);
}

/** What was typed, if it does not make sense yet; undefined when it does, or when nothing was. */
export function unclearDates(draft: unknown): TypedDates | undefined {
  const typed = TypedDates.safeParse(draft).data;
  const unclear =
    typed && (isUnfinished(typed.from) || isUnfinished(typed.to) || isReversed(typed));
  return unclear ? typed : undefined;
}
