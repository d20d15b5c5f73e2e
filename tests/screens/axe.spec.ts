import { expect, type Page } from '@playwright/test';
import { startTexts } from '../../src/i18n/start.ts';
import { audit, LANGUAGE_NAMES, objections, textsIn } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button, WORDS } from './people.ts';
import { layUpLater, test } from './visit.ts';

/* Every screen and dialog against WCAG 2.2 AA, in both languages and both colour schemes. */
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

let office: TestOffice;
test.beforeEach(async () => {
  office = await testOffice();
});
test.afterEach(() => office.end());

const t = textsIn('sv');

test('setting up, joining, locking and settings', async ({ page, browser }) => {
  await page.goto(office.url);
  await button(page, LANGUAGE_NAMES.en).click();
  await expect(page.getByRole('button', { name: startTexts.en.setUpDoor })).toBeVisible();
  await button(page, LANGUAGE_NAMES.sv).click();
  await audit(page, 'doors');
  await page.getByRole('button', { name: t.start.setUpDoor }).click();
  await button(page, t.start.next).click();
  await audit(page, 'set up, code missing');
  await page.getByLabel(t.start.secret).fill('BBBB-BBBB-BBBB-BBBB-BBBB');
  await page.getByLabel(t.start.officeName).fill('Björkvik');
  await button(page, t.start.next).click();
  await expect(page.getByText(/^Koden stämmer inte/)).toBeVisible();
  await audit(page, 'set up, wrong code');
  await page.getByLabel(t.start.secret).fill(office.secret ?? '');
  await button(page, t.start.next).click();
  await button(page, t.start.offer).click();
  await page.getByLabel(t.start.name).fill('Samir Ek');
  await page.getByLabel(t.start.label).fill('SE');
  await page.getByLabel(t.start.passphrase, { exact: true }).fill('1234');
  await audit(page, 'set up, weak passphrase');
  await page.getByLabel(t.start.passphrase, { exact: true }).fill(WORDS);
  await page.getByLabel(t.start.repeat).fill(WORDS);
  await button(page, t.start.next).click();
  await page.getByText(t.start.more).click();
  await audit(page, 'set up, keys');
  await button(page, t.start.makeKeys).click();
  await expect(page.getByRole('heading', { name: t.start.sheetTitle })).toBeVisible();
  await audit(page, 'recovery sheet');
  const lines = await page.getByRole('region').evaluateAll((regions) =>
    regions.map((region) => ({
      title: region.querySelector('h2, h3')?.textContent ?? '',
      line: (region.querySelector('p')?.textContent ?? '').replaceAll(/\s/g, ''),
    })),
  );
  await button(page, t.start.goTest).click();
  const asked = page.getByRole('textbox');
  await asked.fill('fel');
  await button(page, t.start.testDone).click();
  await audit(page, 'recovery sheet, wrong test');
  const label = (await page.locator('label').first().textContent()) ?? '';
  const line = lines.find(({ title }) => title !== '' && label.endsWith(title))?.line ?? '';
  await asked.fill(line.slice(-8));
  await button(page, t.start.testDone).click();
  await expect(page.getByText(t.review.emptyTitle)).toBeVisible();
  await audit(page, 'inbox, empty');

  await page.getByRole('link', { name: t.home.members }).click();
  await page.getByLabel(t.office.inviteName, { exact: true }).fill('Ida Lind');
  await button(page, t.office.inviteMake).click();
  const link = await page.getByLabel(t.office.link, { exact: true }).inputValue();
  await audit(page, 'members and an invitation');
  await page.getByRole('link', { name: t.home.settings }).click();
  await button(page, t.settings.changePassphrase).click();
  await audit(page, 'settings');
  await button(page, t.home.lock).click();
  await expect(button(page, t.lock.unlock)).toBeVisible();
  await page.getByLabel(t.lock.passphrase, { exact: true }).fill('fel ord');
  await button(page, t.lock.unlock).click();
  await expect(page.getByRole('alert').first()).not.toBeEmpty();
  await audit(page, 'lock, wrong passphrase');
  await button(page, t.lock.forgotten).click();
  await audit(page, 'forgotten passphrase');

  const other = await browser.newContext();
  await layUpLater(other);
  const newcomer = await other.newPage();
  await newcomer.goto(office.url);
  await newcomer.getByRole('button', { name: t.start.joinDoor }).click();
  await button(newcomer, t.start.readLink).click();
  await audit(newcomer, 'join, no link');
  await newcomer.getByLabel(t.start.paste).fill(link);
  await button(newcomer, t.start.readLink).click();
  await newcomer.getByLabel(t.start.label).fill('IL');
  await newcomer.getByLabel(t.start.passphrase, { exact: true }).fill(WORDS);
  await newcomer.getByLabel(t.start.repeat).fill(WORDS);
  await audit(newcomer, 'join');
  await button(newcomer, t.start.join).click();
  await expect(newcomer.getByRole('heading', { name: t.start.joinedTitle })).toBeVisible();
  await audit(newcomer, 'joined');
  await button(newcomer, t.start.begin).click();
  await expect(button(newcomer, t.home.newInterview)).toBeVisible();
  await audit(newcomer, 'start page of someone not let in yet');
  await other.close();
});

