import { textIn } from '../base/text-file.ts';
import { err, ok, type Result } from '../base/result.ts';
import { readCsv, separatorOf } from './model/csv.ts';
import { readXlsx, type XlsxProblem } from './xlsx.ts';

/** A register of a few thousand is what this is made for; a longer list is another matter and is said to be. */
export const MAX_ROWS = 50_000;
export const MAX_BYTES = 30_000_000;
/** So many rows are read before the screen may draw and the person may cancel. */
const AT_ONCE = 1000;

export interface List {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type ListProblem = XlsxProblem | { readonly type: 'tooManyRows' | 'empty' | 'cancelled' };

/**
 * Reads a list from a file, whatever its letters and separators are; the first row with anything in it has the
 * headings.
 * @param goOn told how many rows have been read, between short pieces of work; false stops.
 */
export async function readList(
  bytes: Uint8Array,
  goOn: (rows: number) => Promise<boolean>,
): Promise<Result<List, ListProblem>> {
  if (bytes.length > MAX_BYTES) return err({ type: 'tooLarge' });
  const reading = isZipOrOld(bytes) ? readXlsx(bytes) : ok(readText(textIn(bytes)));
  if (!reading.ok) return reading;
  const rows: (readonly string[])[] = [];
  for (const row of reading.value) {
    rows.push(row);
    if (rows.length > MAX_ROWS + 1) return err({ type: 'tooManyRows' });
    if (rows.length % AT_ONCE === 0 && !(await goOn(rows.length)))
      return err({ type: 'cancelled' });
  }
  const [headings, ...rest] = rows;
  return headings && rest.length > 0 ? ok({ headings, rows: rest }) : err({ type: 'empty' });
}

const readText = (text: string): Generator<readonly string[]> => readCsv(text, separatorOf(text));

/** The first letters of a zip (.xlsx) and of an older or protected Office file. */
const isZipOrOld = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
