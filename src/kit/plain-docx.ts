import { strToU8, zipSync } from 'fflate';
import type { PdfBlock } from './plain-pdf.ts';

/*
 * A Word document (ECMA-376, WordprocessingML) of plain paragraphs: five small parts in a zip, without macros,
 * fields, links or a template from anywhere, so that opening one asks nobody for anything.
 */
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Zip has no earlier day; when a letter was made is nobody's business but the maker's. */
const NO_TIME = new Date(1980, 0, 1);

const STYLE_OF = {
  title: 'Title',
  heading: 'Heading1',
  question: 'Heading2',
  text: 'Normal',
  box: 'Normal',
  hint: 'Hint',
} as const satisfies Record<Exclude<PdfBlock['kind'], 'page'>, string>;

/** @returns the bytes of a .docx file. */
export function makeDocx(
  title: string,
  language: string,
  blocks: readonly PdfBlock[],
): Uint8Array<ArrayBuffer> {
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="c" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="s" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}"><w:body>${blocks.map(paragraph).join('')}${SECTION}</w:body></w:document>`,
    'word/styles.xml': stylesIn(language),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language></cp:coreProperties>`,
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    { mtime: NO_TIME },
  );
  return new Uint8Array(zipped);
}

function paragraph({ kind, text }: PdfBlock): string {
  if (kind === 'page') return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const box = kind === 'box' ? '☐ ' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${STYLE_OF[kind]}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(box + text)}</w:t></w:r></w:p>`;
}

/** A4 with wide margins, in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1280" w:right="1280" w:bottom="1280" w:left="1280" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

function stylesIn(language: string): string {
  const style = (id: string, name: string, before: number, run: string) =>
    `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr><w:spacing w:before="${before}" w:after="80" w:line="312" w:lineRule="auto"/></w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const tag = language === 'sv' ? 'sv-SE' : 'en-GB';
  return `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="24"/><w:lang w:val="${tag}"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'Normal', 80, '')}${style('Title', 'Title', 0, '<w:b/><w:sz w:val="44"/>')}${style('Heading1', 'heading 1', 360, '<w:b/><w:sz w:val="32"/>')}${style('Heading2', 'heading 2', 240, '<w:b/>')}${style('Hint', 'Hint', 0, '<w:sz w:val="21"/>')}</w:styles>`;
}

/** What XML 1.0 can't hold at all, as control characters from a paste. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
