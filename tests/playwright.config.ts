import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What a real Chromium shows: `screens` are what people do, `faults` what goes wrong. */
export default defineConfig({
  testDir: '.',
  testMatch: ['screens/**/*.spec.ts', 'faults/**/*.spec.ts'],
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
  use: {
    browserName: 'chromium',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'off',
    launchOptions: {
      executablePath: chromium,
      // Without these Chromium asks for outside hosts at every start.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