test('an interview and its review', async ({ page }) => {
  await page.goto(office.url);
  await page.getByRole('button', { name: t.start.tryDoor }).click();
  await expect(button(page, t.home.resume)).toBeVisible();
  await audit(page, 'start page');
  await button(page, t.home.newInterview).click();
  await button(page, t.newInterview.start).click();
  await audit(page, 'new interview, code missing');
  await button(page, t.newInterview.cancel).click();
  await button(page, t.home.resume).click();

  await test.step('the talk on each kind of answer', async () => {
    await expect(answerField(page)).toBeVisible();
    await page.getByText(t.interview.guidance, { exact: true }).click();
    await audit(page, 'talk, free words and guidance');
    await fullLength(page, t.overview.changeTrack);
    await button(page, t.interview.close).click();
    await step(page, 3);
    await page.locator('.scale input').first().check();
    await audit(page, 'talk, scale');
    await step(page, 4);
    await page
      .getByLabel(`${t.interview.dateFrom}, ${t.interview.dateYear.toLowerCase()}`)
      .fill('9');
    await audit(page, 'talk, period with an error');
    await section(page, 5);
    await step(page, 5);
    await audit(page, 'talk, one choice');
    await section(page, 8);
    await step(page, 6);
    await audit(page, 'talk, many choices');
    await section(page, 1);
    await step(page, 3);
    await expect(page.getByText(t.consent.consentSave)).toBeVisible();
    await audit(page, 'consent');
  });
  await test.step('dialogs of the talk', async () => {
    await overview(page).click();
    await page.getByRole('dialog').getByText(t.overview.changeTrack).first().click();
    await audit(page, 'overview');
    await button(page, t.interview.close).click();
    await button(page, t.interview.cards).click();
    await audit(page, 'support cards');
    await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').click();
    await page.getByText(t.cards.flag).click();
    await audit(page, 'a support card with its flag');
    await button(page, t.cards.hide).click();
    await button(page, t.tools.tools).click();
    await button(page, t.tools.concern).click();
    await button(page, t.concern.begin).click();
    await page.getByRole('textbox', { name: t.concern.said }).fill('20160412-1234');
    await audit(page, 'a report with what looks like an identity number');
    await button(page, t.concern.remove).click();
    await audit(page, 'removing a report');
    await button(page, t.concern.cancel).click();
    await button(page, t.concern.toTalk).click();
    await expect(button(page, t.tools.tools)).toBeVisible();
    await button(page, t.interview.stop).click();
    await audit(page, 'stop');
    await page.getByRole('button', { name: t.stop.stopKeepParts }).click();
    await audit(page, 'stop, keep a part');
    await button(page, t.stop.back).click();
    await page.getByRole('button', { name: t.stop.stopDelete }).click();
    await audit(page, 'stop, delete');
    await button(page, t.stop.back).click();
    await button(page, t.stop.backToTalk).click();
    await button(page, t.interview.pause).click();
    await audit(page, 'pause');
    await button(page, t.interview.resume).click();
    await section(page, 8);
    await button(page, t.interview.skip).click();
    await expect(page.getByText(t.interview.skipped)).toBeVisible();
    await audit(page, 'a skip to undo');
    await step(page, 6);
    await button(page, t.interview.finish).click();
    await audit(page, 'finish');
    await button(page, t.stop.finishNow).click();
  });
  await test.step('memo and completing', async () => {
    await expect(page.getByRole('heading', { name: t.after.partC })).toBeVisible();
    await unfold(page);
    await audit(page, 'memo and the lists around it');
    await button(page, t.after.complete).click();
    await audit(page, 'completing, blocked');
    await button(page, t.after.back).click();
    const memo = page.locator('[id^=memo-] textarea');
    for (const field of await memo.all()) await field.fill('Kastanjer');
    await page.getByLabel(t.after.listItem(1)).fill('Lyssna');
    await page.locator('#memo-documentation input').first().click();
    await page.locator('#memo-needSupport input').first().click();
    await button(page, t.after.complete).click();
    await audit(page, 'completing');
    await button(page, t.after.completeNow).click();
    await expect(page.getByRole('heading', { name: t.after.completed })).toBeVisible();
    await audit(page, 'completed');
    await button(page, t.after.toHome).click();
    await expect(page.getByText(t.home.waitingNone)).toBeHidden();
    await audit(page, 'start page with a delivery');
    await button(page, t.safety.toCards).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('PROVA');
    await audit(page, 'cards that nobody was handed');
    await page.goBack();
  });
  await test.step('the review', async () => {
    await button(page, t.shell.trySupervisor).click();
    await page.getByRole('link', { name: t.home.inbox }).click();
    await audit(page, 'inbox, filled');
    await page
      .getByRole('button', { name: /PROVA-1/ })
      .first()
      .click();
    await expect(button(page, t.concern.toInbox)).toBeVisible();
    await audit(page, 'reading a report');
    await button(page, t.concern.toInbox).click();
    await page
      .getByRole('button', { name: /PROVA-1/ })
      .last()
      .click();
    await expect(page.getByRole('heading', { name: t.review.decision })).toBeVisible();
    await unfold(page);
    await audit(page, 'reading');
    await page.getByRole('button', { name: t.review.commentWhole }).first().click();
    await button(page, t.review.save).click();
    await page.getByText(t.review.commentPick).first().click();
    await audit(page, 'a comment, empty');
    await page.getByLabel(t.review.commentText).fill('Fråga mer');
    await button(page, t.review.save).click();
    await expect(page.getByRole('list', { name: t.review.comments })).toBeVisible();
    await audit(page, 'a comment');
    await button(page, t.review.approve).click();
    await audit(page, 'approve');
    await button(page, t.review.cancel).click();
    await button(page, t.review.return).click();
    await audit(page, 'return');
    await button(page, t.review.returnNow).click();
    await expect(page.getByText(t.review.decidedReturned('Samir', '').slice(0, 16))).toBeVisible();
    await button(page, t.shell.tryInterviewer).click();
    await button(page, t.home.mend).click();
    await expect(page.getByRole('region', { name: t.review.noteTitle })).toBeVisible();
    await audit(page, 'returned for mending');
  });
});

