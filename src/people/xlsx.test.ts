import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbook } from './xlsx-fixture.ts';
import { readXlsx } from './xlsx.ts';

const rowsOf = (bytes: Uint8Array) => {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.type);
  return [...read.value];
};

describe('a workbook', () => {
  it('gives its texts and numbers by column, with what is empty between them', () => {
    expect(
      rowsOf(
        workbook([['Kod', 'Namn', 'År'], ['BJ-1', '', { number: 2016 }], ['', ''], ['å & <ö>']]),
      ),
    ).toEqual([['Kod', 'Namn', 'År'], ['BJ-1', '', '2016'], ['å & <ö>']]);
  });

  it.each([
    ['a date', { number: 42_597, style: 1 }, {}, '2016-08-15'],
    ['a format of the own with a year in it', { number: 42_597, style: 2 }, {}, '2016-08-15'],
    [
      'the system that begins in 1904',
      { number: 41_135, style: 1 },
      { from1904: true },
      '2016-08-15',
    ],
    ['a number that is no date', { number: 42_597 }, {}, '42597'],
    ['a long number', { number: 201_608_151_234 }, {}, '201608151234'],
  ])('reads %s', (_what, cell, options, text) => {
    expect(rowsOf(workbook([['x', cell]], options))).toEqual([['x', text]]);
  });

  it('gives the last value of a formula and never the formula', () => {
    const rows = rowsOf(
      workbook([[{ formula: 'HYPERLINK("http://x.example","Ada")', value: 'Ada' }]]),
    );
    expect(rows).toEqual([['Ada']]);
  });

  it('is read with a prefix on every element too', () => {
    const file = (text: string) => strToU8(text);
    const bytes = zipSync({
      'xl/workbook.xml': file('<x:workbook><x:sheets><x:sheet r:id="a"/></x:sheets></x:workbook>'),
      'xl/_rels/workbook.xml.rels': file(
        '<Relationships><Relationship Id="a" Target="/xl/worksheets/one.xml"/></Relationships>',
      ),
      'xl/worksheets/one.xml': file(
        '<x:worksheet><x:row><x:c t="inlineStr"><x:is><x:t>Ada</x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row><x:row/></x:worksheet>',
      ),
    });
    expect(rowsOf(bytes)).toEqual([['Ada', 'ja', '']]);
  });
});

describe('what is no workbook', () => {
  it.each([
    ['an older or protected file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'locked'],
    ['a text', strToU8('Kod;Namn'), 'notXlsx'],
    ['nothing', new Uint8Array(), 'notXlsx'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'notXlsx'],
    ['half a file', workbook([['a']]).slice(0, 300), 'notXlsx'],
  ])('is told apart: %s', (_what, bytes, type) => {
    expect(readXlsx(bytes)).toEqual({ ok: false, error: { type } });
  });

  it('is refused when it would swell beyond all measure', () => {
    const bytes = workbook([['a']]);
    // The unpacked size of the first sheet, as the zip's own list (at its end) tells it.
    const name = strToU8('xl/worksheets/sheet1.xml');
    const at = bytes.length - 22;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let i = at; i > 46; i -= 1) {
      const isEntry = view.getUint32(i - 46, true) === 0x0201_4b50;
      if (isEntry && name.every((byte, j) => bytes[i + j] === byte)) {
        view.setUint32(i - 46 + 24, 300_000_000, true);
      }
    }
    expect(readXlsx(bytes)).toEqual({ ok: false, error: { type: 'tooLarge' } });
  });
});
