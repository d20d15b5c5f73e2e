import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { makePdf, type PdfBlock } from './plain-pdf.ts';

const said = (text: string): PdfBlock => ({ kind: 'text', text });

it('makes a document that can be opened, in its language and with Swedish letters', async () => {
  const made = await makePdf('Det du berättade', 'sv', [
    { kind: 'title', text: 'Det du berättade' },
    said('Å, ä och ö – och ”citat” …'),
  ]);
  if (!made.ok) throw new Error(made.error.letters);
  const opened = await PDFDocument.load(made.value, { updateMetadata: false });
  expect(opened.getTitle()).toBe('Det du berättade');
  expect(opened.getLanguage()).toBe('sv');
  expect(opened.getPageCount()).toBe(1);
});

it('goes on over as many pages as it takes, also with a word longer than a line', async () => {
  const long = Array.from({ length: 120 }, () => said(`${'ord '.repeat(30)}${'x'.repeat(200)}`));
  const made = await makePdf('Långt', 'sv', long);
  if (!made.ok) throw new Error(made.error.letters);
  const opened = await PDFDocument.load(made.value);
  // 120 paragraphs of four lines and more, some forty lines a page.
  expect(opened.getPageCount()).toBeGreaterThan(9);
});

it('says which letters it cannot show instead of leaving them out', async () => {
  expect(await makePdf('', 'sv', [said('Łukasz och علي')])).toEqual({
    ok: false,
    error: { letters: 'Ł ع ل ي' },
  });
});

it('begins a new page where it is told to, and draws boxes to tick', async () => {
  const made = await makePdf('Två brev', 'sv', [
    said('Det första'),
    { kind: 'page', text: '' },
    { kind: 'box', text: 'Jag säger ja' },
  ]);
  if (!made.ok) throw new Error(made.error.letters);
  expect((await PDFDocument.load(made.value)).getPageCount()).toBe(2);
});
