import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import {
  button,
  expect,
  goOn,
  inbox,
  place,
  t,
  test,
  type House,
} from '../faults/harness/house.ts';
import { complete, talkThrough, writeMemo } from './people.ts';

/*
 * Nothing locks anyone in: what is completed leaves the tablet as a file with no server at all, opens at the
 * supervisor from that file, and opens for anyone with a recovery key, `unzip` and the public `age` command.
 */
const said = (question: string) => `Om ${question}: kastanjer i fickan`;
const ASKED = ['s2q1', 's4q3', 's8q6'];

test('a completed interview is read from a file with no server, by the app and by age', async ({
  house,
  template,
}) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'aterblick-file-'));
  const parcel = join(folder, 'intervju.aterblick');
  await test.step('the tablet saves it', () => saveFile(house, parcel));

  const { page } = await house.enter('supervisor');
  await test.step('a damaged file is refused in plain words and leaves nothing behind', async () => {
    const bytes = await readFile(parcel);
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    const damaged = join(folder, 'skadad.aterblick');
    await writeFile(damaged, bytes);
    await openFile(page, damaged);
    await expect(page.getByText('Filen är skadad.')).toBeVisible();
    await place(page, t.home.inbox);
    await expect(page.getByText('Inga intervjuer har kommit än')).toBeVisible();
  });
  await test.step('the supervisor reads it', async () => {
    await openFile(page, parcel);
    await expect(page.getByText('Filen är öppnad och inläst.')).toBeVisible();
    await place(page, t.home.inbox);
    await inbox(page).first().getByRole('button').first().click();
    for (const question of ASKED) await expect(page.getByText(said(question))).toBeVisible();
  });
  await test.step('age and unzip alone read it with the recovery key from the sheet', () =>
    readByAge(folder, parcel, template.recovery.x25519));
  await rm(folder, { recursive: true });
});

async function saveFile(house: House, parcel: string): Promise<void> {
  const { page, context } = await house.enter('interviewer');
  await context.setOffline(true);
  await goOn(page);
  await talkThrough(page, said);
  await button(page, t.stop.finishNow).click();
  await writeMemo(page, 'kastanj');
  await complete(page);
  await button(page, t.after.toHome).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Spara som fil').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[0-9a-f]{8}\.aterblick$/);
  await download.saveAs(parcel);
  await context.close();
}

async function readByAge(folder: string, parcel: string, recoveryKey: string): Promise<void> {
  const key = join(folder, 'nyckel.txt');
  await writeFile(key, `${recoveryKey}\n`);
  await run('unzip', '-q', parcel, '-d', join(folder, 'paket'));
  const unsealed = (name: string) => run('age', '-d', '-i', key, join(folder, 'paket', name));
  const [, ...signed] = (await unsealed('manifest.age')).split('\n');
  const manifest: { parts: { path: string; sealed: string }[] } = JSON.parse(signed.join('\n'));
  const sealed = new Map(manifest.parts.map((part) => [part.path, part.sealed]));
  expect([...sealed.keys()].sort()).toEqual(['interview.json', 'interview.md', 'memo.md']);
  const markdown = await unsealed(`objects/${sealed.get('interview.md')}`);
  expect(markdown).toContain('Om du fick lära en ny socialsekreterare en enda sak');
  for (const question of ASKED) expect(markdown).toContain(said(question));
  const memo = await unsealed(`objects/${sealed.get('memo.md')}`);
  expect(memo).toContain('Förvånad, kastanj');
  expect(memo).not.toContain('Privat');
}

async function openFile(page: Page, path: string): Promise<void> {
  await place(page, t.home.settings);
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
