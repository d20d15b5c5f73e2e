import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { err, ok, type Result } from '../base/result.ts';
import { readOwnFile, type ReadOwnFile } from './own-file.ts';
import { openFace, type Face } from './pdf-face.ts';
import { fontFilesFor, type Weight } from './pdf-letters.ts';
import { lettersWithout, setParagraph } from './pdf-lines.ts';

/** One paragraph of a plain document. `box` is ticked by hand; a `page` begins a new one, its text is not shown. */
export interface PdfBlock {
  readonly kind: 'title' | 'heading' | 'question' | 'text' | 'hint' | 'box' | 'page';
  readonly text: string;
}

/** A4 in points, with margins wide enough for a hole punch. */
const PAGE = { width: 595, height: 842, margin: 64 };
const LOOK = {
  title: { size: 21, before: 0, weight: 'bold' },
  heading: { size: 15, before: 22, weight: 'bold' },
  question: { size: 11.5, before: 14, weight: 'bold' },
  text: { size: 11.5, before: 5, weight: 'plain' },
  hint: { size: 10, before: 5, weight: 'plain' },
  box: { size: 11.5, before: 8, weight: 'plain' },
} as const satisfies Record<
  Exclude<PdfBlock['kind'], 'page'>,
  { readonly size: number; readonly before: number; readonly weight: Weight }
>;
/** How far in the words beside a box begin, in points. */
const BOX_INDENT = 20;
/** A frame to tick in; without the colour of its border it would be filled. */
const BOX = { width: 11, height: 11, borderWidth: 1, borderColor: rgb(0, 0, 0) };
const LINE = 1.45;

/**
 * Lays a plain document out on A4 pages, with the letters of Europe, Arabic and Persian (from right to left where they
 * go so) and Ethiopic; docs/decisions/0023. Of each font only what is used is in the file.
 * @returns the bytes, or the letters that none of the fonts has: nothing is left out in silence.
 */
export async function makePdf(
  title: string,
  language: string,
  blocks: readonly PdfBlock[],
  read: ReadOwnFile = readOwnFile,
): Promise<Result<Uint8Array<ArrayBuffer>, { readonly letters: string }>> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);

  const texts = { plain: '', bold: '' };
  for (const { kind, text } of blocks) {
    if (kind !== 'page') texts[LOOK[kind].weight] += `${text}\n`;
  }
  let opened = 0;
  const facesOf = async (weight: Weight): Promise<readonly Face[]> => {
    const files = await Promise.all(fontFilesFor(texts[weight].normalize('NFC'), weight).map(read));
    return files.map((bytes) => openFace(document, bytes, (opened += 1)));
  };
  const faces = { plain: await facesOf('plain'), bold: await facesOf('bold') };
  const unknown = new Set([
    ...lettersWithout(faces.plain, texts.plain),
    ...lettersWithout(faces.bold, texts.bold),
  ]);
  if (unknown.size > 0) return err({ letters: [...unknown].slice(0, 20).join(' ') });

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
    const { size, before, weight } = LOOK[kind];
    const indent = kind === 'box' ? BOX_INDENT : 0;
    const room = PAGE.width - 2 * PAGE.margin - indent;
    const { lines, rightToLeft } = setParagraph(text, faces[weight], (room / size) * 1000);
    y -= before;
    lines.forEach(({ runs, width }, i) => {
      if (y - size * LINE < PAGE.margin) turn();
      y -= size * LINE;
      const left = PAGE.margin + (rightToLeft ? 0 : indent);
      if (kind === 'box' && i === 0) {
        const x = rightToLeft ? PAGE.width - PAGE.margin - 11 : PAGE.margin;
        page.drawRectangle({ ...BOX, x, y: y - 1 });
      }
      let x = rightToLeft ? left + room - (width * size) / 1000 : left;
      for (const { face, shaped } of runs) {
        face.draw(page, shaped, { x, y, size });
        x += (shaped.advance * size) / 1000;
      }
    });
  }
  for (const face of [...faces.plain, ...faces.bold]) face.finish();
  return ok(new Uint8Array(await document.save()));
}
