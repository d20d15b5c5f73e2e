import type { Answer, Verbatim } from './event.ts';

/*
 * What is marked in an answer stands between signs in its text, so that a mark follows every edit by itself, survives
 * a crash with the words, and is there for anyone who reads the text elsewhere.
 */

/** The signs around a stretch; they may be the same at both ends. */
export interface MarkSigns {
  readonly open: string;
  readonly close: string;
}

/** The Swedish quotation mark, the same at both ends: words that were said word for word. */
export const WORD_FOR_WORD: MarkSigns = { open: '”', close: '”' };
/** Signs that no Swedish keyboard types: words about somebody else (OSL 26 kap. 5 §). */
export const ABOUT_OTHERS: MarkSigns = { open: '‹', close: '›' };

/**
 * The stretches between the signs, signs left out. One that is never closed reaches to the end of its paragraph, so
 * that a forgotten key stroke does not mark the rest of the talk.
 */
export function rangesOf(text: string, signs: MarkSigns): Verbatim[] {
  const ranges: Verbatim[] = [];
  let from: number | null = null;
  for (let i = 0; i <= text.length; i += 1) {
    const character = text[i];
    const ends = character === undefined || character === '\n';
    if (from !== null && (ends || character === signs.close)) {
      if (i > from) ranges.push([from, i]);
      from = null;
    } else if (from === null && character === signs.open) {
      from = i + 1;
    }
  }
  return ranges;
}

/** What is marked in a text, as an answer keeps it; nothing about others where nothing is. */
export function marksIn(text: string): Pick<Answer, 'verbatim' | 'thirdPerson'> {
  const thirdPerson = rangesOf(text, ABOUT_OTHERS);
  const verbatim = rangesOf(text, WORD_FOR_WORD);
  return thirdPerson.length > 0 ? { verbatim, thirdPerson } : { verbatim };
}

/** An answer with these words and what is marked in them. */
export const answerOf = (text: string, value: Answer['value']): Answer => ({
  text,
  ...marksIn(text),
  value,
});

/** Puts signs around the selection, or opens or closes a stretch at the caret. Returns text and new caret. */
export function mark(
  text: string,
  from: number,
  to: number,
  signs: MarkSigns,
): { readonly text: string; readonly caret: number } {
  const marked =
    from === to
      ? isOpenAt(text, from, signs)
        ? signs.close
        : signs.open
      : `${signs.open}${text.slice(from, to)}${signs.close}`;
  return { text: `${text.slice(0, from)}${marked}${text.slice(to)}`, caret: from + marked.length };
}

/** True where a stretch was opened before the caret in its paragraph and not closed. */
function isOpenAt(text: string, at: number, { open, close }: MarkSigns): boolean {
  let inside = false;
  for (const character of text.slice(text.lastIndexOf('\n', at - 1) + 1, at)) {
    if (inside ? character === close : character === open) inside = !inside;
  }
  return inside;
}

/** The text without the signs of these stretches, and where they stand then: for a page that sets its own signs. */
export function withoutSigns(
  text: string,
  ranges: readonly Verbatim[],
  signs: MarkSigns,
): { readonly text: string; readonly ranges: Verbatim[] } {
  const places = new Set(ranges.flatMap(([from, to]) => [from - 1, to]));
  const kept = text
    .split('')
    .map(
      (character, i) => !(places.has(i) && (character === signs.open || character === signs.close)),
    );
  const { text: left, at } = keeping(text, kept);
  return { text: left, ranges: ranges.map(([from, to]) => [at(from), at(to)]) };
}

/** What is left of a text when only some of its UTF-16 code units are kept, and where each place has come to. */
export function keeping(
  text: string,
  kept: readonly boolean[],
): { readonly text: string; readonly at: (place: number) => number } {
  let left = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    places.push(left.length);
    if (kept[i]) left += text[i] ?? '';
  }
  return { text: left, at: (place) => places[place] ?? left.length };
}
