import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { retentionTexts } from '../../src/i18n/retention.ts';
import { shellTexts } from '../../src/i18n/shell.ts';
import { soundTexts } from '../../src/i18n/sound.ts';
import { childrenOf, ID } from '../../src/interview/model/webm.ts';
import { filesOf, killBrowser } from '../faults/harness/browser.ts';
import {
  button,
  expect,
  goOn,
  inbox,
  place,
  stop,
  t,
  test,
  untilSeen,
  type House,
} from '../faults/harness/house.ts';
import { objections } from './audit.ts';
import { complete, unlock, writeMemo } from './people.ts';

/*
 * A real recording with a WAV as the microphone: the tablet is locked and the browser killed in the middle of it, what
 * is left plays back to the same tone, what is struck out afterwards is gone, and the supervisor gets the rest.
 */
const sound = soundTexts.sv;
const TONE_HZ = 440;
const RATE = 48_000;

declare global {
  /** What the player was given of the sound that was opened last. */
  var heard: BlobPart[];
}

test('recorded, locked, killed, listened to, struck out and handed over', async ({ house }) => {
  test.setTimeout(240_000);
  await house.startOffice();
  await enterDecision(house);
  const wav = path.join(house.folderOf('office'), '..', 'tone.wav');
  await writeFile(wav, tone(20));
  const microphone = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${wav}`,
  ];

  const begun = await house.wake('interviewer', { more: microphone });
  await unlock(begun.page);
  await untilSeen(begun.page, button(begun.page, t.home.resume));
  await goOn(begun.page);
  await sayYesToSound(begun.page);
  await openTool(begun.page);
  await button(begun.page, sound.start).click();
  await expect(button(begun.page, sound.yes)).toBeVisible();
  const since = performance.now();
  await button(begun.page, sound.yes).click();
  await expect(begun.page.getByRole('group', { name: sound.title })).toContainText('Ljud på');
  await wait(3000);
  await openTool(begun.page);
  await button(begun.page, sound.mark).click();
  await expect(begun.page.getByText(sound.marked)).toBeVisible();
  const markedAt = performance.now() - since;
  await wait(3000);
  // A lock does not end it: the worker with all keys is gone, and sound goes on with its own.
  await begun.page.evaluate(putAway);
  await expect(
    begun.page.getByRole('heading', { name: shellTexts.sv.lockedSoundTitle }),
  ).toBeVisible();
  await expect(button(begun.page, sound.stop)).toBeVisible();
  expect(await begun.page.content()).not.toContain('K-014');
  await wait(3000);
  const recordedMs = performance.now() - since;
  expect(await killBrowser(begun.context, begun.folder)).toBeGreaterThan(2);

  const { page, context } = await house.wake('interviewer', { more: microphone });
  await page.addInitScript(overhear);
  await page.reload();
  await unlock(page);
  await goOn(page);
  await stop(page);

  const whole = await listen(page);
  expect(whole.ms).toBeGreaterThan(recordedMs - 2000);
  expect(Math.abs(whole.hz - TONE_HZ), `${whole.hz} Hz`).toBeLessThan(5);

  await button(page, sound.strike).click();
  await page.getByLabel(sound.between).check();
  await page.getByLabel(sound.from, { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(sound.participant).check();
  for (const scheme of ['light', 'dark'] as const) {
    expect(await objections(page, scheme), scheme).toEqual([]);
  }
  await button(page, sound.strikeNow).click();
  await expect(page.getByText(sound.struckNow)).toBeVisible();
  await button(page, sound.back).click();
  await expect(page.getByText(/Struket 0:0/)).toBeVisible();

  const left = await listen(page);
  expect(left.ms).toBeLessThan(markedAt + 1000);
  expect(left.ms).toBeGreaterThan(1000);
  expect(Math.abs(left.hz - TONE_HZ), `${left.hz} Hz`).toBeLessThan(5);

  await writeMemo(page, 'ljud');
  await complete(page);
  await expect(page.getByText(/^Ljudet kom fram till kontoret/)).toBeVisible();
  await context.close();

  const desk = await house.wake('supervisor');
  await desk.page.addInitScript(overhear);
  await desk.page.reload();
  await unlock(desk.page);
  await inbox(desk.page).first().getByRole('button').first().click();
  const arrived = await listen(desk.page);
  await desk.context.close();
  expect(Math.abs(arrived.hz - TONE_HZ), `${arrived.hz} Hz`).toBeLessThan(5);
  expect(clustersOf(arrived.bytes)).toEqual(clustersOf(left.bytes));

  // No second of it lies readable on the disk, struck out or not.
  const clusters = childrenOf(whole.bytes).filter(({ id }) => id === ID.cluster);
  expect(clusters.length).toBeGreaterThan(3);
  const pieces = clusters.map(({ whole: cluster }) => Buffer.from(cluster.slice(200, 240)));
  const parts = ['interviewer', 'supervisor', 'office'] as const;
  const files = (await Promise.all(parts.map((part) => filesOf(house.folderOf(part))))).flat();
  const readable = files.filter(({ bytes }) => pieces.some((piece) => bytes.includes(piece)));
  expect(readable.map(({ name }) => name)).toEqual([]);
});

/** The supervisor enters the retention decision, and the directory with it reaches the office. */
async function enterDecision(house: House): Promise<void> {
  const { page, context } = await house.enter('supervisor');
  await place(page, t.settings.title);
  await page.getByLabel(retentionTexts.sv.decision).fill('SN 2026/114');
  await button(page, retentionTexts.sv.save).click();
  await expect(page.getByText(retentionTexts.sv.saved)).toBeVisible();
  await context.close();
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

/** The tablet is put away for a minute, and taken up again. */
function putAway(): void {
  const show = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  show('hidden');
  const now = Date.now.bind(Date);
  Date.now = () => now() + 60_000;
  show('visible');
}

/** Sound must come to the player in pieces that stay in memory: a Blob would be an error. */
function overhear(): void {
  globalThis.heard = [];
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    if (source instanceof Blob && source.type.startsWith('audio')) throw new Error('a Blob');
    globalThis.heard = [];
    return make(source);
  };
  const put = SourceBuffer.prototype.appendBuffer;
  SourceBuffer.prototype.appendBuffer = function (bytes) {
    globalThis.heard.push(bytes instanceof Uint8Array ? bytes.slice() : bytes);
    put.call(this, bytes);
  };
}

/** Plays to the end of it, and decodes what the player was given: how long it is, and which tone is in its middle. */
async function listen(page: Page) {
  await button(page, sound.listen).click();
  const player = page.locator('audio');
  await expect(player).toBeVisible();
  await player.evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    audio.currentTime = Math.max(0, audio.duration - 1);
    await audio.play();
    await new Promise((resolve) => audio.addEventListener('ended', resolve));
  });
  const { base64, ...found } = await page.evaluate(async () => {
    const file = await new Blob(globalThis.heard).arrayBuffer();
    const base64 = new Uint8Array(file).toBase64();
    const buffer = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(file);
    const samples = buffer.getChannelData(0);
    const middle = samples.subarray(samples.length / 2 - 12_000, samples.length / 2 + 12_000);
    let rising = 0;
    for (let i = 1; i < middle.length; i += 1) {
      if ((middle[i - 1] ?? 0) < 0 && (middle[i] ?? 0) >= 0) rising += 1;
    }
    return { ms: buffer.duration * 1000, hz: (rising / middle.length) * 48_000, base64 };
  });
  return { ...found, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) };
}

/** The sound itself, without what stands around it. */
const clustersOf = (bytes: Uint8Array): readonly string[] =>
  childrenOf(bytes)
    .filter(({ id }) => id === ID.cluster)
    .map(({ whole }) => Buffer.from(whole).toString('base64'));

/** Seconds of a sine as a WAV of 16 bits, mono. */
function tone(seconds: number): Buffer {
  const samples = RATE * seconds;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) {
    const value = Math.round(12_000 * Math.sin((2 * Math.PI * TONE_HZ * i) / RATE));
    wav.writeInt16LE(value, 44 + i * 2);
  }
  return wav;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
