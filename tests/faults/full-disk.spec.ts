import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { unlock } from '../screens/people.ts';
import { killBrowser } from './harness/browser.ts';
import { expect, field, goOn, next, savedWord, t, test } from './harness/house.ts';

/*
 * Another program fills the tablet's disk in mid-interview. In 40 of 52 runs Chromium's own database then lost all
 * that it had acknowledged (security.md 4.2). The profile lies on a small disk in memory, which only root can make.
 * The whole browser: which site's data is kept when the disk fills is its matter, and its shell knows nothing of it.
 */
test('the disk is full in mid-interview: no word that was called saved is lost', async ({
  house,
}) => {
  const device = 'interviewer-0';
  const disk = house.folderOf(device);
  await mkdir(disk);
  mount(disk);
  try {
    await cp(house.folderOf('interviewer'), disk, { recursive: true });
    await promise(disk, house.url);
    await house.startOffice();
    const { page, context } = await house.wake(device, { whole: true });
    await unlock(page);
    await goOn(page);
    expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true);
    await house.stopOffice();
    await field(page).pressSequentially('Före.');
    await next(page);

    const other = path.join(disk, 'another-program');
    await fill(disk, other);
    await field(page).pressSequentially('Medan disken är full.');
    await said(page);
    await next(page);
    await field(page).pressSequentially('Och ett utkast.');
    await said(page);
    await killBrowser(context, disk);
    await rm(other);

    // On a full disk Chromium may lose its own list of service workers; the app then comes from the office again.
    await house.startOffice();
    const again = await house.wake(device, { whole: true });
    await unlock(again.page);
    await expect(again.page.getByText(t.home.damaged)).toBeHidden();
    await goOn(again.page);
    await expect(field(again.page)).toHaveValue('Och ett utkast.');
    for (const before of ['Medan disken är full.', 'Före.']) {
      await again.page.getByRole('button', { name: t.interview.previous, exact: true }).click();
      await expect(field(again.page)).toHaveValue(before);
    }
    await killBrowser(again.context, disk);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
});

/** The reserve has its room already, so the words are saved; whether in both copies, the database decides. */
async function said(page: Page): Promise<void> {
  const words = [t.interview.saved, t.interview.savedReserve];
  await expect(savedWord(page)).toHaveText(new RegExp(`^(${words.join('|')})$`));
}

const Settings = z.looseObject({
  profile: z.looseObject({
    content_settings: z.looseObject({ exceptions: z.looseObject({}) }),
  }),
});

/** Where Chromium looks it up. What is granted through the debugging protocol alone does not hold it back. */
async function promise(folder: string, url: string): Promise<void> {
  const file = path.join(folder, 'Default', 'Preferences');
  const known = Settings.parse(JSON.parse(await readFile(file, 'utf8')));
  known.profile.content_settings.exceptions['durable_storage'] = {
    [`${url},*`]: { last_modified: '0', setting: 1 },
  };
  await writeFile(file, JSON.stringify(known));
}

function mount(folder: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (cause) {
    throw new Error('this test makes a small disk of its own, which takes root', { cause });
  }
}

/** To the last byte. */
async function fill(disk: string, file: string): Promise<void> {
  for (const size of [1 << 20, 1 << 12]) {
    const block = Buffer.alloc(size, 1);
    while ((await statfs(disk)).bavail * 4096 >= size) {
      await writeFile(file, block, { flag: 'a' });
    }
  }
}
