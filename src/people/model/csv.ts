/* Comma-separated values (RFC 4180), as Swedish tools write them too: with semicolons or tabs. */

export const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Excel writes this line to say what separates; it is no row. */
const SAYS_SEPARATOR = /^sep=(.)\r?\n/;

/** The sign that most often stands outside quotes in the first line; a semicolon when there is none. */
export function separatorOf(text: string): Separator {
  const said = SEPARATORS.find((each) => each === SAYS_SEPARATOR.exec(text)?.[1]);
  if (said) return said;
  const first = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, '') ?? '';
  const times = (sign: Separator) => first.split(sign).length;
  return SEPARATORS.reduce((best, each) => (times(each) > times(best) ? each : best));
}

/**
 * The rows one after the other, empty lines left out. It never fails: a quote that is not closed goes to the end of
 * the text. What stands in a cell is text and nothing else; a formula is never looked into.
 */
export function* readCsv(text: string, separator: Separator): Generator<readonly string[]> {
  let at = SAYS_SEPARATOR.exec(text)?.[0].length ?? 0;
  let row: string[] = [];
  while (at < text.length) {
    const cell = cellAt(text, at, separator);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    if (row.some((value) => value.trim() !== '')) yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function cellAt(text: string, start: number, separator: Separator): Cell {
  if (text[start] !== '"') return plain(text, start, separator);
  const inner = quoted(text, start);
  // Signs after a closing quote belong to the cell, as every reader takes them.
  const rest = plain(text, inner.end, separator);
  return { value: inner.value + rest.value, end: rest.end };
}

function plain(text: string, start: number, separator: Separator): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

function quoted(text: string, start: number): Cell {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

/** What a spreadsheet would take for a formula when it opens the file (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@\t\r]/;

/** True for a text that a spreadsheet would run instead of showing. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/**
 * A file that Swedish Excel opens as it is: semicolons, UTF-8 with its mark. What could be run as a formula gets an
 * apostrophe before it, which makes it text.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`;

function cellOf(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
