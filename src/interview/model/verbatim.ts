import type { Verbatim } from './event.ts';

/** What marks words that were said word for word: the Swedish quotation mark, the same at both ends. */
export const QUOTE = '”';

/**
 * The stretches between quotation marks, marks left out. A mark that is never closed reaches to the end of its
 * paragraph, so that a forgotten key stroke does not turn the rest of the talk into a quotation.
 */
export function verbatimRanges(text: string): Verbatim[] {
  const ranges: Verbatim[] = [];
  let from: number | null = null;
  for (let i = 0; i <= text.length; i += 1) {
    const character = text[i];
    const ends = character === undefined || character === '\n';
    if (from !== null && (ends || character === QUOTE)) {
      if (i > from) ranges.push([from, i]);
      from = null;
    } else if (character === QUOTE) {
      from = i + 1;
    }
  }
  return ranges;
}

/** Puts marks around the selection, or opens or closes a quotation at the caret. Returns text and new caret. */
export function markVerbatim(
  text: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const marked = from === to ? QUOTE : `${QUOTE}${text.slice(from, to)}${QUOTE}`;
  return { text: `${text.slice(0, from)}${marked}${text.slice(to)}`, caret: from + marked.length };
}

/** The text without the marks of its quotations, and where they stand then: for a page that sets its own marks. */
export function withoutMarks(
  text: string,
  ranges: readonly Verbatim[],
): { readonly text: string; readonly ranges: Verbatim[] } {
  const marks = new Set(ranges.flatMap(([from, to]) => [from - 1, to]));
  let kept = '';
  /** Where each place of the text has come to. */
  const places: number[] = [];
  for (let i = 0; i <= text.length; i += 1) {
    places.push(kept.length);
    const character = text[i] ?? '';
    if (!(character === QUOTE && marks.has(i))) kept += character;
  }
  const at = (place: number) => places[place] ?? kept.length;
  return { text: kept, ranges: ranges.map(([from, to]) => [at(from), at(to)]) };
}
