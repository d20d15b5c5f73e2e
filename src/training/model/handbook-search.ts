import type { Chapter } from './handbook.ts';

/** Where the words stand, with a little of what is around them. */
export interface Hit {
  readonly section: string;
  readonly chapterTitle: string;
  readonly title: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** So many characters are shown on each side of what was found. */
const AROUND = 60;
const SHORTEST = 2;
const MARKS = /\p{M}/gu;

/** Small letters without marks: "Över" is found by "over". */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase();

/**
 * The sections in which every word of the query stands, those first whose heading has them; one hit a section. Case
 * and diacritics do not matter. Fewer than two letters find nothing.
 */
export function searchHandbook(chapters: readonly Chapter[], query: string): readonly Hit[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.join('').length < SHORTEST) return [];
  const hits = chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) => {
      const lines = [
        ...section.paragraphs,
        ...section.points,
        ...section.law.map(({ ref }) => ref),
      ];
      const all = folded([chapter.title, section.title, ...lines].join('\n'));
      if (!words.every((word) => all.includes(word))) return [];
      const isInTitle = words.every((word) => folded(section.title).includes(word));
      const head = { section: section.id, chapterTitle: chapter.title, title: section.title };
      return [{ isInTitle, hit: { ...head, ...firstFound(lines, words) } }];
    }),
  );
  return [
    ...hits.filter(({ isInTitle }) => isInTitle),
    ...hits.filter(({ isInTitle }) => !isInTitle),
  ].map(({ hit }) => hit);
}

/** The first line with the first word that stands in any; the beginning of the text when only a heading has them. */
function firstFound(
  lines: readonly string[],
  words: readonly string[],
): Omit<Hit, 'section' | 'chapterTitle' | 'title'> {
  for (const word of words) {
    for (const line of lines) {
      const at = placeOf(line, word);
      if (!at) continue;
      const [from, to] = at;
      return {
        before: `${from > AROUND ? '…' : ''}${line.slice(Math.max(0, from - AROUND), from)}`,
        match: line.slice(from, to),
        after: `${line.slice(to, to + AROUND)}${line.length > to + AROUND ? '…' : ''}`,
      };
    }
  }
  const [first = ''] = lines;
  return {
    before: '',
    match: '',
    after: `${first.slice(0, 2 * AROUND)}${first.length > 2 * AROUND ? '…' : ''}`,
  };
}

/** From where to where a folded word stands in the line as it is written; folding changes the lengths. */
function placeOf(line: string, word: string): readonly [number, number] | undefined {
  const starts: number[] = [];
  let flat = '';
  let at = 0;
  for (const character of line) {
    const plain = folded(character);
    for (let i = 0; i < plain.length; i++) starts.push(at);
    flat += plain;
    at += character.length;
  }
  const found = flat.indexOf(word);
  if (found < 0) return undefined;
  return [starts[found] ?? 0, starts[found + word.length] ?? line.length];
}
