import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as plain, type Locator, type Page } from '@playwright/test';
import { afterTexts } from '../../../src/i18n/after.ts';
import { homeTexts } from '../../../src/i18n/home.ts';
import { interviewTexts } from '../../../src/i18n/interview.ts';
import { newInterviewTexts } from '../../../src/i18n/new-interview.ts';
import { overviewTexts } from '../../../src/i18n/overview.ts';
import { consentTexts } from '../../../src/i18n/consent.ts';
import { stopTexts } from '../../../src/i18n/stopping.ts';
import { cardTexts } from '../../../src/i18n/cards.ts';
import { lockTexts } from '../../../src/i18n/lock.ts';
import { problemTexts } from '../../../src/i18n/problem.ts';
import { recordTexts } from '../../../src/i18n/record.ts';
import { reviewTexts } from '../../../src/i18n/review.ts';
import { settingsTexts } from '../../../src/i18n/settings.ts';
import { startTexts } from '../../../src/i18n/start.ts';
import { startOffice } from '../../../src/office/start.ts';
import { DIST, profile, type Profile, type ProfileOptions } from '../../screens/office.ts';
import { complete, leaveBy, unlock, writeMemo } from '../../screens/people.ts';
import { killAll } from './browser.ts';
import { templateIn, type Template } from './template.ts';

/**
 * A numbered interviewer is a copy of the same device, for faults that are tried many times over. The trainer's device
 * is new: nobody has joined on it.
 */
type Who = 'interviewer' | 'supervisor' | 'trainer' | `interviewer-${number}`;

/** One office and two people's devices on disk; nothing runs until it is asked to. */
export interface House {
  /** What the browsers know the office by. */
  readonly url: string;
  /** Where it listens. */
  readonly port: number;
  /** What the office wrote to its log. */
  readonly log: readonly string[];
  folderOf(part: Who | 'office'): string;
  /** As many copies of the interviewer's device as asked for. */
  copies(count: number): Promise<readonly `interviewer-${number}`[]>;
  startOffice(dist?: string): Promise<void>;
  stopOffice(): Promise<void>;
  /** Starts the person's browser on their own profile, as far as the lock screen. */
  wake(who: Who, options?: Pick<ProfileOptions, 'more' | 'whole'>): Promise<Profile>;
  /** And unlocks. */
  enter(who: Who): Promise<Profile>;
}

/**
 * Every browser test is made from this one, also where it needs no house: for another one with fixtures of its own the
 * runner would begin new workers.
 */
export const test = plain.extend<{ house: House }, { template: Template }>({
  template: [
    async ({}, use, worker) =>
      use(await templateIn(process.env['ATERBLICK_TEMPLATE'] ?? worker.project.outputDir)),
    { scope: 'worker', timeout: 120_000 },
  ],
  house: async ({ template }, use) => {
    const { house, end } = await moveIn(template);
    await use(house);
    await end();
  },
});

export { expect };

/** What stands on the screens, in Swedish. */
export const t = {
  after: afterTexts.sv,
  home: homeTexts.sv,
  newInterview: newInterviewTexts.sv,
  overview: overviewTexts.sv,
  consent: consentTexts.sv,
  stop: stopTexts.sv,
  cards: cardTexts.sv,
  interview: interviewTexts.sv,
  lock: lockTexts.sv,
  problem: problemTexts.sv,
  record: recordTexts.sv,
  review: reviewTexts.sv,
  settings: settingsTexts.sv,
  start: startTexts.sv,
};

/** A copy of the template for one test: the office's folder and two browser profiles. */
export async function moveIn({ folder: template, port: known }: Template): Promise<{
  readonly house: House;
  end(): Promise<void>;
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aterblick-house-'));
  // Of a thousand small files the one that waits is twenty times as quick.
  cpSync(template, folder, { recursive: true });
  const port = await freePort();
  const log: string[] = [];
  const browsers: Profile[] = [];
  let office: Awaited<ReturnType<typeof startOffice>> | undefined;
  const folderOf = (part: Who | 'office') => path.join(folder, part);
  const url = `http://localhost:${known}`;
  // Another copy may be in use beside this one: same address for the browsers, another place.
  const elsewhere = `--host-resolver-rules=MAP localhost:${known} 127.0.0.1:${port}`;
  const wake: House['wake'] = async (who, { more = [], whole = false } = {}) => {
    const browser = await profile({ folder: folderOf(who), more: [elsewhere, ...more], whole });
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
        cpSync(folderOf('interviewer'), folderOf(name), { recursive: true });
      }
      return names;
    },
    startOffice: async (dist = DIST) => {
      office = await startOffice({
        port,
        data: folderOf('office'),
        dist,
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
    await rm(folder, { recursive: true, maxRetries: 5 });
  };
  return { house, end };
}

/** It stays free, though nobody holds it: an office is stopped and started again on it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** By the menu at the top. */
export const place = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

/** The beginning of a text that ends in a time. */
export const received = (page: Page): Locator => page.getByText(t.home.deliveryReceived('').trim());

/** The interviews in the supervisor's inbox. */
export const inbox = (page: Page): Locator =>
  page.getByRole('list', { name: t.review.list }).getByRole('listitem');

/** The field of the question on screen. */
export const field = (page: Page): Locator => page.locator('[data-qid]');

/** The quiet word in the corner of an interview. */
export const savedWord = (page: Page): Locator => page.locator('.talk-saved');

/** To the next question, whichever it is. */
export const next = (page: Page): Promise<void> => leaveBy(page, t.interview.next);

/** From the start page back into the interview that is under way. */
export async function goOn(page: Page): Promise<void> {
  await button(page, t.home.resume).click();
  await expect(field(page)).toBeVisible();
}

/** Ends the talk early, writes the memo and completes. */
export async function finish(page: Page, word: string): Promise<void> {
  await stop(page);
  await writeMemo(page, word);
  await complete(page);
  await button(page, t.after.toHome).click();
}

export async function stop(page: Page): Promise<void> {
  await button(page, t.interview.stop).click();
  await page.getByRole('button', { name: t.stop.stopKeepAll }).click();
}

/** Asks the office again and again until something stands on the screen. */
export async function untilSeen(page: Page, seen: Locator): Promise<void> {
  await expect(async () => {
    await button(page, t.home.tryNow).click();
    await expect(seen).toBeVisible({ timeout: 2000 });
  }).toPass();
}
