import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { cardActTexts } from '../../src/i18n/card-acts.ts';
import { concernTexts } from '../../src/i18n/concern.ts';
import { newInterviewTexts } from '../../src/i18n/new-interview.ts';
import { peopleTexts } from '../../src/i18n/people.ts';
import { placeTexts } from '../../src/i18n/places.ts';
import { preparationTexts } from '../../src/i18n/preparation.ts';
import { readBackTexts } from '../../src/i18n/read-back.ts';
import { timelineTexts } from '../../src/i18n/timeline.ts';
import { toolTexts } from '../../src/i18n/tools.ts';
import { transcriptTexts } from '../../src/i18n/transcript.ts';
import { complete, talkThrough, WORDS } from '../screens/people.ts';
import { practise } from './harness/practising.ts';
import { newMarks, plainWritings, search, writings, type Marks } from './harness/canary.ts';
import {
  button,
  expect,
  inbox,
  place,
  received,
  t,
  test,
  untilSeen,
  type House,
} from './harness/house.ts';

/*
 * A marked word in every field in which something can be written is found nowhere it should not be (DESIGN section
 * 11). The names of the office and its members are no secret of the office: its signed directory has them.
 */
test('what was written is found in no file, address, log or locked screen', async ({ house }) => {
  test.setTimeout(150_000);
  const marks = newMarks();
  // As a code is written: short, and in capitals.
  const code = `K-${randomBytes(4).toString('hex').toUpperCase()}`;
  const practised = newMarks();
  const secrets = [marks.root, code, practised.root];
  await house.startOffice();
  const tablet = await house.enter('interviewer');
  const addresses = [tablet].map(({ context }) => watch(context));
  await interview(tablet.page, code, marks);
  await untilSeen(tablet.page, received(tablet.page).first());
  await test.step('practising beside it', async () => {
    await practise(tablet.page, practised, async (page) => {
      const here = await everythingIn(page);
      for (const real of [marks.root, code]) expect(here).not.toContain(real);
    });
    // Out of practice, the real work is there as it was, and nothing of what was practised.
    await place(tablet.page, t.home.title);
    await expect(tablet.page.getByText(code).first()).toBeVisible();
    expect(await everythingIn(tablet.page)).not.toContain(practised.root);
  });

  const desk = await house.enter('supervisor');
  addresses.push(watch(desk.context));
  await review(desk.page, code, marks);
  await untilSeen(tablet.page, button(tablet.page, t.home.mend));
  await button(tablet.page, t.home.mend).click();
  await expect(tablet.page.getByText(marks.root).first()).toBeVisible();
  await tablet.page.goto(house.url);

  await test.step('after locking', async () => {
    for (const { page } of [tablet, desk]) {
      await page
        .getByRole('button', { name: t.home.lock, exact: true })
        .or(unlocking(page))
        .click();
      await expect(page.getByRole('heading', { name: t.lock.title })).toBeVisible();
      const left = await everythingIn(page);
      expect(left).toContain(t.lock.title);
      for (const secret of secrets) expect(left).not.toContain(secret);
    }
    await nothingOnDisk(house, secrets);
  });
  await test.step('after closing', async () => {
    await tablet.context.close();
    await desk.context.close();
    await house.stopOffice();
    await nothingOnDisk(house, secrets);
  });

  const said = [...addresses.flat(), ...house.log];
  expect(said.filter((line) => line.includes('/api/')).length).toBeGreaterThan(10);
  expect(said.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  // The interview was held in full: a note and a quotation for each question, every field of the memo, the rest.
  expect(marks.places.length).toBeGreaterThan(2 * 15 + 8 + 3);
  // Two runs, each with what was asked, answered, begun and thought.
  expect(new Set(practised.places).size).toBe(2 * 4);
});

test('the search finds a word in each writing', async ({ house }) => {
  const { root, mark } = newMarks();
  const folder = path.join(house.folderOf('office'), 'planted');
  await mkdir(folder);
  const word = `före ${mark('plantat')} efter`;
  for (const before of ['', 'a', 'ab']) {
    await writeFile(path.join(folder, `${before}8`), before + word);
    await writeFile(path.join(folder, `${before}16`), Buffer.from(before + word, 'utf16le'));
    await writeFile(
      path.join(folder, `${before}16b`),
      Buffer.from(before + word, 'utf16le').swap16(),
    );
    await writeFile(
      path.join(folder, `${before}64`),
      Buffer.from(before + word).toString('base64'),
    );
    const wide = Buffer.from(before + word, 'utf16le').toString('base64');
    await writeFile(path.join(folder, `${before}64w`), wide);
  }
  const finds = await search(house.folderOf('office'), [root]);
  expect(new Set(finds.map(({ file }) => file)).size).toBe(15);
  expect(new Set(finds.map(({ as }) => as))).toEqual(new Set(writings(root).map(({ as }) => as)));
});

async function interview(page: Page, code: string, { mark }: Marks): Promise<void> {
  await prepare(page, code, mark);
  await flag(page, mark);
  await tellPlacement(page, mark('placering'));
  await draftConcern(page, mark);
  await talkThrough(page, (question) => `${mark(question)} ”${mark(`${question}ord`)}”`);
  await button(page, t.stop.finishNow).click();
  await expect(page.getByRole('heading', { name: t.after.partC })).toBeVisible();
  await readBack(page, mark('egna'));
  await writeOut(page, mark);
  await page.getByLabel('Anteckningar under samtalet').check();
  await page.getByLabel('Nej', { exact: true }).check();
  const fields = page.getByRole('main').getByRole('textbox');
  for (const [number, each] of (await fields.all()).entries()) {
    await each.fill(mark(`memo${number}`));
    await each.blur();
  }
  await complete(page);
  await button(page, t.after.toHome).click();
}

/** What one expects and fears before the talk, and who is there. */
async function prepare(page: Page, code: string, mark: Marks['mark']): Promise<void> {
  await button(page, 'Ny intervju').click();
  await page.getByLabel('Deltagarens kod').fill(code);
  await page.getByLabel(/Kort intervju/).check();
  await button(page, newInterviewTexts.sv.prepare).click();
  await expect(page.getByText(preparationTexts.sv.ownTitle)).toBeVisible();
  const fields = await page.getByRole('main').getByRole('textbox').all();
  expect(fields.length).toBeGreaterThan(0);
  for (const [number, field] of fields.entries()) await field.fill(mark(`inför${number}`));
  await button(page, preparationTexts.sv.begin).click();
  await expect(page.locator('[data-qid]')).toBeVisible();
}

async function flag(page: Page, mark: Marks['mark']): Promise<void> {
  const s = cardActTexts.sv;
  await button(page, t.interview.cards).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('listitem').first().getByRole('button').click();
  await dialog.getByText(t.cards.flag, { exact: true }).click();
  await dialog.getByLabel(t.cards.flagNote).fill(mark('flagga'));
  await dialog.getByRole('button', { name: t.cards.flagSend }).click();
  await expect(dialog.getByText(t.cards.flagged)).toBeVisible();
  await dialog.getByLabel(s.handedOver).check();
  for (const label of [s.to, s.way, s.when]) await dialog.getByLabel(label).fill(mark(label));
  await dialog.getByRole('button', { name: s.keep, exact: true }).click();
  await expect(dialog.locator('.talk-kept')).toBeVisible();
  await dialog.getByRole('button', { name: t.cards.hide }).click();
}

async function openTool(page: Page, name: string): Promise<void> {
  await button(page, t.interview.tools).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

async function tellPlacement(page: Page, words: string): Promise<void> {
  const s = timelineTexts.sv;
  await openTool(page, toolTexts.sv.timeline);
  await button(page, s.add).click();
  await page.getByLabel(s.words).fill(words);
  await button(page, s.done).click();
  await expect(page.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  await button(page, s.close).click();
}

async function draftConcern(page: Page, mark: Marks['mark']): Promise<void> {
  const s = concernTexts.sv;
  await openTool(page, toolTexts.sv.concern);
  await button(page, s.begin).click();
  await expect(page.getByRole('textbox', { name: s.said })).toBeVisible();
  for (const [number, field] of (await page.getByRole('textbox').all()).entries()) {
    await field.fill(mark(`oro${number}`));
    await field.blur();
  }
  await button(page, s.toTalk).click();
}

/** The talk word for word, sealed and sent in a parcel of its own. Sound has its search in screens/sound.spec.ts. */
async function writeOut(page: Page, mark: Marks['mark']): Promise<void> {
  const s = transcriptTexts.sv;
  await button(page, s.open).click();
  await button(page, s.begin).click();
  const words = page.getByRole('textbox', { name: new RegExp(`^${s.said('')}`) });
  await words.first().fill(mark('utskrift'));
  await page.getByLabel(s.remark).fill(mark('anmärkning'));
  await button(page, s.deliver).click();
  await expect(page.getByText(s.delivered)).toBeVisible();
  await button(page, s.back).click();
}

/** The young person's own words, beside an answer that is read back. */
async function readBack(page: Page, words: string): Promise<void> {
  const s = readBackTexts.sv;
  await button(page, s.together).click();
  const own = page.getByText(s.ownOpen).first();
  await own.click();
  await page.getByLabel(s.ownWords).first().fill(words);
  await button(page, s.readThis).click();
  // A section that appears takes the focus, and a key pressed in that moment goes there.
  await expect(async () => {
    await button(page, s.leave).press('Enter');
    await expect(button(page, s.leaveYes)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await button(page, s.leaveYes).click();
}

async function review(page: Page, code: string, { mark }: Marks): Promise<void> {
  await page.getByLabel(t.review.search).fill(code);
  await inbox(page).filter({ hasText: code }).first().getByRole('button').first().click();
  await page.getByRole('button', { name: t.review.commentWhole }).first().click();
  await page.getByLabel(t.review.commentText).fill(mark('kommentar'));
  await button(page, t.review.save).click();
  await button(page, t.review.return).click();
  await page.getByLabel(t.review.returnNote).fill(mark('retur'));
  await button(page, t.review.returnNow).click();
  await expect(page.getByText(t.review.yourNote)).toBeVisible();
  await register(page, mark);
  await place(page, t.home.inbox);
}

/** Somebody in the register, under a key that no interview has: kept, and half written. */
async function register(page: Page, mark: Marks['mark']): Promise<void> {
  const s = peopleTexts.sv;
  await place(page, t.home.places);
  await page.getByRole('link', { name: new RegExp(`^${placeTexts.sv.people}`) }).click();
  for (const isKept of [true, false]) {
    await button(page, s.add).click();
    await page.getByLabel(s.name, { exact: true }).fill(mark(`namn${isKept}`));
    await page.getByLabel(s.contact, { exact: true }).fill(mark(`kontakt${isKept}`));
    if (!isKept) continue;
    await page.getByLabel(s.birthMonth).fill('2004-05');
    await page.getByLabel(s.municipality).fill(mark('kommun'));
    await button(page, s.saveNew).click();
    await expect(button(page, s.addPlacement)).toBeVisible();
    await place(page, t.home.places);
    await page.getByRole('link', { name: new RegExp(`^${placeTexts.sv.people}`) }).click();
  }
}

/** A page that was loaded anew is locked already. */
const unlocking = (page: Page) => page.getByRole('heading', { name: t.lock.title });

/** Every address this browser asks for from now on. */
function watch(context: BrowserContext): string[] {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  return addresses;
}

/** What a page still holds that script can read: its tree, its fields, its stores of words. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((each) =>
        'value' in each ? String(each.value) : '',
      ),
      JSON.stringify(history.state),
      location.href,
      document.title,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join('\n'),
  );

async function nothingOnDisk(house: House, secrets: readonly string[]): Promise<void> {
  for (const part of ['interviewer', 'supervisor', 'office'] as const) {
    // The passphrase as well: it is typed on both devices.
    const finds = await search(house.folderOf(part), [...secrets, WORDS]);
    expect(finds, part).toEqual([]);
  }
  // Nor does a lost device say in clear whose it was. (The link she was invited by stays in the browser's history;
  // the name it greeted her with is base64 there.)
  for (const part of ['interviewer', 'supervisor'] as const) {
    const names = await search(house.folderOf(part), ['Ida Lind', 'Samir Ek'], plainWritings);
    expect(names, part).toEqual([]);
  }
}
