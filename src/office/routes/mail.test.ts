import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, hashOf, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, type InventedOffice } from '../invented-office.ts';

let office: InventedOffice;
beforeAll(async () => {
  office = await inventedOffice();
});
afterAll(() => office.close());

const fromInterviewer = (to: readonly Person[] = [office.supervisor]): Promise<InventedParcel> =>
  aParcel(office.id, office.interviewer, to);
const offer = (parcel: InventedParcel) =>
  office.send('POST', '/api/consignments', { body: parcel.signed });
const objectPath = (parcel: InventedParcel, hash: string): string =>
  `/api/consignments/${parcel.signed.consignment.parcel}/objects/${hash}`;
const inbox = async (person: Person, after = 0): Promise<InboxPage> =>
  InboxPage.parse((await office.send('GET', `/api/inbox?after=${after}`, { as: person })).json);

it('a mailbox is read in pages of a hundred with a rising cursor', async () => {
  const start = (await inbox(office.trainer)).items.at(-1)?.cursor ?? 0;
  // One small object serves all: the same bytes are stored once.
  const bytes = randomBytes(40);
  const objects = [{ hash: hashOf(bytes), length: bytes.length }];
  const send = async (carried: InventedParcel['objects']) => {
    const change = { objects, manifest: hashOf(bytes) };
    const parcel = await aParcel(office.id, office.interviewer, [office.trainer], { change });
    await office.deliver({ ...parcel, objects: carried });
  };
  await send(new Map([[hashOf(bytes), bytes]]));
  await Promise.all(Array.from({ length: 100 }, () => send(new Map())));
  const first = await inbox(office.trainer, start);
  expect(first.items).toHaveLength(100);
  expect(first.more).toBe(true);
  const cursors = first.items.map((item) => item.cursor);
  expect(cursors).toEqual(cursors.toSorted((a, b) => a - b));
  const second = await inbox(office.trainer, cursors.at(-1));
  expect([second.items.length, second.more]).toEqual([1, false]);
}, 20_000);

it('an object is read only by recipients and sender; for others it does not exist', async () => {
  const parcel = await fromInterviewer();
  const path = `/api/objects/${parcel.signed.consignment.manifest}`;
  await offer(parcel);
  for (const [hash, bytes] of parcel.objects) {
    await office.send('PUT', objectPath(parcel, hash), { bytes });
  }
  // Stored, but not committed: nobody's yet.
  expect((await office.send('GET', path, { as: office.supervisor })).status).toBe(404);
  await office.deliver(parcel);
  expect((await office.send('GET', path, { as: office.supervisor })).status).toBe(200);
  expect((await office.send('GET', path, { as: office.interviewer })).status).toBe(200);
  const foreign = await office.send('GET', path, { as: office.trainer });
  const absent = await office.send('GET', `/api/objects/${'a'.repeat(64)}`, {
    as: office.trainer,
  });
  const code = { code: 'notFound', now: expect.any(Number) };
  expect([foreign.status, foreign.json]).toEqual([404, code]);
  expect([absent.status, absent.json]).toEqual([404, code]);
});

it('nothing of what was sent, and nobody’s name, is in the log or among the sealed objects', async () => {
  const canary = 'kanariefågeln-i-köket';
  const bytes = Buffer.from(canary);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await office.send('POST', '/api/consignments', { body: { note: canary } });
  await office.send('PUT', `/api/consignments/${canary}/objects/${hash}`, { bytes });
  await office.send('GET', `/api/inbox?after=${encodeURIComponent(canary)}`, {
    as: office.interviewer,
  });
  await office.send('GET', `/${encodeURIComponent(canary)}`, { bearer: canary.replace('å', 'a') });
  const log = office.log.join('\n');
  for (const word of [canary, encodeURIComponent(canary), 'Samir', 'Karin', '127.0.0.1']) {
    expect(log).not.toContain(word);
  }
  expect(log).toContain('POST /api/consignments 400');
  for (const file of ['office.db', 'office.db-wal']) {
    const stored = readFileSync(join(office.data, file));
    expect(stored.includes(canary)).toBe(false);
  }
});
