import { expect, it } from 'vitest';
import { dayProblem, mayRemind } from './offering.ts';

it('no reminder beyond the limit, nor after an answer', () => {
  const waiting = { reminders: ['2026-10-01'], answer: null };
  expect(mayRemind(waiting, { reminders: 2 })).toBe(true);
  expect(mayRemind(waiting, { reminders: 1 })).toBe(false);
  expect(mayRemind({ ...waiting, reminders: [] }, { reminders: 0 })).toBe(false);
  const answered = { reminders: [], answer: { answer: 'declined', on: '2026-10-02' } } as const;
  expect(mayRemind({ ...answered, reminders: [] }, { reminders: 1 })).toBe(false);
});

it('a day is one that has been, and not before the offer', () => {
  expect(dayProblem('', '2026-11-22', null)).toBe('missingDay');
  expect(dayProblem('2026-02-30', '2026-11-22', null)).toBe('missingDay');
  expect(dayProblem('2026-11-23', '2026-11-22', null)).toBe('futureDay');
  expect(dayProblem('2026-09-30', '2026-11-22', '2026-10-01')).toBe('beforeOffer');
  expect(dayProblem('2026-11-22', '2026-11-22', '2026-11-22')).toBeNull();
});
