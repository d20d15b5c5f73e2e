import { PDFDocument, StandardFonts, type PDFFont } from '@cantoo/pdf-lib';
import { err, ok, type Result } from '../base/result.ts';

/** One paragraph of a plain document. `box` is ticked by hand; a `page` begins a new one, its text is not shown. */
export interface PdfBlock {
  readonly kind: 'title' | 'heading' | 'question' | 'text' | 'hint' | 'box' | 'page';
  readonly text: string;
}

/** A4 in points, with margins wide enough for a hole punch. */
const PAGE = { width: 595, height: 842, margin: 64 };
const LOOK = {
  title: { size: 22, before: 0, heavy: true },
  heading: { size: 16, before: 22, heavy: true },
  question: { size: 12, before: 14, heavy: true },
  text: { size: 12, before: 5, heavy: false },
  hint: { size: 10.5, before: 5, heavy: false },
  box: { size: 12, before: 8, heavy: false },
} as const satisfies Record<Exclude<PdfBlock['kind'], 'page'>, object>;
/** How far in the words beside a box begin, in points. */
const BOX_INDENT = 20;
const LINE = 1.45;

/**
 * Lays a plain document out on A4 pages.
 * @returns the bytes, or the letters that the PDF's built-in fonts can't show (they know the alphabets of western
 * Europe): nothing is left out in silence.
 */
export async function makePdf(
  title: string,
  language: string,
  blocks: readonly PdfBlock[],
): Promise<Result<Uint8Array<ArrayBuffer>, { readonly letters: string }>> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const known = new Set(plain.getCharacterSet());
  const unknown = [...new Set(blocks.map(({ text }) => text).join(''))].filter(
    (letter) => letter.trim() !== '' && !known.has(letter.codePointAt(0) ?? 0),
  );
  if (unknown.length > 0) return err({ letters: unknown.slice(0, 20).join(' ') });

  let page = document.addPage([PAGE.width, PAGE.height]);
  let y = PAGE.height - PAGE.margin;
  const turn = () => {
    page = document.addPage([PAGE.width, PAGE.height]);
    y = PAGE.height - PAGE.margin;
  };
  for (const { kind, text } of blocks) {
    if (kind === 'page') {
      turn();
      continue;
    }
    const { size, before, heavy } = LOOK[kind];
    const font = heavy ? bold : plain;
    const indent = kind === 'box' ? BOX_INDENT : 0;
    y -= before;
    linesOf(text, font, size, PAGE.width - 2 * PAGE.margin - indent).forEach((line, i) => {
      if (y - size * LINE < PAGE.margin) turn();
      y -= size * LINE;
      if (kind === 'box' && i === 0)
        page.drawRectangle({ x: PAGE.margin, y: y - 1, width: 11, height: 11, borderWidth: 1 });
      page.drawText(line, { x: PAGE.margin + indent, y, size, font });
    });
  }
  return ok(new Uint8Array(await document.save()));
}

/** Breaks between words, and within a word only when it is longer than a line. */
function linesOf(text: string, font: PDFFont, size: number, width: number): string[] {
  const fits = (line: string) => font.widthOfTextAtSize(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (!fits(longer)) lines.push(line);
    line = fits(longer) ? longer : word;
  }
  return [...lines, line];
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  let length = word.length - 1;
  while (length > 1 && !fits(word.slice(0, length))) length -= 1;
  return [word.slice(0, length), ...pieces(word.slice(length), fits)];
}
