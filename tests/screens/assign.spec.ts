import type { Page } from '@playwright/test';
import { assignTexts } from '../../src/i18n/assign.ts';
import type { Language } from '../../src/i18n/catalogue.ts';
import { dueTexts } from '../../src/i18n/due.ts';
import { importTexts } from '../../src/i18n/import.ts';
import { lostTexts } from '../../src/i18n/lost.ts';
import { newInterviewTexts } from '../../src/i18n/new-interview.ts';
import { expect, test } from '../faults/harness/house.ts';
import { audit, LANGUAGE_NAMES } from './audit.ts';
import { syncUntil } from './pair.ts';
import { button } from './people.ts';

/* Who interviews whom, and what is done when the tablet is lost afterwards. Everyone is invented. */
test.describe.configure({ timeout: 120_000 });

const LIST = 'Kod;Namn;Född;Telefon;Kommun\nBJ-1;Ada Ek;2004-05;070-000 00 01;Björkvik\n';
const t = assignTexts.sv;
const lost = lostTexts.sv;

test('a talk is given, begun on the tablet, and the tablet is lost', async ({
  house,
  template,
}) => {
  await house.startOffice();
  const [{ page: desk }, { page: tablet }] = await Promise.all([
    house.enter('supervisor'),
    house.enter('interviewer'),
  ]);

  await test.step('somebody in the register', async () => {
    await visit(desk, 'import', importTexts.sv.title);
    await desk.getByLabel(importTexts.sv.choose).setInputFiles({
      name: 'lista.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(LIST),
    });
    await button(desk, importTexts.sv.check).click();
    await button(desk, importTexts.sv.run(1)).click();
    await expect(desk.getByText(importTexts.sv.doneAll(1))).toBeVisible();
  });

  await test.step('their talk is given to Ida', async () => {
    await visit(desk, 'assignments', t.title);
    await desk.getByLabel(t.find).fill('BJ-1');
    await button(desk, t.giveTo('BJ-1')).click();
    await desk.getByLabel('Ida Lind').check();
    await audit(desk, 'giving a talk');
    await button(desk, t.give).click();
    await expect(desk.getByText(t.givenTo('Ida Lind'))).toBeVisible();
    await audit(desk, 'assignments');
  });

  await test.step('the tablet gets it, and it begins there', async () => {
    await syncUntil(tablet, button(tablet, t.beginOf('BJ-1')));
    await expect(tablet.getByText('Ada Ek')).toBeHidden();
    await button(tablet, t.showOf('BJ-1')).click();
    await expect(tablet.getByText('Ada Ek')).toBeVisible();
    await audit(tablet, 'what is given to me');
    await button(tablet, t.beginOf('BJ-1')).click();
    await button(tablet, newInterviewTexts.sv.start).click();
    await expect(tablet.locator('[data-qid]')).toBeVisible();
  });

  await test.step('the supervisor sees that it has begun', async () => {
    await expect(async () => {
      await desk.getByRole('link', { name: 'Egna intervjuer' }).click();
      await button(desk, 'Försök nu').click();
      await visit(desk, 'assignments', t.title);
      await expect(desk.getByText(t.begun, { exact: true })).toBeVisible({ timeout: 1500 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step('the tablet is lost: blocked, and what was on it is told', async () => {
    await visit(desk, 'lost', lost.title);
    await audit(desk, 'lost tablets');
    await desk.getByLabel(/^Ida Lind, enhet/).check();
    await button(desk, lost.start).click();
    await expect(desk.getByText(lost.askAfterBlock)).toBeVisible();
    await button(desk, lost.block).click();
    await button(desk, lost.blockYes).click();
    await expect(desk.getByText(/^Den lämnade senast något till kontoret/)).toBeVisible();
    await expect(desk.getByText(lost.assigned('BJ-1'))).toBeVisible();
    await expect(desk.getByText(/7[12] timmar kvar/)).toBeVisible();
    await audit(desk, 'a lost tablet');
  });

  await test.step('what was half done on it goes on, with the recovery sheet', async () => {
    const address = new URL(desk.url()).pathname;
    await desk.getByLabel('Samir Ek').check();
    await desk.getByLabel(t.recovery).fill(template.recovery.x25519);
    await button(desk, lost.draftsRun).click();
    await expect(desk.getByText(lost.draftsDone('K-014'))).toBeVisible();
    await desk.getByRole('link', { name: 'Egna intervjuer' }).click();
    await expect(desk.getByText('K-014')).toBeVisible();
    await goTo(desk, address);
    await expect(desk.getByText(lost.onItTitle)).toBeVisible();
  });

  await test.step('English', async () => {
    const address = new URL(desk.url()).pathname;
    await visit(desk, 'due', dueTexts.sv.title);
    await audit(desk, 'due');
    await inLanguage(desk, 'en');
    await visit(desk, 'assignments', assignTexts.en.title);
    await audit(desk, 'assignments, English');
    await visit(desk, 'due', dueTexts.en.title);
    await audit(desk, 'due, English');
    await goTo(desk, address);
    await expect(desk.getByText(lostTexts.en.assigned('BJ-1'))).toBeVisible();
    await audit(desk, 'a lost tablet, English');
  });
});

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function visit(page: Page, place: string, title: string): Promise<void> {
  await goTo(page, `/places/${place}`);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

async function inLanguage(page: Page, language: Language): Promise<void> {
  await goTo(page, '/settings');
  await button(page, LANGUAGE_NAMES[language]).click();
}
