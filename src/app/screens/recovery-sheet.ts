import { longDate } from '../../i18n/format.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { startTexts } from '../../i18n/start.ts';
import type { RecipientClass } from '../../sync/model/directory.ts';
import type { RecoverySheet } from '../port.ts';

export const SHEET_LINES = ['hybrid', 'x25519', 'root'] as const;
export type SheetLine = (typeof SHEET_LINES)[number];

export const lineOf = (sheet: RecoverySheet, line: SheetLine): string =>
  line === 'root' ? sheet.root : sheet.recovery[line];

/** In fives, as people read aloud and copy. */
export const groups = (text: string): string[] => text.match(/.{1,5}/g) ?? [];

const bare = (text: string): string => text.replaceAll(/\s+/g, '').toLowerCase();

/** Whether what was typed is the end of the line, however it was spaced or capitalised. */
export const isEndOf = (sheet: RecoverySheet, line: SheetLine, typed: string): boolean =>
  bare(typed) === bare(lineOf(sheet, line)).slice(-8);

/**
 * The sheet as a text file that `age -d -i` takes as it is: everything but the key of the office's class is a
 * comment, since an `age` without the post-quantum class refuses a file with a line it does not know.
 */
export function sheetFile(
  sheet: RecoverySheet,
  used: RecipientClass,
  texts: typeof startTexts.sv,
  language: Language,
): string {
  const lines = SHEET_LINES.flatMap((line) => [
    '',
    `${texts[`line_${line}`]}. ${texts[`line_${line}Help`]}`,
    line === used ? null : lineOf(sheet, line),
  ]);
  return [
    ...[
      texts.sheetTitle,
      `${texts.sheetOffice}: ${sheet.officeName}`,
      `${texts.sheetNumber}: ${sheet.office}`,
      `${texts.sheetMade}: ${longDate(sheet.madeAt, language)}`,
      texts.sheetSafes,
      ...lines.flatMap((line) => (line === null ? [] : [line])),
      '',
      texts.openHeading,
      texts.openStep2,
      texts.openStep3,
      texts.openStep4,
      '',
    ].map((line) => `# ${line}`.trim()),
    lineOf(sheet, used),
    '',
  ].join('\n');
}
