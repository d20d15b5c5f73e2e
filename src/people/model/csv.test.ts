import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeFormula, readCsv, SEPARATORS, separatorOf, writeCsv } from './csv.ts';

const rowsOf = (text: string) => [...readCsv(text, separatorOf(text))];

describe('comma-separated values', () => {
  it.each([
    ['semicolons', 'Kod;Namn\r\nBJ-1;Ada'],
    ['commas', 'Kod,Namn\nBJ-1,Ada\n'],
    ['tabs', 'Kod\tNamn\rBJ-1\tAda'],
    ['what Excel says first', 'sep=;\r\nKod;Namn\r\nBJ-1;Ada\r\n'],
    ['empty lines', '\r\nKod;Namn\r\n;\r\n\r\nBJ-1;Ada'],
  ])('are read with %s', (_what, text) => {
    expect(rowsOf(text)).toEqual([
      ['Kod', 'Namn'],
      ['BJ-1', 'Ada'],
    ]);
  });

  it('hold separators, quotes and line breaks within quotes', () => {
    expect(rowsOf('Namn;Anm\r\n"Lind; Ada";"sa ""ja""\r\noch nej"')).toEqual([
      ['Namn', 'Anm'],
      ['Lind; Ada', 'sa "ja"\r\noch nej'],
    ]);
  });

  it('keep the empty cell at the end of a row, also of the last', () => {
    expect(rowsOf('a;b;c\nx;;')).toEqual([
      ['a', 'b', 'c'],
      ['x', '', ''],
    ]);
  });

  it('are read to the end also when a quote is never closed', () => {
    expect(rowsOf('a;b\nx;"y;z')).toEqual([
      ['a', 'b'],
      ['x', 'y;z'],
    ]);
  });

  it('come back as they were written, with any separator, and no reader ever hangs on any text', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ö', '"', ';', ',', '\t', '\r', '\n', ' '),
    });
    const row = fc
      .array(cell, { minLength: 2, maxLength: 4 })
      .filter((cells) => cells.some((each) => each.trim() !== ''));
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(...SEPARATORS), (rows, separator) => {
        const text = rows
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        expect([...readCsv(text, separator)]).toEqual(rows);
      }),
    );
    fc.assert(
      fc.property(cell, (text) => {
        expect(rowsOf(text).flat().join('').length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a file with what could not be read', () => {
  it.each(['=1+1', '+46 70', '-2', '@SUM(A1)', '\t=1', '  =cmd', '\r=1'])(
    'never holds %j as a formula',
    (text) => {
      expect(looksLikeFormula(text)).toBe(true);
      const [[read] = []] = [...readCsv(writeCsv([[text]]).slice(1), ';')];
      expect(read).toBe(`'${text}`);
    },
  );

  it('holds anything else unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (row) => {
        fc.pre(row.some((each) => each.trim() !== ''));
        const [read = []] = [...readCsv(writeCsv([row]).slice(1), ';')];
        expect(read).toEqual(row.map((each) => (looksLikeFormula(each) ? `'${each}` : each)));
        for (const each of read) expect(looksLikeFormula(each)).toBe(false);
      }),
    );
  });
});
