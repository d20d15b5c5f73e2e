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
  end(): Promise<void>;
}

const SEED_TIMEOUT_MS = 120_000;

export async function openBenchPlace(dist: string): Promise<BenchPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'aterblick-bench-'));
  const office = await startOffice({ port: 0, data: join(folder, 'data'), dist, bench: true });
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
    end: async () => {
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
