import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { startOffice } from '../../src/office/start.ts';

/** An office started for measuring, and a browser profile with the seeded vaults in it. */
export interface BenchPlace {
  readonly url: string;
  readonly version: string;
  seed(n: number): Promise<void>;
  /** A copy of the seeded profile in a browser that was just started: nothing is warm but the disk. */
  open(): Promise<{ readonly context: BrowserContext; end(): Promise<void> }>;
  /** Delivered interviews for a supervisor, in the same profile. */
  seedInbox(count: number, progress: (done: number) => void): Promise<void>;
  /** People in a supervisor's register, in the same profile. */
  seedRegister(count: number, progress: (done: number) => void): Promise<void>;
  /** The seeded profile itself, for what is too big to be copied. */
  openSeeded(): Promise<{ readonly context: BrowserContext; end(): Promise<void> }>;
  end(): Promise<void>;
}

const SEED_TIMEOUT_MS = 120_000;

/** A place that stays, so that what was seeded once can be measured again: a vault belongs to its address. */
export interface KeptPlace {
  readonly folder: string;
  readonly port: number;
}

export async function openBenchPlace(dist: string, kept?: KeptPlace): Promise<BenchPlace> {
  const folder = kept?.folder ?? (await mkdtemp(join(tmpdir(), 'aterblick-bench-')));
  const office = await startOffice({
    port: kept?.port ?? 0,
    data: join(folder, 'data'),
    dist,
    bench: true,
  });
  const seeded = join(folder, 'profile');
  const launch = (profile: string) =>
    chromium.launchPersistentContext(profile, {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      viewport: { width: 1180, height: 820 },
      locale: 'sv-SE',
      // What is fetched for the next start without a network is not part of this start.
      serviceWorkers: 'block',
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  const first = await launch(seeded);
  const version = first.browser()?.version() ?? 'Chromium';
  await first.close();
  const seedMany = async (task: string, count: number, progress: (done: number) => void) => {
    const context = await launch(seeded);
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(`${office.url}/?bench=${task}&n=${count}`);
      const ready = page.locator('html[data-bench-ready]');
      while ((await ready.count()) === 0) {
        await page.waitForTimeout(5000);
        progress(Number(await page.locator('html').getAttribute('data-bench-seeded')));
      }
    } finally {
      await context.close();
    }
  };
  return {
    url: office.url,
    version,
    open: async () => {
      const copy = await mkdtemp(join(folder, 'run-'));
      await cp(seeded, copy, { recursive: true });
      const context = await launch(copy);
      return {
        context,
        end: async () => {
          await context.close();
          await rm(copy, { recursive: true, force: true });
        },
      };
    },
    seed: async (n) => {
      const context = await launch(seeded);
      try {
        const page = context.pages()[0] ?? (await context.newPage());
        for (const state of ['empty', 'half']) {
          await page.goto(`${office.url}/?bench=seed&n=${n}&state=${state}`);
          await page
            .locator('html[data-bench-ready]')
            .waitFor({ state: 'attached', timeout: SEED_TIMEOUT_MS });
        }
      } finally {
        await context.close();
      }
    },
    seedInbox: (count, progress) => seedMany('seedInbox', count, progress),
    seedRegister: (count, progress) => seedMany('seedRegister', count, progress),
    openSeeded: async () => {
      const context = await launch(seeded);
      return { context, end: () => context.close() };
    },
    end: async () => {
      await office.close();
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
}
