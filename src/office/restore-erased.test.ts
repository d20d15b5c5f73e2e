import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ErasureAnswer, InboxPage } from '../sync/model/protocol.ts';
import { runCommand } from './commands.ts';
import { aParcel, type InventedParcel } from './invented.ts';
import { inventedOffice, newFolder, type InventedOffice } from './invented-office.ts';

/* Erased, and then an older backup is restored: nobody gets it (DESIGN section 9). */

const clock = { now: () => 1_900_000_000_000 };
let root: string;
let data: string;
let backup: string;
let office: InventedOffice;
let gone: InventedParcel;
let stays: InventedParcel;

beforeEach(async () => {
  root = newFolder();
  data = join(root, 'place', 'data');
  backup = join(root, 'backups', 'old');
  mkdirSync(join(root, 'backups'));
  mkdirSync(join(root, 'place'));
  office = await inventedOffice({ data });
  gone = await aParcel(office.id, office.interviewer, [office.supervisor]);
  stays = await aParcel(office.id, office.interviewer, [office.supervisor]);
  await office.deliver(gone);
  await office.deliver(stays);
  await command('backup', backup);
  const parcels = [gone.signed.consignment.parcel];
  for (const person of [office.interviewer, office.supervisor]) {
    const asked = await office.send('POST', '/api/erasures', { as: person, body: { parcels } });
    ErasureAnswer.parse(asked.json);
  }
});
afterEach(async () => {
  await office.close();
  rmSync(root, { recursive: true });
});

const command = (...args: string[]) => runCommand([...args, '--data', data], clock);
const inInbox = async () => {
  const page = await office.send('GET', '/api/inbox?after=0', { as: office.supervisor });
  return InboxPage.parse(page.json).items.map((item) => item.consignment);
};

/** The older backup in place of the office, and the office running again. */
async function restored(...more: string[]): Promise<string> {
  const done = await command('restore', backup, ...more);
  expect(done.ok).toBe(true);
  await office.restart();
  return done.text;
}

async function expectGone(): Promise<void> {
  expect(await inInbox()).toEqual([stays.signed]);
  const { objects } = gone.signed.consignment;
  for (const { hash } of objects) {
    expect(existsSync(join(data, 'objects', hash.slice(0, 2), hash))).toBe(false);
    const asked = await office.send('GET', `/api/objects/${hash}`, { as: office.supervisor });
    expect(asked.json).toMatchObject({ code: 'notFound' });
  }
  const offered = await office.send('POST', '/api/consignments', { body: gone.signed });
  expect(offered.json).toMatchObject({ code: 'erased' });
}

it('the folder that was moved aside tells of it', async () => {
  expect(await inInbox()).toEqual([stays.signed]);
  await office.stop();
  const aside = join(root, 'place', 'data.broken');
  renameSync(data, aside);
  const said = await restored();
  expect(said).toContain(`What was erased after the backup did not come back: 1 (${aside}`);
  await expectGone();
});

it('a newer backup beside the one that is restored tells of it', async () => {
  expect(await command('backup', join(root, 'backups', 'new'))).toMatchObject({ ok: true });
  await office.stop();
  rmSync(data, { recursive: true });
  expect(await restored()).toContain(join(root, 'backups', 'new', 'erased.txt'));
  await expectGone();
});

it('a folder that lies elsewhere tells of it when it is named', async () => {
  await office.stop();
  const elsewhere = join(root, 'attic', 'deep');
  mkdirSync(join(root, 'attic'));
  renameSync(data, elsewhere);
  expect(await restored('--replaces', elsewhere)).toContain(`1 (${elsewhere}`);
  await expectGone();
});

it('says that it found no list, takes none of another office, and heeds one that is put there before the start', async () => {
  const list = join(root, 'kept.txt');
  copyFileSync(join(data, 'erased.txt'), list);
  await office.stop();
  rmSync(data, { recursive: true });
  const other = await inventedOffice({ data: join(root, 'place', 'other') });
  await other.stop();
  copyFileSync(list, join(root, 'place', 'other', 'erased.txt'));
  const done = await command('restore', backup);
  expect(done.text).toContain('No newer list of what was erased was found');
  expect(done.text).toContain(join(data, 'erased.txt'));
  copyFileSync(list, join(data, 'erased.txt'));
  await office.restart();
  await expectGone();
  expect(readFileSync(join(data, 'erased.txt'), 'utf8')).toContain(gone.signed.consignment.parcel);
});
