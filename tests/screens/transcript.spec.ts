import { expect } from '@playwright/test';
import { transcriptTexts } from '../../src/i18n/transcript.ts';
import { audit, textsIn } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { button } from './people.ts';
import { test } from './visit.ts';

/* Listening and writing in one place, with a sound from a disk and a file from another tool; axe in both languages. */
test.describe.configure({ timeout: 120_000 });

let office: TestOffice;
test.beforeEach(async () => {
  office = await testOffice();
});
test.afterEach(() => office.end());

const VTT =
  'WEBVTT\n\n00:00.200 --> 00:01.200\n<v Ida>Hur var det?\n\n00:01.400 --> 00:0x\n<v Noa>Bra';

test('a talk is written out: read in, listened to, written on and handed over', async ({
  page,
}) => {
  const t = transcriptTexts.sv;
  const texts = textsIn('sv');
  const words = new RegExp(`^${t.said('')}`);
  const objected: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') objected.push(message.text());
  });
  await page.goto(office.url);
  await page.getByRole('button', { name: texts.start.tryDoor }).click();
  await button(page, texts.home.resume).click();
  await button(page, texts.interview.stop).click();
  await page.getByRole('button', { name: texts.stop.stopKeepAll }).click();
  await button(page, t.open).click();
  await button(page, t.begin).click();

  await button(page, t.importFile).click();
  await page.getByLabel(t.importChoose).setInputFiles({
    name: 'samtal.vtt',
    mimeType: 'text/vtt',
    buffer: Buffer.from(VTT),
  });
  await expect(page.getByText(t.importFault(6, t.badTime))).toBeVisible();
  await audit(page, 'reading in a file');
  await button(page, t.importNow(2)).click();
  await expect(page.getByText(t.unchecked, { exact: true })).toHaveCount(2);

  await page.getByLabel(t.chooseSound).setInputFiles({
    name: 'samtal.wav',
    mimeType: 'audio/wav',
    buffer: tone(2),
  });
  await expect(button(page, t.play)).toBeVisible();
  // The first one's whole stretch is played; the second has no time and waits for a hand. A player that was held up
  // by a busy machine has not been listened to: then it is played once more, as a person would.
  await expect(async () => {
    await page.keyboard.press('F4');
    await expect(page.getByText(t.unchecked, { exact: true })).toHaveCount(1, { timeout: 4000 });
  }).toPass();
  const last = page.getByRole('textbox', { name: words }).last();
  await last.click();
  await page.getByText(t.keys).click();
  await audit(page, 'the transcript with sound');
  await last.press('End');
  await last.press('Enter');
  await page.keyboard.type('Och sen?');
  await expect(page.getByRole('textbox', { name: words }).last()).toHaveValue('Och sen?');
  await button(page, t.more).click();
  await audit(page, 'one segment');
  await button(page, t.close).click();
  await button(page, t.deliver).click();
  await expect(page.getByText(t.delivered)).toBeVisible();

  expect(objected).toEqual([]);
});

/** A quiet tone of so many seconds, as WAV. */
function tone(seconds: number): Buffer {
  const rate = 8000;
  const samples = rate * seconds;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) {
    file.writeInt16LE(Math.round(8000 * Math.sin((i * 440 * 2 * Math.PI) / rate)), 44 + i * 2);
  }
  return file;
}
