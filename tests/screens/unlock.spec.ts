import type { Page } from '@playwright/test';
import { idleTexts } from '../../src/i18n/idle.ts';
import { expect, moveIn, test } from '../faults/harness/house.ts';
import type { Profile } from './office.ts';
import { answerField, begin, button, unlock, WORDS, type RecoveryLines } from './people.ts';

/* Every way into a vault and every way it closes, on one person's device. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const NEW_WORDS = 'paraply mandel torsdag gruva flöjt';
const SAID = 'Om hösten luktade köket äpplen';
const NOT_OPENED = 'Det gick inte att låsa upp. Kontrollera vad du skrev och försök igen.';

let place: Awaited<ReturnType<typeof moveIn>>;
let own: Profile;
let page: Page;
let recovery: RecoveryLines;

test.beforeAll(async ({ template }) => {
  test.setTimeout(120_000);
  place = await moveIn(template);
  await place.house.startOffice();
  own = await place.house.enter('supervisor');
  ({ page } = own);
  ({ recovery } = template);
  await toOwnInterviews();
  await begin(page, 'K-051', /^Hel intervju/);
  await answerField(page).fill(SAID);
  await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
  await page.goBack();
});
test.afterAll(() => place.end());

test('the lock button leaves no words in the document', async () => {
  await button(page, 'Fortsätt samtalet').click();
  await expect(answerField(page)).toHaveValue(SAID);
  await page.goBack();
  await button(page, 'Lås').click();
  await expectLocked();
});

test('a wrong passphrase slows down, with the same words every time', async () => {
  const waits: number[] = [];
  for (const wrong of ['1234', `${WORDS}!`]) {
    await page.getByLabel('Lösenfras', { exact: true }).fill(wrong);
    await button(page, 'Lås upp').click();
    await expect(page.getByText(NOT_OPENED)).toBeVisible();
    const wait = page.getByText(/^Vänta \d+ sekund/);
    await expect(wait).toBeVisible();
    await expect(button(page, 'Lås upp')).toBeDisabled();
    waits.push(Number(/\d+/.exec((await wait.textContent()) ?? '')?.[0]));
    await expect(button(page, 'Lås upp')).toBeEnabled();
  }
  expect(waits).toEqual([1, 2]);
  await unlock(page);
  await expect(button(page, 'Lås')).toBeVisible();
});

test('a passkey opens the vault', async () => {
  const cdp = await own.context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  });
  await page.getByRole('link', { name: 'Inställningar' }).click();
  await button(page, 'Lägg till passnyckel').click();
  await expect(page.getByText('Passnyckeln är tillagd.')).toBeVisible();
  await button(page, 'Lås').click();
  await button(page, 'Lås upp med passnyckel').click();
  await expect(button(page, 'Lås')).toBeVisible();
  await readWords();
  await cdp.detach();
});

test('it locks when nobody has touched it for five minutes, and not before', async () => {
  await page.clock.install();
  await page.goto(place.house.url);
  await unlock(page);
  await expect(button(page, 'Lås')).toBeVisible();
  await page.clock.runFor('04:40');
  await expect(button(page, 'Lås')).toBeVisible();
  await page.clock.runFor('00:30');
  await expectLocked();
});

test('a talk is covered first, since people may speak for long, and locked in the end', async () => {
  await unlock(page);
  await readWords();
  await page.clock.runFor('04:40');
  await expect(answerField(page)).toHaveValue(SAID);
  await page.clock.runFor('00:30');
  await expect(page.getByRole('heading', { name: idleTexts.sv.title })).toBeVisible();
  expect(await page.content()).not.toContain(SAID);
  await button(page, idleTexts.sv.resume).click();
  await expect(answerField(page)).toHaveValue(SAID);
  await page.clock.runFor('10:10');
  await expectLocked();
});

test('it locks when it has been out of sight for a while, and covers itself at once', async () => {
  await unlock(page);
  await expect(answerField(page)).toHaveValue(SAID);
  await showPage('hidden');
  await expect(answerField(page)).toBeHidden();
  await page.clock.runFor('00:15');
  await showPage('visible');
  await expect(answerField(page)).toHaveValue(SAID);
  await showPage('hidden');
  await page.clock.runFor('00:40');
  await expectLocked();
});

test('a forgotten passphrase: the key from the recovery sheet opens, and a new one holds', async () => {
  await button(page, 'Jag har glömt lösenfrasen').click();
  const key = page.getByLabel('Återställningsnyckel');
  await key.fill(recovery.x25519.replace(/.$/, (end) => (end === 'Q' ? 'P' : 'Q')));
  await button(page, 'Öppna').click();
  await expect(page.getByText(NOT_OPENED)).toBeVisible();
  await expect(button(page, 'Öppna')).toBeEnabled();
  await key.fill(recovery.x25519);
  await button(page, 'Öppna').click();
  await page.getByLabel('Lösenfras', { exact: true }).fill(NEW_WORDS);
  await page.getByLabel('Lösenfrasen en gång till').fill(NEW_WORDS);
  await button(page, 'Spara den nya lösenfrasen').click();
  await expect(answerField(page)).toHaveValue(SAID);
  await page.goBack();
  await button(page, 'Lås').click();
  await unlock(page);
  await expect(page.getByText(NOT_OPENED)).toBeVisible();
  await expect(button(page, 'Lås upp')).toBeEnabled();
  await page.getByLabel('Lösenfras', { exact: true }).fill(NEW_WORDS);
  await button(page, 'Lås upp').click();
  await readWords();
});

const toOwnInterviews = () => page.getByRole('link', { name: 'Egna intervjuer' }).click();

async function readWords(): Promise<void> {
  await toOwnInterviews();
  await button(page, 'Fortsätt samtalet').click();
  await expect(answerField(page)).toHaveValue(SAID);
}

/** Only initials stand there: no name, no code, no word of what was said, not even hidden. */
async function expectLocked(): Promise<void> {
  await expect(button(page, 'Lås upp')).toBeVisible();
  const html = await page.content();
  for (const word of [SAID, 'K-051', 'Samir', 'Björkvik']) expect(html).not.toContain(word);
  expect(await page.title()).not.toContain('K-051');
}

/** What the browser tells the page when another app comes in front. */
async function showPage(state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
