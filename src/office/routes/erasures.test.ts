import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, invent, memberOf, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, type InventedOffice } from '../invented-office.ts';

let office: InventedOffice;
const second = invent('Maja Alm', 'supervisor');
beforeAll(async () => {
  office = await inventedOffice();
  await office.change({ members: [...office.directory().members, memberOf(second)] });
});
afterAll(() => office.close());

const ask = async (as: Person, ...parcels: readonly InventedParcel[]) =>
  office.send('POST', '/api/erasures', {
    as,
    body: { parcels: parcels.map(({ signed }) => signed.consignment.parcel) },
  });
const onDisk = ({ signed }: InventedParcel) =>
  signed.consignment.objects.filter(({ hash }) =>
    existsSync(join(office.data, 'objects', hash.slice(0, 2), hash)),
  ).length;
const delivered = async (to: readonly Person[]) => {
  const parcel = await aParcel(office.id, office.interviewer, to);
  expect((await office.deliver(parcel)).status).toBe(200);
  expect(onDisk(parcel)).toBeGreaterThan(0);
  return parcel;
};
const inMailbox = async (person: Person, { signed }: InventedParcel) => {
  const { json } = await office.send('GET', '/api/inbox?after=0', { as: person });
  return InboxPage.parse(json).items.some(
    ({ consignment }) => consignment.consignment.parcel === signed.consignment.parcel,
  );
};

it('two different supervisors erase a parcel, one of them twice does not', async () => {
  const parcel = await delivered([office.supervisor, second]);
  expect((await ask(office.supervisor, parcel)).json).toEqual({ erased: 0 });
  expect((await ask(office.supervisor, parcel)).json).toEqual({ erased: 0 });
  expect(await inMailbox(second, parcel)).toBe(true);
  expect((await ask(second, parcel)).json).toEqual({ erased: 1 });
  expect(await inMailbox(second, parcel)).toBe(false);
  expect(onDisk(parcel)).toBe(0);
  expect(office.log.join('\n')).not.toContain('error');
});

it('what was erased is not taken in again', async () => {
  const parcel = await delivered([office.supervisor]);
  await ask(office.supervisor, parcel);
  await ask(second, parcel);
  const again = await office.send('POST', '/api/consignments', { body: parcel.signed });
  expect([again.status, again.json]).toMatchObject([410, { code: 'erased' }]);
});

it('nobody else erases what was sent to others, and learns nothing by trying', async () => {
  const parcel = await delivered([office.supervisor]);
  const unknown = await aParcel(office.id, office.interviewer, [office.supervisor]);
  for (const person of [office.interviewer, office.trainer]) {
    expect((await ask(person, parcel)).json).toEqual((await ask(person, unknown)).json);
  }
  expect((await ask(office.trainer, parcel)).json).toEqual({ erased: 0 });
  expect(await inMailbox(office.supervisor, parcel)).toBe(true);
});

it('its sender counts for one: words were taken back, and a supervisor has the new revision', async () => {
  const parcel = await delivered([office.supervisor, second]);
  expect((await ask(office.interviewer, parcel)).json).toEqual({ erased: 0 });
  expect((await ask(office.interviewer, parcel)).json).toEqual({ erased: 0 });
  expect((await ask(second, parcel)).json).toEqual({ erased: 1 });
  expect(onDisk(parcel)).toBe(0);
});

it('the copy of a draft, which its author sent to nobody else, goes when the author asks', async () => {
  const parcel = await delivered([office.interviewer]);
  expect((await ask(office.trainer, parcel)).json).toEqual({ erased: 0 });
  expect((await ask(office.interviewer, parcel)).json).toEqual({ erased: 1 });
  expect(onDisk(parcel)).toBe(0);
});

it('bytes that another parcel names stay', async () => {
  const parcel = await delivered([office.supervisor]);
  const change = {
    objects: parcel.signed.consignment.objects,
    manifest: parcel.signed.consignment.manifest,
  };
  const same = await aParcel(office.id, office.interviewer, [second], { change });
  await office.deliver({ ...same, objects: parcel.objects });
  await ask(office.supervisor, parcel);
  expect((await ask(second, parcel)).json).toEqual({ erased: 1 });
  expect(onDisk(same)).toBe(same.signed.consignment.objects.length);
});

it('a list that is none is refused', async () => {
  const none = await office.send('POST', '/api/erasures', {
    as: office.supervisor,
    body: { parcels: [] },
  });
  expect(none.json).toMatchObject({ code: 'badRequest' });
});
