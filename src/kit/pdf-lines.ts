import type { EmbeddingLevels } from 'bidi-js';
import { bidi } from './pdf-bidi.ts';
import type { Face, Shaped } from './pdf-face.ts';

/** A stretch of one line in one font. */
export interface Run {
  readonly face: Face;
  readonly shaped: Shaped;
}

export interface Line {
  /** From left to right, as they are drawn. */
  readonly runs: readonly Run[];
  /** In thousandths of the letter size. */
  readonly width: number;
}

export interface Paragraph {
  readonly rightToLeft: boolean;
  readonly lines: readonly Line[];
}

/** Signs that only steer; they have no shape, and no font need know them. */
const STEERING = /\p{Default_Ignorable_Code_Point}/u;

/** One sign a letter with its accents where there is one, single spaces, and no hyphens that are not to be seen. */
const tidy = (text: string): string =>
  text.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim();

/** @returns each letter of a text that none of the fonts has, once. */
export function lettersWithout(faces: readonly Face[], text: string): readonly string[] {
  return [...new Set(tidy(text))].filter(
    (letter) => letter !== ' ' && !STEERING.test(letter) && !faceOf(letter, faces),
  );
}

/**
 * Breaks a paragraph into lines, between words and within a word only when it is longer than a line, and puts every
 * line into the order in which it is drawn: Arabic letters from right to left and joined, numbers and Swedish names
 * within them from left to right (Unicode Standard Annex 9). Which way the paragraph goes is told by its first letter.
 * @param width of a line, in thousandths of the letter size.
 */
export function setParagraph(text: string, faces: readonly Face[], width: number): Paragraph {
  const whole = tidy(text);
  const levels = bidi.getEmbeddingLevels(whole, 'auto');
  const rightToLeft = ((levels.paragraphs[0]?.level ?? 0) & 1) === 1;
  const lines = breaks(whole, faces, width).map(([start, end]) =>
    setLine(whole, levels, [start, end], faces),
  );
  return { rightToLeft, lines };
}

type Span = readonly [start: number, end: number];

function breaks(text: string, faces: readonly Face[], width: number): readonly Span[] {
  const space = widthOf(' ', faces);
  const lines: Span[] = [];
  let line: Span | null = null;
  let used = 0;
  for (const [start, end] of wordsOf(text).flatMap((word) => pieces(text, word, faces, width))) {
    const wide = widthOf(text.slice(start, end), faces);
    if (line && used + space + wide <= width) {
      // A piece of a word that was cut begins where the one before it ended.
      used += (line[1] < start ? space : 0) + wide;
      line = [line[0], end];
    } else {
      if (line) lines.push(line);
      line = [start, end];
      used = wide;
    }
  }
  // An empty paragraph is an empty line.
  return [...lines, line ?? [0, 0]];
}

function wordsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^ ]+/g)].map(({ index, 0: word }) => [index, index + word.length]);
}

/** A word, cut where it would reach beyond a line. */
function pieces(text: string, word: Span, faces: readonly Face[], width: number): readonly Span[] {
  const [start, end] = word;
  if (widthOf(text.slice(start, end), faces) <= width) return [word];
  const cut: Span[] = [];
  let from = start;
  let used = 0;
  let at = start;
  for (const letter of text.slice(start, end)) {
    const wide = widthOf(letter, faces);
    if (used + wide > width && at > from) {
      cut.push([from, at]);
      from = at;
      used = 0;
    }
    used += wide;
    at += letter.length;
  }
  return [...cut, [from, end]];
}

function widthOf(text: string, faces: readonly Face[]): number {
  let sum = 0;
  for (const { face, letters } of stretches(Array.from(text), faces)) {
    sum += face.width(letters.join(''));
  }
  return sum;
}

function setLine(
  text: string,
  levels: EmbeddingLevels,
  [start, end]: Span,
  faces: readonly Face[],
): Line {
  if (end === start) return { runs: [], width: 0 };
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels, start, end - 1);
  // The library gives the places of the whole text, of which only this line's are in order.
  const order = bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end);
  const runs = oneWay(order, levels.levels).flatMap(({ places, rightToLeft }) => {
    const read = rightToLeft ? places.toReversed() : places;
    const letters = Array.from(read.map((i) => mirrored.get(i) ?? text.charAt(i)).join(''));
    const set = stretches(letters, faces).map(({ face, letters: run }): Run => ({
      face,
      shaped: face.shape(run.join(''), rightToLeft),
    }));
    return rightToLeft ? set.reverse() : set;
  });
  return { runs, width: runs.reduce((sum, { shaped }) => sum + shaped.advance, 0) };
}

/** Neighbours on the line that are also neighbours in the text, as they are drawn. */
function oneWay(order: readonly number[], levels: Uint8Array) {
  const runs: { places: number[]; rightToLeft: boolean }[] = [];
  let before: number | null = null;
  for (const place of order) {
    const rightToLeft = ((levels[place] ?? 0) & 1) === 1;
    const last = runs.at(-1);
    const step = rightToLeft ? -1 : 1;
    if (last && before !== null && last.rightToLeft === rightToLeft && place === before + step)
      last.places.push(place);
    else runs.push({ places: [place], rightToLeft });
    before = place;
  }
  return runs;
}

/** Letters that stand in one font; one font goes on as long as it can, so that Arabic letters can join. */
function stretches(letters: readonly string[], faces: readonly Face[]) {
  const found: { face: Face; letters: string[] }[] = [];
  for (const letter of letters) {
    const last = found.at(-1);
    const face = last && has(last.face, letter) ? last.face : faceOf(letter, faces);
    if (!face) continue;
    if (last && last.face === face) last.letters.push(letter);
    else found.push({ face, letters: [letter] });
  }
  return found;
}

const has = (face: Face, letter: string): boolean => face.has(letter.codePointAt(0) ?? 0);
const faceOf = (letter: string, faces: readonly Face[]): Face | undefined =>
  faces.find((face) => has(face, letter));
