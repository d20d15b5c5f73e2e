import type { Verbatim } from './event.ts';
import { ABOUT_OTHERS, keeping, rangesOf, WORD_FOR_WORD, type MarkSigns } from './marks.ts';

/* An answer as it is read back: the words alone, sentence by sentence, and what is left when some are taken back. */

/** A text in which nothing but the words is left, and what is marked in it. */
export interface Bare {
  readonly text: string;
  readonly verbatim: readonly Verbatim[];
  readonly thirdPerson: readonly Verbatim[];
}

const SIGNS = new Set([WORD_FOR_WORD, ABOUT_OTHERS].flatMap(({ open, close }) => [open, close]));

/** The words alone, every sign taken out: as they are shown to the person who said them. */
export function bare(text: string): Bare {
  const kept = text.split('').map((character) => !SIGNS.has(character));
  const { text: left, at } = keeping(text, kept);
  const moved = (signs: MarkSigns) =>
    rangesOf(text, signs)
      .map(([from, to]): Verbatim => [at(from), at(to)])
      .filter(([from, to]) => to > from);
  return { text: left, verbatim: moved(WORD_FOR_WORD), thirdPerson: moved(ABOUT_OTHERS) };
}

/** The text with the signs around its stretches again: `bare` turned back. */
export function signed({ text, verbatim, thirdPerson }: Bare): string {
  const put = [
    ...verbatim.map((range) => ({ range, signs: WORD_FOR_WORD })),
    ...thirdPerson.map((range) => ({ range, signs: ABOUT_OTHERS })),
  ];
  let out = '';
  for (let i = 0; i <= text.length; i += 1) {
    for (const { range, signs } of put) if (range[1] === i) out += signs.close;
    for (const { range, signs } of put) if (range[0] === i) out += signs.open;
    out += text[i] ?? '';
  }
  return out;
}

/** What is left when these stretches are cut out; a line of which nothing is left goes with them. */
export function cutOut(from: Bare, cuts: readonly Verbatim[]): Bare {
  const { text } = from;
  const kept = text.split('').map((_, i) => !cuts.some(([start, end]) => start <= i && i < end));
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const before = line.trim() !== '';
    const after = line.split('').some((character, i) => kept[start + i] && character.trim() !== '');
    if (before && !after) for (let i = start; i <= end; i += 1) kept[i] = false;
    start = end + 1;
  }
  const { text: left, at } = keeping(text, kept);
  const moved = (ranges: readonly Verbatim[]) =>
    ranges
      .map(([start_, end]): Verbatim => [at(start_), at(end)])
      .filter(([start_, end]) => end > start_);
  return { text: left, verbatim: moved(from.verbatim), thirdPerson: moved(from.thirdPerson) };
}

/** The sentences of a text, each a stretch with the spaces behind it; a line break ends one too. */
export function sentencesOf(text: string): Verbatim[] {
  const found: Verbatim[] = [];
  for (const { 0: sentence, index } of text.matchAll(
    /[^\n]+?(?:[.!?…]+["”’)]*(?:[ \t]+|$|(?=\n))|$|(?=\n))/g,
  )) {
    if (sentence.trim() !== '') found.push([index, index + sentence.length]);
  }
  return found;
}
