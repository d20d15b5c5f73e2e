/*
 * Small numbers are not shown: in a municipality with few placements a group of three is three people whom somebody
 * knows. Nor is anything shown that lets one be reckoned out by taking one number from another.
 */

/** Cells that are shown together as one number; places in the list that was given. */
export interface Shown {
  readonly cells: readonly number[];
  readonly sum: number;
}

/**
 * Joins neighbouring cells until each sum is 0 or at least `least`. All that can be reckoned from the sums are sums
 * of whole groups, so none of them is small; and which cells were joined never gives one of them away
 * (withhold.test.ts tries every table).
 * @returns null when all of them together are too few: then nothing is shown.
 */
export function groupsOf(cells: readonly number[], least: number): readonly Shown[] | null {
  const groups: Shown[] = [];
  let open: Shown = { cells: [], sum: 0 };
  for (const [i, count] of cells.entries()) {
    open = { cells: [...open.cells, i], sum: open.sum + count };
    if (open.sum > 0 && open.sum < least) continue;
    groups.push(open);
    open = { cells: [], sum: 0 };
  }
  // What is left over at the end joins those before it.
  while (open.sum > 0 && open.sum < least) {
    const before = groups.pop();
    if (!before) return null;
    open = { cells: [...before.cells, ...open.cells], sum: before.sum + open.sum };
  }
  return open.cells.length > 0 ? [...groups, open] : groups;
}

/**
 * The sum of cells that are each withheld, or null when it would give one of them away: of a single cell, of cells
 * that must all be 1, or must all be as large as a withheld one can be.
 */
export function sumOfWithheld(cells: readonly number[], least: number): number | null {
  const sum = cells.reduce((total, each) => total + each, 0);
  const open = cells.length > 1 && sum > cells.length && sum < cells.length * (least - 1);
  return open && sum >= least ? sum : null;
}

/** The middle one of at least `least` numbers; null of fewer. */
export function medianOf(numbers: readonly number[], least: number): number | null {
  if (numbers.length < least) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return Math.round((low + high) / 2);
}
