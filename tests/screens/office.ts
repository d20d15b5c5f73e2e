import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { ARGUMENTS, CHROMIUM } from './chromium.ts';

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

/**
 * A browser of its own with its profile on disk, as on a person's own device. A folder that is named is kept.
 * @param watch called at every start, before the first page opens.
 */
export async function profile(
  folder?: string,
  more: readonly string[] = [],
  watch?: (context: BrowserContext) => Promise<void>,
): Promise<Profile> {
  const kept = folder ?? (await mkdtemp(join(tmpdir(), 'aterblick-profile-')));
  const start = async () => {
    const started = await launch(kept, more);
    await watch?.(started);
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

const launch = (folder: string, more: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    viewport: TABLET,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    args: [...ARGUMENTS, ...more],
  });

const firstPage = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? context.newPage();
