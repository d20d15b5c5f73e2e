import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';

/**
 * The letters of each page of one of our PDFs, line by line as they are drawn from left to right, read the way a
 * reader, a search and a screen reader get them: from the fonts' tables of letters.
 */
export async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) => {
    const { node } = page;
    const fonts = node.normalizedEntries().Font;
    const tables = new Map<string, Map<string, string>>();
    for (const key of fonts.keys()) {
      const table = fonts.lookup(key, PDFDict).lookup(PDFName.of('ToUnicode'), PDFStream);
      tables.set(key.asString().slice(1), tableOf(textOf(table)));
    }
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray
        ? contents.asArray().map((_, i) => contents.lookup(i, PDFStream))
        : contents
          ? [contents]
          : [];
    const drawn = streams.map(textOf).join('\n');
    let line = '';
    let font = '';
    let height = '';
    for (const [, key, y, row] of drawn.matchAll(
      /\/(F\d+) [\d.]+ Tf|^1 0 0 1 [-\d.]+ ([-\d.]+) Tm|\[(.*?)\] TJ/gm,
    )) {
      if (key) font = key;
      if (y) {
        if (height !== '' && y !== height) line += '\n';
        height = y;
      }
      for (const [, codes = ''] of (row ?? '').matchAll(/<([\da-f]+)>/g))
        line += (codes.match(/.{4}/g) ?? []).map((code) => tables.get(font)?.get(code)).join('');
    }
    return line;
  });
}

function textOf(stream: PDFStream): string {
  const bytes =
    stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
  return Buffer.from(bytes).toString('latin1');
}

function tableOf(map: string): Map<string, string> {
  return new Map(
    [...map.matchAll(/^<([\da-f]{4})> <([\da-f]+)>$/gm)].map(([, code = '', letters = '']) => [
      code,
      Buffer.from(letters, 'hex').swap16().toString('utf16le'),
    ]),
  );
}
