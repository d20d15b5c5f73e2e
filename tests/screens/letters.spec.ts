import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { dueTexts } from '../../src/i18n/due.ts';
import { importTexts } from '../../src/i18n/import.ts';
import { letterTexts } from '../../src/i18n/letters.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import { yearTexts } from '../../src/i18n/year.ts';
import { button, expect, test } from '../faults/harness/house.ts';
import { readPdf } from '../setup/read-pdf.ts';
import { audit, LANGUAGE_NAMES } from './audit.ts';

const LIST = [
  'Kod;Namn;Personnummer;Född;Placerad från;Placerad till',
  'BJ-1;Ada Ek;20050512-1234;2005-05;2015-01;2023-06',
  'BJ-2;Bo Sol;20060512-1234;i våras;2016-01;2023-06',
  'BJ-3;Cia Lund;20040512-1234;2004-05;2012-01;2022-06',
].join('\r\n');

/** A place of the programme by its address, without loading the page anew: that would lock the vault. */
async function visit(page: Page, place: string, title: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/places/${place}`);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

async function download(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a list is read in, a letter is made as PDF and Word, and the year shows nobody', async ({
  house,
}) => {
  await house.startOffice();
  const { page } = await house.enter('supervisor');
  await expect(page.getByText(reviewTexts.sv.emptyTitle)).toBeVisible();
  const t = importTexts.sv;

  await visit(page, 'import', t.title);
  await page.getByLabel(t.choose).setInputFiles({
    name: 'lista.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST, 'latin1'),
  });
  await expect(page.getByText(t.identityColumn)).toBeVisible();
  await audit(page, 'import, columns');
  await button(page, t.check).click();
  await expect(page.getByText(t.rowError(3, t.field_birth, t.error_date))).toBeVisible();
  const errors = await download(page, t.saveErrors);
  expect(errors.bytes.toString()).toContain('3;Född;');
  await audit(page, 'import, check');
  await button(page, t.run(2)).click();
  await expect(page.getByText(t.doneAll(2))).toBeVisible();

  const l = letterTexts.sv;
  await visit(page, 'letters', l.title);
  await page.getByLabel('BJ-1 Ada Ek').check();
  await page.getByLabel(l.field_INTERVIEWER).fill('Şahin Đorđević');
  await expect(
    page.getByText(l.emptyOffice(`${l.field_MUNICIPALITY}, ${l.field_PHONE}`)),
  ).toBeVisible();
  await page.getByLabel(l.field_MUNICIPALITY).fill('Björkviks kommun');
  await page.getByLabel(l.field_PHONE).fill('0123-456 70');
  await button(page, l.saveOffice).click();
  await expect(page.getByRole('main').getByText('Hej Ada!')).toBeVisible();
  await audit(page, 'letters');
  // Without a network: the fonts of the letters are kept by the service worker.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  const pdf = await download(page, l.pdf);
  await page.context().setOffline(false);
  expect(pdf.name).toBe('inbjudan.pdf');
  expect((await readPdf(pdf.bytes)).join('\n')).toMatch(/Hej Ada![^]+Şahin Đorđević/);
  const docx = await download(page, l.docx);
  const document = strFromU8(unzipSync(docx.bytes)['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('Hej Ada!');

  await visit(page, 'due', dueTexts.sv.title);
  const calendar = (await download(page, dueTexts.sv.save)).bytes.toString();
  expect(calendar).toContain('BJ-1');
  expect(calendar).not.toContain('Ada');
  await audit(page, 'due');
  await visit(page, 'year', yearTexts.sv.title);
  await expect(page.getByRole('main').getByText(yearTexts.sv.tooFew(5))).toBeVisible();
  await audit(page, 'year');

  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, '/settings');
  await button(page, LANGUAGE_NAMES.en).click();
  await visit(page, 'year', yearTexts.en.title);
  await audit(page, 'year, English');
  await visit(page, 'due', dueTexts.en.title);
  await audit(page, 'due, English');
  await visit(page, 'import', importTexts.en.title);
  await audit(page, 'import, English');
  await visit(page, 'letters', letterTexts.en.title);
  await audit(page, 'letters, English');
});
