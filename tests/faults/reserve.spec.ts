import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { unlock } from '../screens/people.ts';
import { killBrowser } from './harness/browser.ts';
import {
  button,
  expect,
  field,
  goOn,
  next,
  savedWord,
  t,
  test,
  type House,
} from './harness/house.ts';

/* The database goes away in mid-interview; the office is stopped, so nothing but the reserve is left. */

test.describe.configure({ mode: 'parallel' });

/** However many they are. */
const RESTORED = new RegExp(t.home.restored(99).replace('99', '\\d+'));

test('the browser closes the database: the reserve goes on and gives all back', async ({
  house,
}) => {
  await house.startOffice();
  const { page, context } = await house.enter('interviewer');
  await goOn(page);
  await house.stopOffice();
  await field(page).pressSequentially('Före felet.');
  await next(page);
  await expect(savedWord(page)).toHaveText(t.interview.saved);

  // Closed under the app's hands, and thrown away with all that was in it.
  const devtools = await context.newCDPSession(page);
  const origin = house.url;
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await writeInTheReserve(page);
  await saveAsFile(page);

  await page.goBack();
  await expect(page.getByText(t.home.reserve)).toBeVisible();
  await killBrowser(context, house.folderOf('interviewer'));
  const again = await allIsBack(house);
  await button(again, t.interview.previous).click();
  await expect(field(again)).toHaveValue('Före felet.');
});

test('the quota is reached: the reserve goes on and gives all back', async ({ house }) => {
  await house.startOffice();
  const { page, context } = await house.wake('interviewer');
  await house.stopOffice();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: house.url, quotaSize: 1 });
  await unlock(page);
  await goOn(page);
  await writeInTheReserve(page);
  await saveAsFile(page);
  await killBrowser(context, house.folderOf('interviewer'));
  await allIsBack(house);
});

/** Two questions, of which the second has not settled; the person is told, and nothing is called saved that is not. */
async function writeInTheReserve(page: Page): Promise<void> {
  const words = await wordsSaid(page);
  await field(page).pressSequentially('Efter felet, första frågan.');
  await next(page);
  await field(page).pressSequentially('Efter felet, andra frågan.');
  await expect(savedWord(page)).toHaveText(t.interview.savedReserve);
  await expect(page.getByText(t.interview.reserveHelp)).toBeVisible();
  expect(await words()).toContain(t.interview.savedReserve);
  expect(await words()).not.toContain(t.interview.saved);
}

/** Nothing is open elsewhere: the button is pressed with the caret still in the field. */
async function saveAsFile(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await button(page, t.home.saveFile).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[0-9a-f]{8}\.aterblick$/);
  const parts = Object.values(unzipSync(await readFile(await file.path())));
  const sealed = parts.filter((bytes) => Buffer.from(bytes).includes('age-encryption.org/v1'));
  expect(sealed.length).toBeGreaterThan(2);
}

async function allIsBack(house: House): Promise<Page> {
  const { page } = await house.wake('interviewer');
  await unlock(page);
  await expect(page.getByText(RESTORED)).toBeVisible();
  await expect(page.getByText(t.home.damaged)).toBeHidden();
  await goOn(page);
  await expect(field(page)).toHaveValue('Efter felet, andra frågan.');
  await field(page).pressSequentially(' Och vidare.');
  await expect(savedWord(page)).toHaveText(t.interview.saved);
  await button(page, t.interview.previous).click();
  await expect(field(page)).toHaveValue('Efter felet, första frågan.');
  return page;
}

/** Every word that stands in the corner from now on. */
async function wordsSaid(page: Page): Promise<() => Promise<string[]>> {
  const list = await savedWord(page).evaluateHandle((corner) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(corner.textContent)).observe(corner, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return said;
  });
  return () => list.jsonValue();
}
