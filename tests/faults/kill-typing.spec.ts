import type { Page } from '@playwright/test';
import type { Profile } from '../screens/office.ts';
import { unlock } from '../screens/people.ts';
import { kill, killBrowser, processesOf } from './harness/browser.ts';
import { expect, field, goOn, next, test, type House } from './harness/house.ts';

/*
 * The promise, with real keys, in the app as it is served to users: every process of the profile gets SIGKILL
 * some time after the last of 60 keys was handled. Worst of five each. The office is stopped; the app starts offline.
 */
const KEYS = 60;
const PAUSE_MS = 70;
const RUNS = 5;

/** So many milliseconds after the last key the browser dies, and so many characters may be missing. */
const MAY_MISS = [
  [0, 1],
  [250, 0],
  [1000, 0],
] as const;

test('killed while typing: at most 1, 0 and 0 characters are missing', async ({ house }) => {
  test.setTimeout(150_000);
  // The three go on side by side: most of the time they wait for the next key.
  const devices = await house.copies(MAY_MISS.length);
  await house.startOffice();
  const opened = await Promise.all(devices.map((device) => house.wake(device)));
  await house.stopOffice();
  await Promise.all(
    MAY_MISS.map(async ([afterMs, may], number) => {
      const device = devices[number];
      const browser = opened[number];
      if (!device || !browser) throw new Error('too few devices');
      const missing = await killed(house, device, browser, afterMs);
      test.info().annotations.push({
        type: `characters missing ${afterMs} ms after the last key`,
        description: missing.join(' '),
      });
      expect(Math.max(...missing), missing.join(' ')).toBeLessThanOrEqual(may);
    }),
  );
});

/** How many characters were missing after each kill; every time in a new question. */
async function killed(
  house: House,
  device: Parameters<House['wake']>[0],
  first: Profile,
  afterMs: number,
): Promise<number[]> {
  const missing: number[] = [];
  let { page, context } = first;
  await unlock(page);
  await goOn(page);
  for (let run = 0; run < RUNS; run += 1) {
    const question = await field(page).getAttribute('data-qid');
    const text = `${run}. ${'Det jag minns om huset var hunden, '.repeat(2)}`.slice(0, KEYS);
    const pids = await type(page, text, house.folderOf(device));
    await wait(afterMs);
    kill(pids);
    await killBrowser(context, house.folderOf(device));

    ({ page, context } = await house.wake(device));
    await unlock(page);
    await goOn(page);
    await expect(field(page)).toHaveAttribute('data-qid', question ?? '');
    const found = await field(page).inputValue();
    expect(text.startsWith(found), `"${found}" begins "${text}"`).toBe(true);
    await expect(field(page)).toBeFocused();
    expect(await caret(page)).toBe(found.length);
    missing.push(KEYS - found.length);
    await next(page);
  }
  return missing;
}

/** Real key events; each is answered when the page has handled it. Returns the processes that are to die. */
async function type(page: Page, text: string, folder: string): Promise<readonly number[]> {
  await field(page).focus();
  const begun = performance.now();
  let pids: readonly number[] = [];
  for (const [number, key] of text.split('').entries()) {
    // Looked up before the last key: looking takes a while, and the first kill would come late and prove less.
    if (number === KEYS - 1) pids = await processesOf(folder);
    await wait(begun + number * PAUSE_MS - performance.now());
    await page.keyboard.press(key === ' ' ? 'Space' : key);
  }
  expect(pids.length).toBeGreaterThan(2);
  return pids;
}

const caret = (page: Page): Promise<number> =>
  field(page).evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.selectionStart : -1,
  );

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
