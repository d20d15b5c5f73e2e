import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import * as z from 'zod/mini';
import { homeTexts } from '../../../src/i18n/home.ts';
import { interviewTexts } from '../../../src/i18n/interview.ts';
import { startTexts } from '../../../src/i18n/start.ts';
import { startOffice } from '../../../src/office/start.ts';
import { DIST, profile } from '../../screens/office.ts';
import { slowly } from './browser.ts';
import {
  begin,
  button,
  giveConsent,
  invite,
  next,
  type RecoveryLines,
  makeKeys,
  tellNewcomer,
  tellOffice,
} from '../../screens/people.ts';

/** An office and two people's devices in three folders, with an interview under way past the consent. */
export interface Template {
  readonly folder: string;
  /** What the browsers know the office by: their databases belong to this address. */
  readonly port: number;
  readonly recovery: RecoveryLines;
}

const Ready = z.object({
  port: z.int(),
  recovery: z.object({ hybrid: z.string(), x25519: z.string(), root: z.string() }),
});

/**
 * Setting one up by hand on the screens takes longer than most tests do. The first test of a run that needs it makes
 * it, and the others wait.
 * @param results a folder that is emptied when a run starts, so that what is found there is never an older one.
 */
export async function templateIn(results: string): Promise<Template> {
  await mkdir(results, { recursive: true });
  const folder = path.join(results, 'office');
  const ready = path.join(results, 'office.json');
  for (;;) {
    const known = await textOf(ready);
    if (known !== undefined) return { folder, ...Ready.parse(JSON.parse(known)) };
    if (await isFirst(folder)) {
      try {
        await writeFile(ready, JSON.stringify(await setUp(folder)), { flag: 'wx' });
      } catch (error) {
        // Whoever comes next tries anew.
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    } else {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Undefined while there is no such file. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

async function setUp(folder: string): Promise<z.infer<typeof Ready>> {
  const office = await startOffice({ port: 0, data: path.join(folder, 'office'), dist: DIST });
  // Whole ones: what they write, their shell reads too.
  const browsers = await Promise.all([
    profile({ folder: path.join(folder, 'supervisor'), whole: true }),
    profile({ folder: path.join(folder, 'interviewer'), whole: true }),
  ]);
  try {
    const [{ page: desk }, { page: tablet }] = browsers;
    if (office.secret === undefined) throw new Error('the office is claimed already');
    // The class whose parcels the public `age` command opens too; an office's usual one has its way in main-job.spec.
    await tellOffice(desk, office.url, office.secret, 'x25519');
    // A vault takes as many passes of Argon2id as its device does in a second, and every copy takes them again: on a
    // slow device the three that are recommended (RFC 9106).
    const recovery = await slowly(browsers[0].folder, () => makeKeys(desk));
    await tellNewcomer(tablet, await invite(desk, 'Ida Lind'), 'IL');
    await slowly(browsers[1].folder, async () => {
      await button(tablet, startTexts.sv.join).click();
      await button(tablet, startTexts.sv.begin).click();
    });
    await letIn(desk, tablet);
    await begin(tablet, 'K-014', /Kort intervju/);
    await next(tablet);
    await next(tablet);
    await giveConsent(tablet);
    await next(tablet);
    await expect(tablet.locator('.talk-saved')).toHaveText(interviewTexts.sv.saved);
    // Some tests start a copy with the office stopped: by then the whole app has to lie on the device.
    for (const page of [desk, tablet]) {
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
    }
    return { port: Number(new URL(office.url).port), recovery };
  } finally {
    await Promise.all(browsers.map((browser) => browser.end()));
    await office.close();
  }
}

async function letIn(desk: Page, tablet: Page): Promise<void> {
  await desk.getByRole('link', { name: homeTexts.sv.ownInterviews, exact: true }).click();
  await expect(async () => {
    await button(desk, homeTexts.sv.tryNow).click();
    await button(tablet, homeTexts.sv.tryNow).click();
    await expect(tablet.getByText(homeTexts.sv.notAdmitted)).toBeHidden({ timeout: 500 });
  }).toPass();
}
