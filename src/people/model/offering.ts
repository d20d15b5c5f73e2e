import { isDate } from './days.ts';
import type { ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';

/** The limit of reminders is the office's policy: beyond it none can be noted (domain.md section 2.1). */
export const mayRemind = (
  offer: Pick<ParticipantSummary['offers'][number], 'reminders' | 'answer'>,
  { reminders }: Pick<Program, 'reminders'>,
): boolean => offer.answer === null && offer.reminders.length < reminders;

export type DayProblem = 'missingDay' | 'futureDay' | 'beforeOffer';

/** @param offered the day of the offer that this follows on; null when it is the offer itself. */
export function dayProblem(day: string, today: string, offered: string | null): DayProblem | null {
  if (day.length !== 10 || !isDate(day)) return 'missingDay';
  if (day > today) return 'futureDay';
  return offered !== null && day < offered ? 'beforeOffer' : null;
}
