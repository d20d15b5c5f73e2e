import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { ARGUMENTS, SHELL } from './screens/chromium.ts';

/** What is a matter of milliseconds or of a full disk: one after the other, beside no browser. */
const ALONE = ['faults/kill-typing.spec.ts', 'faults/full-disk.spec.ts'];
const LONG = [
  'screens/sound.spec.ts',
  'screens/main-job.spec.ts',
  'screens/practice.spec.ts',
  'faults/canary.spec.ts',
  'screens/axe.spec.ts',
  'screens/unlock.spec.ts',
];

/** What a real Chromium shows: `screens` are what people do, `faults` what goes wrong. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // One more than there are processors: now and then each waits, for a key's time or for sound to be recorded.
  workers: availableParallelism() + 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // Deriving a key takes seconds on a busy machine; nothing here measures time.
  expect: { timeout: 20_000 },
  reporter: [
    ['line'],
    [
      'json',
      { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../.cache/playwright.json' },
    ],
  ],
  projects: [
    { name: 'alone', testMatch: ALONE },
    // The longest begin first: one that began last would run alone at the end.
    { name: 'long', testMatch: LONG, dependencies: ['alone'] },
    {
      name: 'beside',
      testMatch: ['screens/**/*.spec.ts', 'faults/**/*.spec.ts'],
      testIgnore: [...ALONE, ...LONG],
      dependencies: ['alone'],
    },
  ],
  use: {
    browserName: 'chromium',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'off',
    // What cannot be done fails soon, and not when the whole test has run out of time.
    actionTimeout: 30_000,
    launchOptions: { executablePath: SHELL, args: ARGUMENTS },
  },
});
