import arabicBold from '@fontsource/vazirmatn/files/vazirmatn-arabic-700-normal.woff?url';
import arabic from '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillicExtBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff?url';
import cyrillicExt from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url';
import ethiopicBold from '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal.woff?url';
import ethiopic from '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff?url';
import greekExtBold from '@fontsource/noto-sans/files/noto-sans-greek-ext-700-normal.woff?url';
import greekExt from '@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff?url';
import greekBold from '@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latinExtBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import vietnameseBold from '@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';

export type Weight = 'plain' | 'bold';

/**
 * The fonts a PDF is written with, and by which letters each is needed; the first is always. The ranges are those by
 * which the files were cut. Vazirmatn and not Noto for Arabic letters: Noto draws dots apart from their letters, so
 * that the words could not be read out of the file.
 */
const FILES = [
  { letters: /^/u, plain: latin, bold: latinBold },
  {
    letters:
      /\u0304|\u0308|\u0329|[\u0100-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/u,
    plain: latinExt,
    bold: latinExtBold,
  },
  {
    letters: /\u0300|\u0301|\u0303|\u0309|\u0323|[\u1ea0-\u1ef9\u20ab]/u,
    plain: vietnamese,
    bold: vietnameseBold,
  },
  { letters: /[\u0370-\u03ff]/u, plain: greek, bold: greekBold },
  { letters: /[\u1f00-\u1fff]/u, plain: greekExt, bold: greekExtBold },
  { letters: /[\u0400-\u045f\u0490\u0491\u2116]/u, plain: cyrillic, bold: cyrillicBold },
  {
    letters: /[\u0460-\u052f\u1c80-\u1c8a\u20b4\ua640-\ua69f]/u,
    plain: cyrillicExt,
    bold: cyrillicExtBold,
  },
  { letters: /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u, plain: arabic, bold: arabicBold },
  {
    letters: /[\u1200-\u1399\u2d80-\u2dde\uab01-\uab2e]/u,
    plain: ethiopic,
    bold: ethiopicBold,
  },
] as const satisfies readonly ({ readonly letters: RegExp } & Readonly<Record<Weight, string>>)[];

/** @returns the addresses of the font files a text needs in this weight, the one for Swedish first. */
export function fontFilesFor(text: string, weight: Weight): readonly string[] {
  return FILES.filter(({ letters }) => letters.test(text)).map((file) => file[weight]);
}
