import { expect, it } from 'vitest';
import { dateOf, isReversed, isUnfinished, partsOf, unclearDates, yearOf } from './dates.ts';

const parts = (year: string, month = '') => ({ year, month });

it.each([
  ['2016', '2016'],
  ['1998', '1998'],
  ['16', '2016'],
  ['98', '1998'],
  ['49', '2049'],
  ['50', '1950'],
  ['', null],
  ['2', null],
  ['201', null],
  ['1816', null],
  ['20x6', null],
])('the year %j is %j', (typed, year) => {
  expect(yearOf(typed)).toBe(year);
});

it.each(['2016', '2016-08'])('%s reads back as it was kept', (date) => {
  expect(dateOf(partsOf(date))).toBe(date);
});

it('is unfinished when something stands there that is no date', () => {
  expect(isUnfinished(parts(''))).toBe(false);
  expect(isUnfinished(parts('16', '08'))).toBe(false);
  expect(isUnfinished(parts('201'))).toBe(true);
  expect(isUnfinished(parts('', '08'))).toBe(true);
});

it.each([
  ['2016', '2015', true],
  ['2016-08', '2016-07', true],
  ['2016-08', '2016', false],
  ['2016', '2016-01', false],
  ['2016', '', false],
])('from %s to %s is reversed: %s', (from, to, reversed) => {
  expect(isReversed({ from: partsOf(from), to: partsOf(to) })).toBe(reversed);
});

it('tells dates that make no sense yet from those that do, and from other drafts', () => {
  const typed = { from: parts('201'), to: parts('') };
  expect(unclearDates(typed)).toEqual(typed);
  expect(unclearDates({ from: parts('2016'), to: parts('2015') })).toBeDefined();
  expect(unclearDates({ from: parts('2016'), to: parts('17') })).toBeUndefined();
  expect(unclearDates('2016')).toBeUndefined();
});
