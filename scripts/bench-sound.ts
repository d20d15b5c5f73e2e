import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { retentionTexts } from '../src/i18n/retention.ts';
import { soundTexts } from '../src/i18n/sound.ts';
import { button, goOn, inbox, moveIn, place, stop, t } from '../tests/faults/harness/house.ts';
import { templateIn } from '../tests/faults/harness/template.ts';
import { complete, unlock, writeMemo } from '../tests/screens/people.ts';
import { fastMicrophone } from './bench/fast-microphone.ts';
import { memoryWhile, type Held } from './bench/memory.ts';
import { root } from './run.ts';

/*
 * `npm run bench-sound [-- --minutes 90]`: how much memory a long recording takes in Chromium while it is recorded,
 * packed, unpacked by the supervisor and listened to, through the app as it is, with a real office. Only the
 * microphone is quicker than time. `npm run build` comes first; ATERBLICK_DIST names another build.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '90' },
    /** Milliseconds between two seconds of sound. */
    every: { type: 'string', default: '15' },
    write: { type: 'string', default: join(root, 'docs', 'benchmarks', 'sound.md') },
  },
});
const LIMIT = 150_000_000;
const LONG_MS = 15 * 60_000;
const sound = soundTexts.sv;

process.exitCode = await main();

async function main(): Promise<number> {
  const results = await mkdtemp(join(tmpdir(), 'aterblick-sound-'));
  const { house, end } = await moveIn(await templateIn(results));
  try {
    await house.startOffice();
    const desk = await house.enter('supervisor');
    await place(desk.page, t.settings.title);
    await desk.page.getByLabel(retentionTexts.sv.decision).fill('SN 2026/114');
    await button(desk.page, retentionTexts.sv.save).click();
    await expect(desk.page.getByText(retentionTexts.sv.saved)).toBeVisible();
    await desk.context.close();

    const eager = '--enable-blink-features=ForceEagerMeasureMemory';
    const fake = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', eager];
    const tablet = await house.wake('interviewer', { more: fake });
    const { page, context } = tablet;
    const seconds = Number(values.minutes) * 60;
    await page.addInitScript(fastMicrophone, { seconds, everyMs: Number(values.every) });
    await page.reload();
    await unlock(page);
    await expect(async () => {
      await button(page, t.home.tryNow).click();
      await expect(button(page, t.home.resume)).toBeVisible({ timeout: 2000 });
    }).toPass();
    await goOn(page);
    await sayYesToSound(page);
    // The memory of Argon2id goes in a while after unlocking, and nobody records in the first half minute.
    await page.waitForTimeout(20_000);
    say('recording');
    const recording = await memoryWhile(tablet, () => record(page, seconds));
    await stop(page);
    await writeMemo(page, 'lång');
    say('packing');
    const packing = await memoryWhile(tablet, async () => {
      await complete(page);
      await expect(page.getByText(/^Ljudet kom fram till kontoret/)).toBeVisible({
        timeout: LONG_MS,
      });
    });
    await context.close();

    const reader = await house.wake('supervisor', { more: [eager] });
    await unlock(reader.page);
    say('unpacking');
    const unpacking = await memoryWhile(reader, async () => {
      await expect(inbox(reader.page).first()).toBeVisible({ timeout: LONG_MS });
      await inbox(reader.page).first().getByRole('button').first().click();
      await expect(button(reader.page, sound.listen)).toBeVisible({ timeout: LONG_MS });
    });
    const rows = [
      ['Recording (tablet)', recording],
      ['Packing and sending (tablet)', packing],
      ['Receiving and unpacking (supervisor)', unpacking],
    ] as const;
    const text = report(rows, reader.context.browser()?.version() ?? '');
    process.stdout.write(`\n${text}`);
    await writeFile(values.write, text);
    return [recording, packing].every(({ peak }) => peak < LIMIT) ? 0 : 1;
  } finally {
    await end();
    await rm(results, { recursive: true, force: true });
  }
}

function say(word: string): void {
  process.stdout.write(`${word} …\n`);
}

async function sayYesToSound(page: Page): Promise<void> {
  await button(page, t.interview.previous).click();
  await page.getByLabel('Du får spela in ljudet').check();
  await button(page, t.consent.consentSave).click();
  await button(page, t.interview.next).click();
}

async function openTool(page: Page): Promise<void> {
  await button(page, t.interview.tools).click();
  await page.getByRole('dialog').getByRole('button', { name: sound.title, exact: true }).click();
}

/** Until the last second is on disk. */
async function record(page: Page, seconds: number): Promise<void> {
  await openTool(page);
  await button(page, sound.start).click();
  await button(page, sound.yes).click();
  await page
    .locator(`html[data-given="${seconds}"]`)
    .waitFor({ state: 'attached', timeout: LONG_MS });
  await openTool(page);
  await button(page, sound.stop).click();
  await expect(button(page, sound.stop)).toBeHidden({ timeout: LONG_MS });
  await button(page, sound.close).click();
}

function report(rows: readonly (readonly [string, Held])[], chromium: string): string {
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const lines = rows.map(
    ([name, { before, peak, live }]) =>
      `| ${[name, mb(before), mb(peak), mb(peak - before), mb(live)].join(' | ')} |`,
  );
  return `# Memory of a long recording

\`npm run bench-sound\` wrote this: ${values.minutes} minutes of sound at 32 kbit/s, recorded, handed over and taken in through
the app as it is, in Chromium ${chromium} with a real office; only the microphone is quicker than time. The figures are
the anonymous memory of the page and its workers together (RssAnon in \`/proc\`, looked at ten times a second), garbage
that nobody has tidied up yet and the empty app included. "Held afterwards" is what page and workers together still use
then (Measure Memory API); the supervisor's figure before is that of an app just unlocked, with the memory of Argon2id
still to be given back. A second of sound came every ${values.every} ms at the most, so there was less time to tidy up
than in a real talk; the machine's load was ${loadavg()[0]?.toFixed(0)} on ${availableParallelism()} cores. Promised is
that the peak stays below 150 MB while a long talk is recorded and while it is packed.

| While | Before | Peak | More | Held afterwards |
| --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
