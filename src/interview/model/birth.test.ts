import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askableFrom, birthYear, turns15 } from './birth.ts';

const day = (date: Date) => date.toISOString().slice(0, 10);

describe('who is under 15', () => {
  it.each([
    [{ year: 2012, month: 6 }, '2027-06-01', '2027-07-01'],
    [{ year: 2012, month: 12 }, '2027-12-01', '2028-01-01'],
    // Also who was born on the 29th of February has turned 15 then.
    [{ year: 2012, month: 2 }, '2027-02-01', '2027-03-01'],
  ])('may be asked once the month of the birthday is over: %o', (born, month, from) => {
    expect(day(turns15(born))).toBe(month);
    expect(day(askableFrom(born))).toBe(from);
  });

  it('is never asked before the 15th birthday, whichever day of the month it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2060 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, dayOfMonth) => {
          const birthday = new Date(Date.UTC(year + 15, month - 1, dayOfMonth));
          fc.pre(birthday.getUTCMonth() === month - 1);
          expect(askableFrom({ year, month }).getTime()).toBeGreaterThan(birthday.getTime());
        },
      ),
    );
  });
});

it('reads a year only when it is one', () => {
  const today = new Date('2026-11-22');
  expect(birthYear('2013', today)).toBe(2013);
  for (const wrong of ['', '13', '20133', '2027', '1850', 'två']) {
    expect(birthYear(wrong, today)).toBeUndefined();
  }
});
