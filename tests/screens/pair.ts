import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { homeTexts } from '../../src/i18n/home.ts';
import {
  profile,
  testOffice,
  type Profile,
  type TestOffice,
  type TestOfficeOptions,
} from './office.ts';
import { button, foundOffice, invite, join, type RecoveryLines } from './people.ts';

/** A supervisor's own browser and an interviewer's, both let in at an office that runs. */
export interface Pair {
  readonly office: TestOffice;
  readonly supervisor: Profile;
  readonly interviewer: Profile;
  readonly recovery: RecoveryLines;
  end(): Promise<void>;
}

export interface PairOptions extends TestOfficeOptions {
  readonly recipientClass?: 'hybrid' | 'x25519';
  /** Called with each browser at every start, before it opens its first page. */
  readonly watch?: (context: BrowserContext) => Promise<void>;
}

/** Sets up an office, invites an interviewer and lets them in, all by hand on the screens. */
export async function openPair(options: PairOptions = {}): Promise<Pair> {
  const office = await testOffice(options);
  // The main job is held in the browser that users have.
  const own = () => profile({ ...options, whole: true });
  const [supervisor, interviewer] = await Promise.all([own(), own()]);
  const recovery = await foundOffice(
    supervisor.page,
    office.url,
    office.secret ?? '',
    options.recipientClass,
  );
  const link = await invite(supervisor.page, 'Ida Lind');
  await join(interviewer.page, link, 'IL');
  await button(interviewer.page, 'Börja').click();
  await letIn(supervisor.page, interviewer.page);
  return {
    office,
    supervisor,
    interviewer,
    recovery,
    end: async () => {
      await Promise.all([supervisor.end(), interviewer.end()]);
      await office.end();
    },
  };
}

/** The supervisor's app signs the newcomer in when it asks the office, and the newcomer's app asks then. */
async function letIn(supervisor: Page, newcomer: Page): Promise<void> {
  await supervisor.getByRole('link', { name: 'Egna intervjuer' }).click();
  await expect(async () => {
    await syncNow(supervisor);
    await syncNow(newcomer);
    await expect(newcomer.getByText(homeTexts.sv.notAdmitted)).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

/** On the start page: asks the office now instead of when the app would. */
export async function syncNow(page: Page): Promise<void> {
  await button(page, 'Försök nu').click();
}

/** Asks the office until what is waited for stands there. */
export async function syncUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await syncNow(page);
    await expect(wanted).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
}

/** The supervisor's inbox, asked for anew until what is waited for stands in it. */
export async function inboxUntil(supervisor: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await supervisor.getByRole('link', { name: 'Egna intervjuer' }).click();
    await syncNow(supervisor);
    await supervisor.getByRole('link', { name: 'Inkorg' }).click();
    await expect(wanted).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
}
