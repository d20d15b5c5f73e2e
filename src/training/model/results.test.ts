import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultRows, shownOf } from './results.ts';

const WORDS = { head: ['Grupp', 'Modul', 'Klara', 'Av'], withheld: '–' } as const;

describe('results without names', () => {
  it('shows numbers of nobody, of everybody and of enough', () => {
    expect(shownOf(0, 8, 5)).toEqual({ done: 0, of: 8 });
    expect(shownOf(8, 8, 5)).toEqual({ done: 8, of: 8 });
    expect(shownOf(6, 12, 5)).toEqual({ done: 6, of: 12 });
  });

  it('withholds a number that is about a few, also when the few are those who have not', () => {
    expect(shownOf(3, 8, 5)).toEqual({ done: null, of: 8 });
    expect(shownOf(7, 8, 5)).toEqual({ done: null, of: 8 });
    expect(shownOf(2, 4, 5)).toEqual({ done: null, of: null });
    expect(shownOf(0, 0, 5)).toEqual({ done: null, of: null });
  });

  it('never leaves a small number, nor one that a difference would give away', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 5, max: 12 }), (done, not, least) => {
        const { done: shown, of } = shownOf(done, done + not, least);
        if (of === null) return shown === null && done + not < least;
        if (shown === null) return true;
        const fine = (n: number) => n === 0 || n >= least;
        return shown === done && of === done + not && fine(shown) && fine(of - shown);
      }),
    );
  });

  it('counts nobody in two groups', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    const rows = [{ what: '1. Etik', done: 5 }];
    const table = resultRows(
      [
        { group: 'Höst', counted: five, rows },
        { group: 'Alla', counted: [...five, 'f'], rows },
        { group: 'Vår', counted: ['g', 'h', 'i', 'j', 'k'], rows },
      ],
      5,
      WORDS,
    );
    expect(table).toEqual([
      ['Grupp', 'Modul', 'Klara', 'Av'],
      ['Höst', '1. Etik', '5', '5'],
      ['Alla', '1. Etik', '–', '–'],
      ['Vår', '1. Etik', '5', '5'],
    ]);
  });
});
