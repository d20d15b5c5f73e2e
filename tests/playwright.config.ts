import { defineConfig } from '@playwright/test';
import { ARGUMENTS, CHROMIUM } from './screens/chromium.ts';

/** What a real Chromium shows: `screens` are what people do, `faults` what goes wrong. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
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
    // Characters lost at a kill are a matter of milliseconds: nothing else may run beside it.
    { name: 'alone', testMatch: ['faults/kill-typing.spec.ts'] },
    {
      name: 'beside',
      testMatch: ['screens/**/*.spec.ts', 'faults/**/*.spec.ts'],
      testIgnore: ['faults/kill-typing.spec.ts'],
      dependencies: ['alone'],
    },
  ],
  use: {
    browserName: 'chromium',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'off',
    launchOptions: { executablePath: CHROMIUM, args: ARGUMENTS },
  },
});
