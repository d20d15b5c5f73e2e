import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { ARGUMENTS, CHROMIUM, SHELL } from './chromium.ts';

/*
 * A real office on a free port with its data in a temporary folder, and real browser profiles. What a test starts
 * it also ends.
 */
export interface TestOffice {
  readonly url: string;
  /** Undefined once claimed. */
  readonly secret: string | undefined;
  readonly folder: string;
  stop(): Promise<void>;
  /** Again on the same port and folder. */
  start(): Promise<void>;
  end(): Promise<void>;
}

/** The built app that is tested; ATERBLICK_DIST names another folder than the usual one. */
export const DIST =
  process.env['ATERBLICK_DIST'] ?? new URL('../../dist', import.meta.url).pathname;

export interface TestOfficeOptions {
  readonly bench?: boolean;
  readonly dist?: string;
}

export async function testOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'aterblick-office-'));
  const { dist = DIST, bench = false } = options;
  const open = (port: number) => startOffice({ port, data: folder, dist, bench });
  let running: RunningOffice | undefined = await open(0);
  const url = running.url;
  const port = Number(new URL(url).port);
  return {
    url,
    secret: running.secret,
    folder,
    stop: async () => {
      await running?.close();
      running = undefined;
    },
    start: async () => {
      running = await open(port);
    },
    end: async () => {
      await running?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const TABLET = { width: 1180, height: 820 };

export interface Profile {
  readonly folder: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Closes the browser and starts it again on the same profile, as after a night in a drawer. */
  reopen(): Promise<void>;
  end(): Promise<void>;
}

export interface ProfileOptions {
  /** One that is named is kept. */
  readonly folder?: string;
  /** Further arguments for the browser. */
  readonly more?: readonly string[];
  /** The whole browser that users have, also where its shell is installed. */
  readonly whole?: boolean;
  /** Called at every start, before the first page opens. */
  readonly watch?: (context: BrowserContext) => Promise<void>;
}

/** A browser of its own with its profile on disk, as on a person's own device. */
export async function profile(options: ProfileOptions = {}): Promise<Profile> {
  const { folder } = options;
  const kept = folder ?? (await mkdtemp(join(tmpdir(), 'aterblick-profile-')));
  const start = async () => {
    const started = await launch(kept, options);
    await options.watch?.(started);
    return started;
  };
  let context = await start();
  let page = await firstPage(context);
  return {
    folder: kept,
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    reopen: async () => {
      await context.close();
      context = await start();
      page = await firstPage(context);
    },
    end: async () => {
      await context.close();
      if (!folder) await rm(kept, { recursive: true, force: true });
    },
  };
}

const launch = (
  folder: string,
  { more = [], whole = false }: ProfileOptions,
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: whole ? CHROMIUM : SHELL,
    viewport: TABLET,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    args: [...ARGUMENTS, ...more],
  });

const firstPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();
