import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts laid over each other. */
export interface Difference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two long texts with nothing in common would keep the screen waiting; then each is shown as a whole. */
const LONGEST_MS = 500;

/** Word by word, in the order in which it reads; loaded only by whoever wants to see it. */
export function differences(
  before: string,
  after: string,
  longestMs: number = LONGEST_MS,
): readonly Difference[] {
  const found = diffWordsWithSpace(before, after, { timeout: longestMs });
  if (!found) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
