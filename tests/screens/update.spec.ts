import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { homeTexts } from '../../src/i18n/home.ts';
import { expect, test } from '../faults/harness/house.ts';
import { DIST } from './office.ts';
import { answerField, begin, button, unlock } from './people.ts';

/* A new version is offered between interviews, never during one (DESIGN section 10). */
test.describe.configure({ timeout: 90_000 });

let dist: string;
test.beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'aterblick-dist-'));
  await cp(DIST, dist, { recursive: true });
});
test.afterAll(() => rm(dist, { recursive: true }));

test('an update waits for the end of an interview and keeps every word', async ({ house }) => {
  await house.startOffice(dist);
  const { page } = await house.enter('supervisor');
  await page.getByRole('link', { name: 'Egna intervjuer' }).click();
  await begin(page, 'K-041', /^Hel intervju/);
  await answerField(page).pressSequentially('Mitt i en mening');
  await page.evaluate(() => {
    document.documentElement.dataset['sameDocument'] = 'yes';
  });

  await test.step('nothing happens in mid-interview', async () => {
    await releaseTwo();
    await waitingVersion(page);
    await answerField(page).pressSequentially(' som fortsätter');
    await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
    await expect(page.getByText(homeTexts.sv.updateReady)).toBeHidden();
    await expect(answerField(page)).toHaveValue('Mitt i en mening som fortsätter');
    await expect(page.locator('html')).toHaveAttribute('data-same-document', 'yes');
    expect(await release(page)).toBe('1');
  });
  await test.step('between interviews it is offered, and taken when someone says so', async () => {
    await page.goBack();
    await expect(page.getByText(homeTexts.sv.updateReady)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-same-document', 'yes');
    await button(page, 'Uppdatera nu').click();
    await expect(button(page, 'Lås upp')).toBeVisible();
    expect(await release(page)).toBe('2');
  });
  await test.step('the words are there in the new version', async () => {
    await unlock(page);
    await page.getByRole('link', { name: 'Egna intervjuer' }).click();
    await button(page, 'Fortsätt samtalet').click();
    await expect(answerField(page)).toHaveValue('Mitt i en mening som fortsätter');
  });
});

const release = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[name=release]')?.content ?? '1',
  );

/** Another build in the same place: a page that says so, and a service worker that lists it. */
async function releaseTwo(): Promise<void> {
  const index = join(dist, 'index.html');
  const html = await readFile(index, 'utf8');
  await writeFile(index, html.replace('</head>', '<meta name="release" content="2" /></head>'));
  const worker = join(dist, 'sw.js');
  const script = await readFile(worker, 'utf8');
  const listed = /\{"revision":"[0-9a-f]{32}","url":"index\.html"\}/;
  expect(script).toMatch(listed);
  const now = `{"revision":"${'2'.repeat(32)}","url":"index.html"}`;
  await writeFile(worker, script.replace(listed, now));
}

/** Looks for a new version now instead of in an hour, until it is installed and waits. */
async function waitingVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)))
    .toBe(true);
}
