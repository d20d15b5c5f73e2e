import { describe, expect, it } from 'vitest';
import { startTexts } from '../../i18n/start.ts';
import { SHEET } from './fixture.ts';
import { groups, isEndOf, sheetFile } from './recovery-sheet.ts';

describe('the recovery sheet as a file', () => {
  it.each(['hybrid', 'x25519'] as const)(
    'is an identity file for age: only the %s key is no comment',
    (used) => {
      for (const language of ['sv', 'en'] as const) {
        const file = sheetFile(SHEET, used, startTexts[language], language);
        const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
        expect(lines).toEqual([SHEET.recovery[used]]);
        expect(file).toContain(SHEET.root);
        expect(file).toContain(SHEET.recovery.x25519);
        expect(file).toContain(SHEET.recovery.hybrid);
      }
    },
  );
});

describe('reading a line back', () => {
  it('takes its last eight signs, however spaced and capitalised, and nothing else', () => {
    expect(isEndOf(SHEET, 'root', ' 89ab CDEF ')).toBe(true);
    expect(isEndOf(SHEET, 'root', '9abcdef')).toBe(false);
    expect(isEndOf(SHEET, 'root', '')).toBe(false);
    expect(isEndOf(SHEET, 'x25519', SHEET.recovery.hybrid.slice(-8))).toBe(false);
  });

  it('shows every sign once', () => {
    expect(groups(SHEET.root).join('')).toBe(SHEET.root);
    expect(groups(SHEET.root).every((group) => group.length <= 5)).toBe(true);
  });
});
