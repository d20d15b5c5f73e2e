import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Face } from './pdf-face.ts';
import { lettersWithout, setParagraph } from './pdf-lines.ts';

/** A font that has some letters, each a thousand wide; what it draws is told by the letters themselves. */
function face(letters: RegExp): Face {
  const shape = (text: string) => ({
    signs: Array.from(text, (code) => ({ code, width: 1000, advance: 1000, dx: 0, dy: 0 })),
    advance: text.length * 1000,
  });
  return {
    has: (codePoint) => letters.test(String.fromCodePoint(codePoint)),
    width: (text) => shape(text).advance,
    // As a font does, in the order in which it is drawn.
    shape: (text, rightToLeft) =>
      shape(rightToLeft ? Array.from(text).toReversed().join('') : text),
    draw: () => undefined,
    finish: () => undefined,
  };
}
const latin = face(/[\u0020-\u00ff]/);
const arabic = face(/[\u0600-\u06ff ]/);
const faces = [latin, arabic];

const linesOf = (text: string, letters: number) =>
  setParagraph(text, faces, letters * 1000).lines.map(({ runs }) =>
    runs.flatMap(({ shaped }) => shaped.signs.map(({ code }) => code)).join(''),
  );

it('breaks between words, and within one only when it is longer than a line', () => {
  expect(linesOf('det var en gång', 8)).toEqual(['det var', 'en gång']);
  expect(linesOf('ett socialsekreterarbesök till', 10)).toEqual([
    'ett',
    'socialsekr',
    'eterarbesö',
    'k till',
  ]);
  expect(linesOf('', 10)).toEqual(['']);
});

it('turns each line by itself, brackets with it, and goes the way of its first letter', () => {
  expect(linesOf('ابت (جح) خد', 20)).toEqual(['دخ (حج) تبا']);
  expect(linesOf('ابت جحخ', 4)).toEqual(['تبا', 'خحج']);
  expect(linesOf('a ابت 12 b', 20)).toEqual(['a 12 تبا b']);
  const way = (text: string) => setParagraph(text, faces, 20_000).rightToLeft;
  expect([way('ابت abc'), way('abc ابت'), way('1. ابت')]).toEqual([true, false, true]);
});

it('keeps a stretch in one font, so that its letters can join', () => {
  const runs = setParagraph('ابت جح', faces, 20_000).lines.flatMap((line) => line.runs);
  expect(runs.map((run) => run.face)).toEqual([arabic]);
});

it('names what no font has, and nothing that has no shape', () => {
  expect(lettersWithout(faces, 'a\u200e \u00adö 你a你')).toEqual(['你']);
});

it('draws every letter once and no line too wide, whatever is written', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', 'ا', 'ب', 'ت', '(', '1', ')'), { maxLength: 60 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 12 }), (written, letters) => {
      const { lines } = setParagraph(written, faces, letters * 1000);
      const drawn = linesOf(written, letters).join('');
      // Brackets may be turned; which letters there are and how many does not change.
      const bare = (each: string) =>
        Array.from(each.replace(/[\s()]/g, ''))
          .sort()
          .join('');
      expect(bare(drawn)).toBe(bare(written));
      for (const { width } of lines) expect(width).toBeLessThanOrEqual(letters * 1000);
    }),
  );
});
