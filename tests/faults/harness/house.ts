import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as plain, type Locator, type Page } from '@playwright/test';
import { startOffice } from '../../../src/office/start.ts';
import { DIST, profile, type Profile } from '../../screens/office.ts';
import {
  begin,
  complete,
  foundOffice,
  giveConsent,
  invite,
  join,
  unlock,
  writeMemo,
} from '../../screens/people.ts';
import { killAll } from './browser.ts';

/*
 * Setting up an office takes longer than most faults. It is done once a worker, with an interview under way past the
 * consent, and each test has its own copy of the three folders: the office's and two browser profiles.
 */
interface Template {
  readonly folder: string;
  readonly port: number;
}

/** A numbered interviewer is a copy of the same device, for faults that are tried many times over. */
type Who = 'interviewer' | 'supervisor' | `interviewer-${number}`;

/** One office and two people's devices on disk; nothing runs until it is asked to. */
export interface House {
  readonly url: string;
  readonly port: number;
  /** What the office wrote to its log. */
  readonly log: readonly string[];
  folderOf(part: Who | 'office'): string;
  /** As many copies of the interviewer's device as asked for. */
  copies(count: number): Promise<readonly `interviewer-${number}`[]>;
  startOffice(): Promise<void>;
  stopOffice(): Promise<void>;
  /** Starts the person's browser on their own profile, as far as the lock screen. */
  wake(who: Who): Promise<Profile>;
  /** And unlocks. */
  enter(who: Who): Promise<Profile>;
}

export const test = plain.extend<{ house: House }, { template: Template }>({
  template: [
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'aterblick-template-'));
      const port = await prepare(folder);
      await use({ folder, port });
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  house: async ({ template }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'aterblick-house-'));
    await cp(template.folder, folder, { recursive: true });
    const { house, end } = moveIn(folder, template.port);
    await use(house);
    await end();
    await rm(folder, { recursive: true, maxRetries: 5 });
  },
});

export { expect };

async function prepare(folder: string): Promise<number> {
  const office = await startOffice({ port: 0, data: path.join(folder, 'office'), dist: DIST });
  if (office.secret === undefined) throw new Error('the office is claimed already');
  const [supervisor, interviewer] = await Promise.all([
    profile(path.join(folder, 'supervisor')),
    profile(path.join(folder, 'interviewer')),
  ]);
  await foundOffice(supervisor.page, office.url, office.secret);
  await join(interviewer.page, await invite(supervisor.page, 'Ida Lind'), 'IL');
  await button(interviewer.page, 'Börja').click();
  await supervisor.page.getByRole('link', { name: 'Egna intervjuer' }).click();
  await expect(async () => {
    await button(supervisor.page, 'Försök nu').click();
    await button(interviewer.page, 'Försök nu').click();
    await expect(interviewer.page.getByText('släpper in dig')).toBeHidden({ timeout: 500 });
  }).toPass();
  await supervisor.end();
  await begin(interviewer.page, 'K-014', /Kort intervju/);
  await next(interviewer.page);
  await next(interviewer.page);
  await giveConsent(interviewer.page);
  await next(interviewer.page);
  await expect(savedWord(interviewer.page)).toHaveText('Sparat');
  await interviewer.end();
  await office.close();
  return Number(new URL(office.url).port);
}

function moveIn(folder: string, port: number): { house: House; end(): Promise<void> } {
  const log: string[] = [];
  const browsers: Profile[] = [];
  let office: Awaited<ReturnType<typeof startOffice>> | undefined;
  const folderOf = (part: Who | 'office') => path.join(folder, part);
  const url = `http://localhost:${port}`;
  const wake = async (who: Who) => {
    const browser = await profile(folderOf(who));
    browsers.push(browser);
    await browser.page.goto(url);
    return browser;
  };
  const stopOffice = async () => {
    await office?.close();
    office = undefined;
  };
  const house: House = {
    url,
    port,
    log,
    folderOf,
    stopOffice,
    copies: async (count) => {
      const names = Array.from({ length: count }, (_, number) => `interviewer-${number}` as const);
      for (const name of names) {
        await cp(folderOf('interviewer'), folderOf(name), { recursive: true });
      }
      return names;
    },
    startOffice: async () => {
      office = await startOffice({
        port,
        data: folderOf('office'),
        dist: DIST,
        log: (line) => log.push(line),
      });
    },
    wake,
    enter: async (who) => {
      const browser = await wake(who);
      await unlock(browser.page);
      return browser;
    },
  };
  const end = async () => {
    await Promise.all(browsers.map((browser) => browser.context.close()));
    for (const browser of browsers) await killAll(browser.folder);
    await stopOffice();
  };
  return { house, end };
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** The field of the question on screen. */
export const field = (page: Page): Locator => page.locator('[data-qid]');

/** The quiet word in the corner of an interview. */
export const savedWord = (page: Page): Locator => page.locator('.talk-saved');

/** To the next question, whichever it is. */
export async function next(page: Page): Promise<void> {
  const before = await page.locator('h1').textContent();
  await button(page, 'Nästa').click();
  await expect(page.locator('h1')).not.toHaveText(before ?? '');
}

/** From the start page back into the interview that is under way. */
export async function goOn(page: Page): Promise<void> {
  await button(page, 'Fortsätt samtalet').click();
  await expect(field(page)).toBeVisible();
}

/** Ends the talk early, writes the memo and completes. */
export async function finish(page: Page, word: string): Promise<void> {
  await stop(page);
  await writeMemo(page, word);
  await complete(page);
  await button(page, 'Till startsidan').click();
}

export async function stop(page: Page): Promise<void> {
  await button(page, 'Sluta').click();
  await page.getByRole('button', { name: 'Spara allt som är berättat' }).click();
}

/** Asks the office again and again until something stands on the screen. */
export async function untilSeen(page: Page, seen: Locator): Promise<void> {
  await expect(async () => {
    await button(page, 'Försök nu').click();
    await expect(seen).toBeVisible({ timeout: 2000 });
  }).toPass();
}
