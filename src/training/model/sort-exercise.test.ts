import { expect, it } from 'vitest';
import data from '../data/sorting.json' with { type: 'json' };
import { sortedRight, Sorting, SortingPlace } from './sort-exercise.ts';

const sorting = Sorting.parse(data);

it('ships eight situations, at least two of each kind, in both languages', () => {
  expect(new Set(sorting.situations.map(({ id }) => id)).size).toBe(8);
  for (const place of SortingPlace.options) {
    const here = sorting.situations.filter(({ belongs }) => belongs === place);
    expect(here.length, place).toBeGreaterThanOrEqual(2);
  }
  for (const { text, why } of sorting.situations) {
    expect(text.en ?? '').not.toBe('');
    expect(why.en ?? '').not.toBe('');
  }
});

it('takes as right what stands where it belongs, and nothing that stands nowhere', () => {
  const right = new Map(sorting.situations.map(({ id, belongs }) => [id, belongs] as const));
  expect(sortedRight(sorting, right).size).toBe(8);
  expect(sortedRight(sorting, new Map())).toEqual(new Set());
  expect(sortedRight(sorting, new Map([['dog', 'now']])).size).toBe(0);
});
