import { strFromU8, unzipSync } from 'fflate';
import { err, ok, type Result } from '../base/result.ts';

/*
 * Reads the first sheet of an Excel workbook (ECMA-376 part 1, 18.3). Only what stands in the cells is read: of a
 * formula its last value, never the formula itself; links, macros, images and outside data are not even unpacked.
 */

export type XlsxProblem = {
  /** `locked`: an older .xls file, or one with a password; both begin alike. */
  readonly type: 'notXlsx' | 'locked' | 'tooLarge';
};

/** Unpacked size of what is read; a small file can be made to swell without end. */
const MAX_UNPACKED = 200_000_000;
const MAX_COLUMNS = 200;
const WANTED =
  /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/** @returns the rows as text, dates as `YYYY-MM-DD`; empty rows are left out as they are read. */
export function readXlsx(bytes: Uint8Array): Result<Generator<readonly string[]>, XlsxProblem> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return err({ type: 'locked' });
  let size = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!WANTED.test(name)) return false;
        size += originalSize;
        return size <= MAX_UNPACKED;
      },
    });
  } catch {
    // Whatever is wrong with the zip, it is no workbook, and nothing of it has been taken in.
    return err({ type: 'notXlsx' });
  }
  if (size > MAX_UNPACKED) return err({ type: 'tooLarge' });
  const text = (name: string): string => {
    const file = files[name];
    return file ? strFromU8(file) : '';
  };
  const workbook = text('xl/workbook.xml');
  const sheet = text(`xl/${firstSheet(workbook, text('xl/_rels/workbook.xml.rels'))}`);
  if (!sheet) return err({ type: 'notXlsx' });
  return ok(
    rowsIn(sheet, {
      strings: sharedStrings(text('xl/sharedStrings.xml')),
      dates: dateStyles(text('xl/styles.xml')),
      from1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook),
    }),
  );
}

/** Where the first sheet lies, below xl/. */
function firstSheet(workbook: string, relations: string): string {
  const id = attribute(/<(?:\w+:)?sheet\b[^>]*>/.exec(workbook)?.[0] ?? '', 'r:id');
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(
    ([tag]) => attribute(tag, 'Id') === id,
  );
  const target = relation ? attribute(relation[0], 'Target') : 'worksheets/sheet1.xml';
  return target.replace(/^\/?(?:xl\/)?/, '');
}

interface Book {
  readonly strings: readonly string[];
  /** Numbers of the cell styles that show a number as a date. */
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

function* rowsIn(sheet: string, book: Book): Generator<readonly string[]> {
  for (const [, inner = ''] of sheet.matchAll(
    /<(?:\w+:)?row\b[^>]*?(?<!\/)>(.*?)<\/(?:\w+:)?row>/gs,
  )) {
    const row: string[] = [];
    for (const [, tag = '', content = ''] of inner.matchAll(
      /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs,
    )) {
      const column = columnOf(attribute(tag, 'r')) ?? row.length;
      if (column >= MAX_COLUMNS) continue;
      while (row.length < column) row.push('');
      row[column] = valueOf(tag, content, book);
    }
    if (row.some((value) => value.trim() !== '')) yield row;
  }
}

function valueOf(tag: string, content: string, book: Book): string {
  const value = unescaped(/<(?:\w+:)?v\b[^>]*>(.*?)<\/(?:\w+:)?v>/s.exec(content)?.[1] ?? '');
  switch (attribute(tag, 't')) {
    case 's':
      return book.strings[Number(value)] ?? '';
    case 'inlineStr':
      return textIn(content);
    case 'str':
      return value;
    case 'b':
      return value === '1' ? 'ja' : 'nej';
    case 'e':
      return '';
    case 'd':
      return value.slice(0, 10);
    default:
      return numberText(value, book.dates.has(Number(attribute(tag, 's') || -1)), book.from1904);
  }
}

function numberText(value: string, isDate: boolean, from1904: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  if (!isDate) return String(number);
  // Day 60 of the 1900 system is 29 February 1900, which never was (18.17.4.1).
  const days = from1904 ? number + 1462 : number < 60 ? number + 1 : number;
  return new Date(Math.round((Math.floor(days) - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}

/** `AB12` is column 27, counted from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (!letters) return undefined;
  return (
    Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, n) => sum * 26 + n, 0) -
    1
  );
}

const sharedStrings = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs)].map(([, inner = '']) =>
    textIn(inner),
  );

/** All runs of a rich text, without the phonetic ones. */
const textIn = (xml: string): string =>
  [
    ...xml
      .replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '')
      .matchAll(/<(?:\w+:)?t\b[^>]*?(?<!\/)>(.*?)<\/(?:\w+:)?t>/gs),
  ]
    .map(([, text = '']) => unescaped(text))
    .join('');

/** Formats 14 to 17, 22 and the East Asian ones are dates by number; the office's own by having a year or day in them. */
function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].map(([tag]) => [
      Number(attribute(tag, 'numFmtId')),
      attribute(tag, 'formatCode'),
    ]),
  );
  const isDate = (id: number) => {
    const code = own.get(id);
    if (code !== undefined) return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  };
  const cells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(xml)?.[0] ?? '';
  return new Set(
    [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].flatMap(([tag], i) =>
      isDate(Number(attribute(tag, 'numFmtId'))) ? [i] : [],
    ),
  );
}

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
