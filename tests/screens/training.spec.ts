import { fieldTexts } from '../../src/i18n/training-field.ts';
import { handbookTexts } from '../../src/i18n/training-handbook.ts';
import { trainingTexts } from '../../src/i18n/training-overview.ts';
import { practiceTexts } from '../../src/i18n/training-practice.ts';
import { search } from '../faults/harness/canary.ts';
import { expect, moveIn, t as words, test } from '../faults/harness/house.ts';
import { objections } from './audit.ts';
import { answerField, button, next, unlock } from './people.ts';

/* Learning the guide on one's own tablet, without a network: the pages, and module 5's vault over a real restart. */
test.describe.configure({ timeout: 90_000 });

const t = trainingTexts.sv;
const f = fieldTexts.sv;
const p = practiceTexts.sv;
const PRACTICE_WORDS = 'timjan kastrull älvdal tisdag gran';
const WRITTEN = ['hon räknade dagarna', 'det luktade kaffe'] as const;

let place: Awaited<ReturnType<typeof moveIn>>;
test.beforeAll(async ({ template }) => {
  test.setTimeout(120_000);
  place = await moveIn(template);
  await place.house.startOffice();
});
test.afterAll(() => place.end());

test('what was written in the practice vault is there after a restart, and then the vault is gone', async () => {
  const { page, context } = await place.house.enter('interviewer');
  const vaults = () => page.evaluate(async () => (await indexedDB.databases()).length);
  await page.getByRole('link', { name: words.home.training, exact: true }).click();
  await expect(page.getByText(t.modulesDone(0, 8))).toBeVisible();
  const before = await vaults();
  await context.setOffline(true);
  for (const scheme of ['light', 'dark'] as const) {
    expect(await objections(page, scheme)).toEqual([]);
  }
  await page.getByRole('link', { name: t.handbook }).click();
  await page.getByLabel(handbookTexts.sv.search).fill('paustecken');
  await expect(page.getByText(handbookTexts.sv.found(1))).toBeVisible();
  expect(await objections(page, 'dark')).toEqual([]);
  await button(page, t.back).click();

  await page.getByRole('link', { name: /Modul 5/ }).click();
  await expect(page.getByText(f.offline)).toBeVisible();
  await page.getByLabel(words.start.passphrase, { exact: true }).fill(PRACTICE_WORDS);
  await page.getByLabel(words.start.repeat).fill(PRACTICE_WORDS);
  await button(page, f.make).click();
  await button(page, f.talk).click();
  await button(page, p.put).click();
  await expect(page.getByText(/mest stolt över att ni frågade/)).toBeVisible();
  await answerField(page).fill(WRITTEN[0]);
  await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
  await next(page);
  await answerField(page).fill(WRITTEN[1]);
  await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
  await button(page, p.toModule5).click();
  await expect(button(page, f.lockNow)).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    expect(await objections(page, scheme)).toEqual([]);
  }
  const folder = place.house.folderOf('interviewer');
  expect(await search(folder, [...WRITTEN, PRACTICE_WORDS])).toEqual([]);
  await button(page, f.lockNow).click();

  // The lock screen knows of one vault: the real one.
  await expect(page.getByLabel('Lösenfras', { exact: true })).toBeVisible();
  await expect(page.getByText(f.mark)).toHaveCount(0);
  await unlock(page);
  await page.getByLabel(f.passphrase).fill(PRACTICE_WORDS);
  await button(page, f.unlock).click();
  await expect(page.getByText(/^Inga uppgifter förlorade/)).toBeVisible();
  await button(page, f.talkOn).click();
  await expect(answerField(page)).toHaveValue(WRITTEN[1]);
  await button(page, p.toModule5).click();
  await button(page, f.end).click();
  await expect(page.getByText(/^Ditt bästa resultat hittills/)).toBeVisible();
  await expect(button(page, f.make)).toBeVisible();
  await expect.poll(vaults).toBe(before);
  await context.close();
  expect(await search(folder, [...WRITTEN, PRACTICE_WORDS])).toEqual([]);
});
