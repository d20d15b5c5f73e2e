import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf, medianOf, sumOfWithheld, type Shown } from './withhold.ts';

const LEAST = 5;

/** Every table of so many cells with this sum. */
function* tables(cells: number, sum: number): Generator<readonly number[]> {
  if (cells === 1) {
    yield [sum];
    return;
  }
  for (let first = 0; first <= sum; first += 1) {
    for (const rest of tables(cells - 1, sum - first)) yield [first, ...rest];
  }
}

const sumOf = (cells: readonly number[], from: number, to: number) =>
  cells.slice(from, to).reduce((total, each) => total + each, 0);

describe('numbers that are shown', () => {
  it('never are, and never add up to, one to four', () => {
    const cells = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(cells, fc.integer({ min: 5, max: 20 }), (table, least) => {
        const groups = groupsOf(table, least);
        const total = sumOf(table, 0, table.length);
        expect(groups === null).toBe(total > 0 && total < least);
        fc.pre(groups !== null);
        expect(groups.flatMap((group) => group.cells)).toEqual(table.map((_, i) => i));
        for (const group of groups) {
          expect(group.sum).toBe(group.cells.reduce((sum, i) => sum + (table[i] ?? 0), 0));
          expect(group.sum === 0 || group.sum >= least).toBe(true);
        }
      }),
    );
  });

  it('leave every withheld number open, whoever knows the rule: all tables of six cells up to sixteen people', () => {
    for (let total = LEAST; total <= 16; total += 1) {
      /** What could be, by what is shown. */
      const behind = new Map<string, (readonly number[])[]>();
      for (const table of tables(6, total)) {
        const shown = JSON.stringify(groupsOf(table, LEAST));
        behind.set(shown, [...(behind.get(shown) ?? []), table]);
      }
      for (const [shown, possible] of behind) {
        // Single cells and neighbours together: "interviewed or waiting" is a group of people as well.
        for (let from = 0; from < 6; from += 1) {
          for (let to = from + 1; to <= 6; to += 1) {
            const values = new Set(possible.map((table) => sumOf(table, from, to)));
            const [only = 0] = values;
            const known = values.size === 1 && only > 0 && only < LEAST;
            expect(known, `${shown} gives ${only} away in cells ${from} to ${to}`).toBe(false);
          }
        }
      }
      expect(behind.size).toBeGreaterThan(1);
    }
  });

  it('join as little as is needed', () => {
    const shown = (cells: readonly number[]): readonly Shown[] | null => groupsOf(cells, LEAST);
    expect(shown([8, 0, 5, 6])?.map(({ cells }) => cells)).toEqual([[0], [1], [2], [3]]);
    expect(shown([2, 7, 6])?.map(({ cells, sum }) => [cells, sum])).toEqual([
      [[0, 1], 9],
      [[2], 6],
    ]);
    expect(shown([9, 0, 1])).toEqual([{ cells: [0, 1, 2], sum: 10 }]);
    expect(shown([1, 2, 1])).toBeNull();
    expect(shown([0, 0])?.map(({ sum }) => sum)).toEqual([0, 0]);
  });
});

describe('the sum of years that are not shown', () => {
  it('never gives one of them away', () => {
    for (const years of [1, 2, 3, 4]) {
      const behind = new Map<string, (readonly number[])[]>();
      for (let total = years; total <= years * (LEAST - 1); total += 1) {
        for (const table of tables(years, total)) {
          if (table.some((each) => each < 1 || each >= LEAST)) continue;
          const shown = String(sumOfWithheld(table, LEAST));
          behind.set(shown, [...(behind.get(shown) ?? []), table]);
        }
      }
      for (const possible of behind.values()) {
        for (let year = 0; year < years; year += 1) {
          expect(new Set(possible.map((table) => table[year])).size).toBeGreaterThan(1);
        }
      }
    }
  });
});

it.each([
  [[], null],
  [[1, 2, 3, 4], null],
  [[9, 1, 5, 3, 7], 5],
  [[1, 2, 4, 8, 16, 32], 6],
])('the median of %j is %s', (numbers, median) => expect(medianOf(numbers, 5)).toBe(median));
