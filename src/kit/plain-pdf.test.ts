import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { readFont } from '../../tests/setup/assets.ts';
import { readPdf } from '../../tests/setup/read-pdf.ts';
import { makePdf, type PdfBlock } from './plain-pdf.ts';

const said = (text: string): PdfBlock => ({ kind: 'text', text });

async function made(blocks: readonly PdfBlock[], language = 'sv') {
  const pdf = await makePdf('Det du berättade', language, blocks, readFont);
  if (!pdf.ok) throw new Error(pdf.error.letters);
  return pdf.value;
}

it('makes a document that can be opened, in its language and with Swedish letters', async () => {
  const pdf = await made([
    { kind: 'title', text: 'Det du berättade' },
    said('Å, ä och ö – och ”citat” …'),
  ]);
  const opened = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(opened.getTitle()).toBe('Det du berättade');
  expect(opened.getLanguage()).toBe('sv');
  expect(await readPdf(pdf)).toEqual(['Det du berättade\nÅ, ä och ö – och ”citat” …']);
});

it('goes on over as many pages as it takes, also with a word longer than a line', async () => {
  const long = Array.from({ length: 120 }, () => said(`${'ord '.repeat(30)}${'x'.repeat(200)}`));
  const pages = await readPdf(await made(long));
  // 120 paragraphs of four lines and more, some forty lines a page.
  expect(pages.length).toBeGreaterThan(9);
  expect(pages.join('').match(/x/g)).toHaveLength(120 * 200);
  expect(pages.join('').match(/ord/g)).toHaveLength(120 * 30);
});

it('holds the names people in Sweden have, and only the letters that are used', async () => {
  const names = 'Đorđe Łukasz Şahin Ayşe Nguyễn Ζωή Ὀδυσσεύς\nОлена Қайрат ሰላም ኣስመሮም';
  const [title = '', ...lines] = names.split('\n').flatMap((line) => [line, line]);
  const pdf = await made([{ kind: 'title', text: title }, ...lines.map(said)]);
  const [page = ''] = await readPdf(pdf);
  expect(page.replaceAll('\n', ' ')).toBe([title, ...lines].join(' '));
  // The fonts that were opened are some 600 kB.
  expect(pdf.length).toBeLessThan(40_000);
  expect((await made([said('Bara svenska.')])).length).toBeLessThan(10_000);
});

it('draws Arabic and Persian from right to left, and what stands in them from left to right', async () => {
  const mirror = (text: string) => Array.from(text).toReversed().join('');
  const [page] = await readPdf(
    await made([
      said('سلام، من پرویز هستم (۳ سال).'),
      said('در Storgatan 12 بود'),
      said('Hon sa سلام till oss.'),
    ]),
  );
  // The letters are those that were written: joined forms, ligatures and turned brackets are read as such.
  expect(page).toBe(
    [
      // Lam and alef are one shape, which is read as lam and then alef.
      mirror('سلام، من پرویز هستم (۳ سال).').replaceAll('ال', 'لا'),
      `${mirror(' بود')}Storgatan 12${mirror('در ')}`,
      `Hon sa ${mirror('سلام').replace('ال', 'لا')} till oss.`,
    ].join('\n'),
  );
});

it('says which letters it cannot show instead of leaving them out', async () => {
  expect(
    await makePdf('', 'sv', [{ kind: 'title', text: 'ไทย' }, said('Łukasz 你好')], readFont),
  ).toEqual({ ok: false, error: { letters: '你 好 ไ ท ย' } });
});

it('begins a new page where it is told to, and draws boxes to tick', async () => {
  const pdf = await made([
    said('Det första'),
    { kind: 'page', text: '' },
    { kind: 'box', text: 'Jag säger ja' },
    { kind: 'box', text: 'نعم' },
  ]);
  expect(await readPdf(pdf)).toEqual(['Det första', 'Jag säger ja\nمعن']);
});
