import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { openPair, type Pair } from './pair.ts';
import { begin, button, complete, talkThrough, writeMemo } from './people.ts';

/*
 * Nothing locks anyone in: what is completed leaves the tablet as a file with no server at all, opens at the
 * supervisor from that file, and opens for anyone with a recovery key, `unzip` and the public `age` command.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let pair: Pair;
let folder: string;
let parcel: string;
const said = (question: string) => `Om ${question}: kastanjer i fickan`;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'aterblick-file-'));
  parcel = join(folder, 'intervju.aterblick');
  pair = await openPair({ recipientClass: 'x25519' });
  // What is not on the device yet cannot be fetched without a network.
  for (const { page } of [pair.interviewer, pair.supervisor]) {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }
  await pair.office.stop();
  await pair.interviewer.context.setOffline(true);
  await pair.supervisor.context.setOffline(true);
});
test.afterAll(async () => {
  await pair.end();
  await rm(folder, { recursive: true });
});

test('a completed interview is saved as a file with no server', async () => {
  const { page } = pair.interviewer;
  await begin(page, 'K-021', /^Kort intervju/);
  await talkThrough(page, said);
  await button(page, 'Avsluta och gå till memot').click();
  await writeMemo(page, 'kastanj');
  await complete(page);
  await button(page, 'Till startsidan').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Spara som fil').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[0-9a-f]{8}\.aterblick$/);
  await download.saveAs(parcel);
});

test('a damaged file is refused in plain words and leaves nothing behind', async () => {
  const { page } = pair.supervisor;
  const bytes = await readFile(parcel);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  const damaged = join(folder, 'skadad.aterblick');
  await writeFile(damaged, bytes);
  await openFile(page, damaged);
  await expect(page.getByText('Filen är skadad.')).toBeVisible();
  await page.getByRole('link', { name: 'Inkorg' }).click();
  await expect(page.getByText('Inga intervjuer har kommit än')).toBeVisible();
});

test('the supervisor reads the interview from the file', async () => {
  const { page } = pair.supervisor;
  await openFile(page, parcel);
  await expect(page.getByText('Filen är öppnad och inläst.')).toBeVisible();
  await page.getByRole('link', { name: 'Inkorg' }).click();
  await page.getByRole('button', { name: /K-021/ }).click();
  for (const question of ['s1q1', 's4q3', 's8q6']) {
    await expect(page.getByText(said(question))).toBeVisible();
  }
});

test('age and unzip alone read it with the recovery key from the sheet', async () => {
  const key = join(folder, 'nyckel.txt');
  await writeFile(key, `${pair.recovery.x25519}\n`);
  await run('unzip', '-q', parcel, '-d', join(folder, 'paket'));
  const unsealed = (name: string) => run('age', '-d', '-i', key, join(folder, 'paket', name));
  const [, ...signed] = (await unsealed('manifest.age')).split('\n');
  const manifest: { parts: { path: string; sealed: string }[] } = JSON.parse(signed.join('\n'));
  const sealed = new Map(manifest.parts.map((part) => [part.path, part.sealed]));
  expect([...sealed.keys()].sort()).toEqual(['interview.json', 'interview.md', 'memo.md']);
  const markdown = await unsealed(`objects/${sealed.get('interview.md')}`);
  expect(markdown).toContain('Om du fick lära en ny socialsekreterare en enda sak');
  for (const question of ['s1q1', 's4q3', 's8q6']) expect(markdown).toContain(said(question));
  const memo = await unsealed(`objects/${sealed.get('memo.md')}`);
  expect(memo).toContain('Förvånad, kastanj');
  expect(memo).not.toContain('Privat');
});

async function openFile(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'Inställningar' }).click();
  await page.getByLabel('Öppna en intervjufil (.aterblick)').setInputFiles(path);
}

/** Runs a command of the system. A machine without it fails here and is told what to install. */
async function run(command: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, args)).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`This test needs the command "${command}": apt-get install ${command}`, {
        cause: error,
      });
    }
    throw error;
  }
}
