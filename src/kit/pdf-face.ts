import { create, type Font, type Glyph } from '@cantoo/fontkit';
import {
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  beginText,
  endText,
  setFontAndSize,
  setTextMatrix,
  setTextRise,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { bidi } from './pdf-bidi.ts';
import { unicodeMap } from './pdf-unicode-map.ts';

/** One sign as it is drawn. Lengths are thousandths of the letter size. */
interface Sign {
  /** Its number in the document, four hexadecimal digits. */
  readonly code: string;
  readonly width: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

export interface Shaped {
  readonly signs: readonly Sign[];
  readonly advance: number;
}

/** A font of the document, of which only the signs that were drawn are kept in the file. */
export interface Face {
  has(codePoint: number): boolean;
  /** How much room a text takes, in thousandths of the letter size. */
  width(text: string): number;
  /** @param text of one direction, in the order in which it is read. */
  shape(text: string, rightToLeft: boolean): Shaped;
  /** Draws what `shape` gave, from the left, with its lower left at a point. */
  draw(page: PDFPage, shaped: Shaped, at: { x: number; y: number; size: number }): void;
  /** Puts the font into the file, after the last drawing. */
  finish(): void;
}

const hex = (number: number): string => number.toString(16).padStart(4, '0');

/** The letter that was written, of the one by whose shape it is drawn from right to left. */
function unmirrored(letter: number): number {
  return bidi.getMirroredCharacter(String.fromCodePoint(letter))?.codePointAt(0) ?? letter;
}

/** Which shape each number has, two bytes a number from 0 (ISO 32000-1, table 117). */
function shapesOf(signs: readonly { readonly shape: number }[]): Uint8Array {
  return Uint8Array.from([0, ...signs.map(({ shape }) => shape)].flatMap((n) => [n >> 8, n & 255]));
}

/** @throws Error when the bytes are no font; the fonts come with the app. */
export function openFace(document: PDFDocument, bytes: Uint8Array, number: number): Face {
  const opened = create(bytes);
  if (!('layout' in opened)) throw new Error('not one font');
  const font: Font = opened;
  const perMille = 1000 / font.unitsPerEm;
  const subset = font.createSubset();
  const ref = document.context.nextRef();
  const key = PDFName.of(`F${number}`);
  const widths = new Map<string, number>();
  /** A shape that stands for different letters, as a bracket read from the right, has a number for each. */
  const drawn = new Map<
    string,
    { code: string; shape: number; width: number; letters: number[] }
  >();

  function width(text: string): number {
    const known = widths.get(text) ?? font.layout(text).advanceWidth * perMille;
    widths.set(text, known);
    return known;
  }

  function shape(text: string, rightToLeft: boolean): Shaped {
    const run = font.layout(text, null, null, null, rightToLeft ? 'rtl' : 'ltr');
    const signs = run.glyphs.map((glyph, i): Sign => {
      const letters = rightToLeft ? glyph.codePoints.map(unmirrored) : glyph.codePoints;
      const { code, width } = numberOf(glyph, letters);
      const place = run.positions?.[i];
      return {
        code,
        width,
        advance: place ? place.xAdvance * perMille : width,
        dx: (place?.xOffset ?? 0) * perMille,
        dy: (place?.yOffset ?? 0) * perMille,
      };
    });
    return { signs, advance: signs.reduce((sum, { advance }) => sum + advance, 0) };
  }

  function numberOf(glyph: Glyph, letters: number[]) {
    const which = `${glyph.id} ${letters.join(' ')}`;
    const known = drawn.get(which) ?? {
      code: hex(drawn.size + 1),
      shape: subset.includeGlyph(glyph),
      width: glyph.advanceWidth * perMille,
      letters,
    };
    drawn.set(which, known);
    return known;
  }

  function draw(page: PDFPage, { signs }: Shaped, at: { x: number; y: number; size: number }) {
    page.node.setFontDictionary(key, ref);
    const steps = [
      beginText(),
      setFontAndSize(key, at.size),
      setTextMatrix(1, 0, 0, 1, at.x, at.y),
    ];
    let row = document.context.obj([]);
    let codes = '';
    let rise = 0;
    const endCodes = () => {
      if (codes !== '') row.push(PDFHexString.of(codes));
      codes = '';
    };
    const endRow = () => {
      endCodes();
      if (row.size() > 0) steps.push(PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [row]));
      row = document.context.obj([]);
    };
    /** To the right, by what the sign itself does not move; PDF counts it the other way (ISO 32000-1, 9.4.3). */
    const move = (by: number) => {
      if (Math.abs(by) < 0.01) return;
      endCodes();
      row.push(PDFNumber.of(Number((-by).toFixed(2))));
    };
    for (const { code, width, advance, dx, dy } of signs) {
      if (dy !== rise) {
        endRow();
        steps.push(setTextRise((dy * at.size) / 1000));
        rise = dy;
      }
      move(dx);
      codes += code;
      move(advance - width - dx);
    }
    endRow();
    if (rise !== 0) steps.push(setTextRise(0));
    page.pushOperators(...steps, endText());
  }

  /** A composite font by the numbers of its signs, with their letters beside them (ISO 32000-1, 9.7). */
  function finish(): void {
    if (drawn.size === 0) return;
    const { context } = document;
    const signs = [...drawn.values()];
    // Six letters and a plus say that it is only a part of the font (9.6.4).
    const tag = `AAAAA${String.fromCharCode(65 + (number % 26))}`;
    const name = `${tag}+${font.postscriptName ?? 'Font'}`;
    const { minX, minY, maxX, maxY } = font.bbox;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [minX, minY, maxX, maxY].map((each) => each * perMille),
        ItalicAngle: 0,
        Ascent: font.ascent * perMille,
        Descent: font.descent * perMille,
        CapHeight: (font.capHeight || font.ascent) * perMille,
        StemV: 80,
        FontFile2: context.register(context.flateStream(subset.encode())),
      }),
    );
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: context.register(context.flateStream(shapesOf(signs))),
        CIDSystemInfo: {
          Registry: PDFHexString.fromText('Adobe'),
          Ordering: PDFHexString.fromText('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        W: [1, signs.map(({ width: wide }) => wide)],
      }),
    );
    const map = unicodeMap(signs);
    context.assign(
      ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(context.flateStream(map)),
      }),
    );
  }

  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width,
    shape,
    draw,
    finish,
  };
}
