import { expect, it } from 'vitest';
import data from '../data/sorting.json' with { type: 'json' };
import { Sorting, SortingPlace } from './sort-exercise.ts';

it('ships eight situations, at least two of each kind, in both languages', () => {
  const { situations } = Sorting.parse(data);
  expect(new Set(situations.map(({ id }) => id)).size).toBe(8);
  for (const place of SortingPlace.options) {
    const here = situations.filter(({ belongs }) => belongs === place);
    expect(here.length, place).toBeGreaterThanOrEqual(2);
  }
  for (const { text, why } of situations) {
    expect(text.en ?? '').not.toBe('');
    expect(why.en ?? '').not.toBe('');
  }
});