test('a field without a label and a colour that is lost in the dark are found', async ({
  page,
}) => {
  await page.goto(office.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.textContent = 'Svart på svart';
    words.style.color = 'black';
    document.querySelector('main')?.append(document.createElement('textarea'), words);
  });
  const [light, dark] = [await objections(page, 'light'), await objections(page, 'dark')];
  expect(light.map((each) => each.split(':')[0])).toEqual(['label']);
  expect(dark.map((each) => each.split(':')[0])).toEqual(['color-contrast']);
});

const overview = (page: Page) => page.locator('.talk-section');

/** To the length that has every question and so every kind of answer. */
async function fullLength(page: Page, change: string): Promise<void> {
  await overview(page).click();
  await page.getByRole('dialog').getByText(change).first().click();
  const full = page.getByRole('dialog').getByRole('radio').first();
  await full.click();
  await expect(full).toBeChecked();
}

/** Opens what can be folded out, or axe would look past it. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

/** By the overview to a section, and by the small steps to a question of it. */
async function section(page: Page, number: number): Promise<void> {
  await overview(page).click();
  await page
    .getByRole('dialog')
    .locator('ol button')
    .nth(number - 1)
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function step(page: Page, number: number): Promise<void> {
  const to = page.locator('.talk-step').nth(number - 1);
  await to.click();
  await expect(to).toHaveAttribute('aria-current', 'step');
}
