import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn } from './marks.ts';
import { bare, cutOut, sentencesOf, signed } from './passages.ts';

const texts = fc
  .array(fc.constantFrom('”', '‹', '›', 'a', 'å', '😀', ' ', '.', '?', '\n'), { maxLength: 40 })
  .map((parts) => parts.join(''));
const SIGNS = /[”‹›]/g;

describe('the words alone', () => {
  it('are the text without its signs, with the same words marked', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = bare(text);
        expect(words.text).toBe(text.replaceAll(SIGNS, ''));
        const marked = marksIn(text);
        const said = (ranges: readonly (readonly [number, number])[], of: string) =>
          ranges.map(([from, to]) => of.slice(from, to).replaceAll(SIGNS, '')).filter(Boolean);
        expect(said(words.verbatim, words.text)).toEqual(said(marked.verbatim, text));
        expect(said(words.thirdPerson, words.text)).toEqual(said(marked.thirdPerson ?? [], text));
      }),
    );
  });

  it('become the same text again with their signs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = bare(text);
        expect(bare(signed(words))).toEqual(words);
      }),
    );
    expect(signed(bare('Sa ”att ‹Kalle› log” då.'))).toBe('Sa ”att ‹Kalle› log” då.');
  });
});

describe('sentences', () => {
  it.each([
    ['Ja. Nej! Kanske? Sen …', ['Ja. ', 'Nej! ', 'Kanske? ', 'Sen …']],
    ['Rad ett\n\nRad två. Slut', ['Rad ett', 'Rad två. ', 'Slut']],
    ['3.5 km bort', ['3.5 km bort']],
    ['  \n ', []],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text).map(([from, to]) => text.slice(from, to))).toEqual(expected);
  });

  it('hold every letter once, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const all = sentencesOf(text).map(([from, to]) => text.slice(from, to));
        expect(all.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('what is left', () => {
  it('keeps the marks around the words that stay', () => {
    const words = bare('”Ja. Nej. Kanske.” Sen gick ‹Kalle. Hem›.');
    const [, no, , , home] = sentencesOf(words.text);
    if (!no || !home) throw new Error('too few sentences');
    expect(signed(cutOut(words, [no, home]))).toBe('”Ja. Kanske.” Sen gick ‹Kalle. ›');
  });

  it('is nothing where a whole line went', () => {
    const words = bare('Ett.\nTvå.\nTre.');
    const [, two] = sentencesOf(words.text);
    expect(two && cutOut(words, [two]).text).toBe('Ett.\nTre.');
  });

  it('has the other sentences, and nothing of those cut out', () => {
    const letters = fc.array(
      fc.tuple(fc.constantFrom('a. ', 'b! ', 'c\n', '‹d? › ', '”e.” '), fc.boolean()),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(letters, (parts) => {
        const words = bare(parts.map(([text]) => text).join(''));
        const all = sentencesOf(words.text);
        expect(all).toHaveLength(parts.length);
        const cuts = all.filter((_, i) => parts[i]?.[1]);
        const left = bare(signed(cutOut(words, cuts))).text;
        const expected = parts
          .filter(([, cut]) => !cut)
          .map(([text]) => text)
          .join('');
        const only = (text: string) => text.replaceAll(/[^a-e]/g, '');
        expect(only(left)).toBe(only(expected));
      }),
    );
  });
});
