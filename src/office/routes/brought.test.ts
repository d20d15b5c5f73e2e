import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAX_OBJECT_BYTES, type SealedObject } from '../../parcel/model/consignment.ts';
import { aParcel, hashOf, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, outcome, type InventedOffice } from '../invented-office.ts';

let office: InventedOffice;
let now = 1_900_000_000_000;
beforeAll(async () => {
  office = await inventedOffice({ clock: { now: () => now } });
});
afterAll(() => office.close());

const offer = (parcel: InventedParcel) =>
  office.send('POST', '/api/consignments', { body: parcel.signed });
const put = (parcel: InventedParcel, hash: string, bytes: Uint8Array) =>
  office.send('PUT', `/api/consignments/${parcel.signed.consignment.parcel}/objects/${hash}`, {
    bytes,
  });
const commit = (parcel: InventedParcel) =>
  office.send('POST', `/api/consignments/${parcel.signed.consignment.parcel}/commit`);
const read = (hash: string, as: Person) => office.send('GET', `/api/objects/${hash}`, { as });
const naming = (
  from: Person,
  to: Person,
  objects: readonly SealedObject[],
  manifest = objects[0],
) =>
  aParcel(office.id, from, [to], {
    change: { objects: [...objects], ...(manifest ? { manifest: manifest.hash } : {}) },
  });

it('gives nobody an object for naming it: who sends must bring the bytes', async () => {
  const secret = await aParcel(office.id, office.interviewer, [office.supervisor]);
  expect((await office.deliver(secret)).status).toBe(200);
  const { objects, manifest } = secret.signed.consignment;

  const thief = await naming(office.trainer, office.trainer, objects);
  expect((await offer(thief)).json).toEqual({
    state: 'missing',
    missing: objects.map(({ hash }) => hash),
  });
  expect(outcome(await commit(thief))).toEqual([422, 'objectsMissing']);
  // Bytes of the right length that are not these.
  const length = objects[0]?.length ?? 0;
  expect(outcome(await put(thief, manifest, new Uint8Array(length)))).toEqual([422, 'wrongHash']);
  expect(outcome(await put(thief, manifest, new Uint8Array()))).toEqual([422, 'wrongHash']);
  expect((await offer(thief)).json).toMatchObject({ missing: objects.map(({ hash }) => hash) });
  expect(outcome(await read(manifest, office.trainer))).toEqual([404, 'notFound']);
  expect((await read(manifest, office.supervisor)).status).toBe(200);
});

it('takes an object once from the same device, and from another device once more', async () => {
  const first = await aParcel(office.id, office.interviewer, [office.supervisor], { sizes: [700] });
  await office.deliver(first);
  const { objects, manifest } = first.signed.consignment;
  const again = await naming(office.interviewer, office.supervisor, objects);
  expect((await offer(again)).json).toEqual({ state: 'missing', missing: [] });
  expect((await commit(again)).status).toBe(200);

  const bytes = first.objects.get(manifest) ?? new Uint8Array();
  const other = await naming(office.trainer, office.supervisor, objects);
  expect((await offer(other)).json).toMatchObject({ missing: [manifest] });
  expect((await put(other, manifest, bytes)).status).toBe(200);
  expect((await commit(other)).status).toBe(200);
});

it('takes no parcel that is too large to be opened', async () => {
  const objects = Array.from({ length: 64 }, (_, index) => ({
    hash: hashOf(Buffer.from(`large ${index}`)),
    length: MAX_OBJECT_BYTES,
  }));
  const parcel = await naming(office.interviewer, office.supervisor, objects);
  expect(outcome(await offer(parcel))).toEqual([413, 'tooLarge']);
  const smaller = await naming(office.interviewer, office.supervisor, objects.slice(0, 63));
  expect(outcome(await offer(smaller))).toEqual([200, 'fine']);
});

it('forgets at start what was announced a month ago and never came whole', async () => {
  const day = 24 * 60 * 60_000;
  const half = async (sizes: readonly number[]) => {
    const parcel = await aParcel(office.id, office.interviewer, [office.supervisor], { sizes });
    await offer(parcel);
    const { manifest } = parcel.signed.consignment;
    await put(parcel, manifest, parcel.objects.get(manifest) ?? new Uint8Array());
    return { parcel, manifest };
  };
  const onDisk = (hash: string) =>
    readdirSync(join(office.data, 'objects', hash.slice(0, 2))).includes(hash);
  const old = await half([800, 900]);
  const whole = await aParcel(office.id, office.interviewer, [office.supervisor]);
  await office.deliver(whole);
  // One of its objects belongs to a parcel that stands.
  const shared = await naming(office.interviewer, office.supervisor, [
    ...whole.signed.consignment.objects,
    { hash: hashOf(Buffer.from('never sent')), length: 10 },
  ]);
  await offer(shared);
  now += 20 * day;
  const young = await half([850, 950]);
  now += 11 * day;
  await office.stop();
  await office.restart();

  expect(onDisk(old.manifest)).toBe(false);
  expect(outcome(await commit(old.parcel))).toEqual([404, 'notFound']);
  expect(onDisk(young.manifest)).toBe(true);
  expect(outcome(await commit(young.parcel))).toEqual([422, 'objectsMissing']);
  for (const { hash } of whole.signed.consignment.objects) expect(onDisk(hash)).toBe(true);
  // A tablet that still has it announces it anew.
  expect((await office.deliver(old.parcel)).status).toBe(200);
});
