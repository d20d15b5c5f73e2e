import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABOUT_OTHERS, mark, marksIn, rangesOf, WORD_FOR_WORD, withoutSigns } from './marks.ts';

const QUOTE = WORD_FOR_WORD.open;
const verbatimRanges = (text: string) => rangesOf(text, WORD_FOR_WORD);
const markVerbatim = (text: string, from: number, to: number) =>
  mark(text, from, to, WORD_FOR_WORD);

/** The words that count as said word for word. */
const quoted = (text: string) => verbatimRanges(text).map(([from, to]) => text.slice(from, to));

describe('words that were said word for word', () => {
  it.each([
    ['Ingen markering.', []],
    ['Hon sa ”kom in” och log.', ['kom in']],
    ['”Ja.” Sedan: ”Nej.”', ['Ja.', 'Nej.']],
    ['Tomt ”” räknas inte.', []],
    ['”Hela texten”', ['Hela texten']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('a mark that is never closed reaches to the end of its paragraph only', () => {
    expect(quoted('Han sa ”jag vet inte\nSedan åt vi ”middag” där.')).toEqual([
      'jag vet inte',
      'middag',
    ]);
    expect(quoted('Sist ”och så')).toEqual(['och så']);
    expect(quoted('Sist ”')).toEqual([]);
  });

  it('lies within the text, in order, without marks or line breaks', () => {
    const text = fc
      .array(fc.constantFrom(QUOTE, 'a', 'å', '😀', ' ', '\n'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        let last = 0;
        for (const [from, to] of verbatimRanges(said)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(said.length);
          expect(said.slice(from, to)).not.toMatch(/[”\n]/);
          last = to;
        }
      }),
    );
  });
});

describe('marking', () => {
  it('puts marks around what is selected, caret behind', () => {
    expect(markVerbatim('Hon sa kom in och log.', 7, 13)).toEqual({
      text: 'Hon sa ”kom in” och log.',
      caret: 15,
    });
  });

  it('without a selection puts one mark at the caret: it opens, and the next one closes', () => {
    const opened = markVerbatim('Hon sa ', 7, 7);
    expect(opened).toEqual({ text: 'Hon sa ”', caret: 8 });
    const typed = `${opened.text}kom in`;
    const closed = markVerbatim(typed, typed.length, typed.length);
    expect(closed.text).toBe('Hon sa ”kom in”');
    expect(quoted(closed.text)).toEqual(['kom in']);
  });
});

describe('a text without its marks', () => {
  it.each([
    ['Hon sa ”kom in” och log.', 'Hon sa kom in och log.', ['kom in']],
    ['”Ja.” ”Nej.”', 'Ja. Nej.', ['Ja.', 'Nej.']],
    ['Sist ”och så', 'Sist och så', ['och så']],
    ['Ett tomt ”” står kvar.', 'Ett tomt ”” står kvar.', []],
  ])('%s', (text, bare, expected) => {
    const without = withoutSigns(text, verbatimRanges(text), WORD_FOR_WORD);
    expect(without.text).toBe(bare);
    expect(without.ranges.map(([from, to]) => without.text.slice(from, to))).toEqual(expected);
  });

  it('loses nothing but marks, and the same words stay quoted', () => {
    const parts = fc.array(fc.constantFrom(QUOTE, 'a', 'å', '😀', ' ', '\n'), { maxLength: 40 });
    fc.assert(
      fc.property(parts, (letters) => {
        const text = letters.join('');
        const ranges = verbatimRanges(text);
        const without = withoutSigns(text, ranges, WORD_FOR_WORD);
        expect(without.text.replaceAll(QUOTE, '')).toBe(text.replaceAll(QUOTE, ''));
        expect(without.ranges.map(([from, to]) => without.text.slice(from, to))).toEqual(
          ranges.map(([from, to]) => text.slice(from, to)),
        );
      }),
    );
  });
});

describe('words about somebody else', () => {
  it('are marked beside those that were said word for word, each by its own signs', () => {
    const text = 'Hon sa ”att ‹Kalle slog mig› ofta” då.';
    const { verbatim, thirdPerson } = marksIn(text);
    const at = ([from, to]: readonly [number, number]) => text.slice(from, to);
    expect(verbatim.map(at)).toEqual(['att ‹Kalle slog mig› ofta']);
    expect(thirdPerson?.map(at)).toEqual(['Kalle slog mig']);
  });

  it('are not spoken of where there are none', () => {
    expect(marksIn('Bara ”jag”.')).toEqual({ verbatim: [[6, 9]] });
  });

  it('open and close at the caret by the same key', () => {
    const opened = mark('Sen ', 4, 4, ABOUT_OTHERS);
    expect(opened.text).toBe('Sen ‹');
    const typed = `${opened.text}kom Kalle`;
    const closed = mark(typed, typed.length, typed.length, ABOUT_OTHERS);
    expect(closed.text).toBe('Sen ‹kom Kalle›');
    expect(mark(`${closed.text} `, 16, 16, ABOUT_OTHERS).text).toBe('Sen ‹kom Kalle› ‹');
  });

  it('follow what is written before, within and behind them', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '.', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(words, words, words, (before, within, behind) => {
        fc.pre(within !== '');
        const { text } = mark(
          `${before}${within}${behind}`,
          before.length,
          before.length + within.length,
          ABOUT_OTHERS,
        );
        const edited = `Nytt ${text.replace('›', ' mer›')} sist`;
        const [range, ...more] = rangesOf(edited, ABOUT_OTHERS);
        expect(more).toEqual([]);
        expect(range && edited.slice(...range)).toBe(`${within} mer`);
      }),
    );
  });
});
