import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, addMonths, dayAt, firstDay, isDate, lastDay, monthsBetween } from './days.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('knows how long months are', () => {
  expect(firstDay('2024-02')).toBe('2024-02-01');
  expect(lastDay('2024-02')).toBe('2024-02-29');
  expect(lastDay('2023-02')).toBe('2023-02-28');
  expect(lastDay('2023-02-03')).toBe('2023-02-03');
  expect(addMonths('2022-08-31', 6)).toBe('2023-02-28');
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
});

it.each(['2023-02-29', '2023-13', '2023-00', '2023-04-31', '23-04-01', '2023', ''])(
  '%s is no date',
  (text) => expect(isDate(text)).toBe(false),
);

it('counts whole months only', () => {
  expect(monthsBetween('2020-01-31', '2020-02-29')).toBe(1);
  expect(monthsBetween('2020-01-15', '2020-02-14')).toBe(0);
  expect(monthsBetween('2020-02-15', '2020-01-16')).toBe(0);
  expect(monthsBetween('2020-02-15', '2020-01-15')).toBe(-1);
});

it('adds and counts alike, and keeps to the calendar', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, months) => {
      const later = addMonths(from, months);
      expect(isDate(later)).toBe(true);
      expect(monthsBetween(from, later)).toBe(months);
      expect(monthsBetween(from, addDays(later, -1))).toBeLessThan(Math.max(1, months));
    }),
  );
});

it('takes the day where the device is', () => {
  expect(dayAt(new Date(2026, 10, 22, 0, 5).getTime())).toBe('2026-11-22');
  expect(dayAt(new Date(2026, 10, 22, 23, 55).getTime())).toBe('2026-11-22');
});
