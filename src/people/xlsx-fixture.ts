import { strToU8, zipSync } from 'fflate';

/** A cell as it stands in a sheet: text, a number with a style, or a formula with its last value. */
export type FixtureCell =
  | string
  | { readonly number: number; readonly style?: number }
  | { readonly formula: string; readonly value: string };

/** A workbook as Excel writes it, for tests: shared strings, a date style (number 1), formulas with their values. */
export function workbook(
  rows: readonly (readonly FixtureCell[])[],
  options: { readonly from1904?: boolean } = {},
): Uint8Array {
  const strings: string[] = [];
  const cell = (value: FixtureCell, row: number, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === '') return '';
    if (typeof value === 'string') {
      strings.push(value);
      return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
    }
    if ('formula' in value) {
      return `<c r="${place}" t="str"><f>${xml(value.formula)}</f><v>${xml(value.value)}</v></c>`;
    }
    return `<c r="${place}" s="${value.style ?? 0}"><v>${value.number}</v></c>`;
  };
  const sheet = rows
    .map((row, i) => `<row r="${i + 1}">${row.map((each, j) => cell(each, i, j)).join('')}</row>`)
    .join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const files = {
    'xl/workbook.xml': `${head}<workbook xmlns:r="r"><workbookPr${options.from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Blad 1" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId7" Type="w" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${head}<sst>${strings.map((text) => `<si><r><t>${xml(text)}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`).join('')}</sst>`,
    'xl/styles.xml': `${head}<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy\\-mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/vbaProject.bin': 'a macro',
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
