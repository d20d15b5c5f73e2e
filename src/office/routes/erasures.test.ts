import { copyFileSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, invent, memberOf, type InventedParcel, type Person } from '../invented.ts';
import { folderAt } from '../folder.ts';
import { openDatabase } from '../store/open.ts';
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
const idOf = ({ signed }: InventedParcel) => signed.consignment.parcel;
const NOTHING = { erased: [], waiting: [] };
const gone = (parcel: InventedParcel) => ({ erased: [idOf(parcel)], waiting: [] });
const waiting = (parcel: InventedParcel) => ({ erased: [], waiting: [idOf(parcel)] });
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
  expect((await ask(office.supervisor, parcel)).json).toEqual(waiting(parcel));
  expect((await ask(office.supervisor, parcel)).json).toEqual(waiting(parcel));
  expect(await inMailbox(second, parcel)).toBe(true);
  expect((await ask(second, parcel)).json).toEqual(gone(parcel));
  expect(await inMailbox(second, parcel)).toBe(false);
  expect(onDisk(parcel)).toBe(0);
  expect(office.log.join('\n')).not.toContain('error');
});

it('who has read up to a parcel that was erased misses nothing that comes after it', async () => {
  const page = async (after: number) =>
    InboxPage.parse(
      (await office.send('GET', `/api/inbox?after=${after}`, { as: office.supervisor })).json,
    ).items;
  const erased = await delivered([office.supervisor]);
  const read = (await page(0)).at(-1)?.cursor ?? 0;
  await ask(office.supervisor, erased);
  await ask(second, erased);
  const next = await delivered([office.supervisor]);
  const after = (await page(read)).map(({ consignment }) => consignment.consignment.parcel);
  expect(after).toEqual([idOf(next)]);
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
  expect((await ask(office.trainer, unknown)).json).toEqual(NOTHING);
  expect((await ask(office.trainer, parcel)).json).toEqual(NOTHING);
  expect(await inMailbox(office.supervisor, parcel)).toBe(true);
});

it('its sender counts for one: words were taken back, and a supervisor has the new revision', async () => {
  const parcel = await delivered([office.supervisor, second]);
  expect((await ask(office.interviewer, parcel)).json).toEqual(waiting(parcel));
  expect((await ask(office.interviewer, parcel)).json).toEqual(waiting(parcel));
  expect((await ask(second, parcel)).json).toEqual(gone(parcel));
  expect(onDisk(parcel)).toBe(0);
});

it('the copy of a draft, which its author sent to nobody else, goes when the author asks', async () => {
  const parcel = await delivered([office.interviewer]);
  expect((await ask(office.trainer, parcel)).json).toEqual(NOTHING);
  expect((await ask(office.interviewer, parcel)).json).toEqual(gone(parcel));
  expect(onDisk(parcel)).toBe(0);
});

it('what was addressed to others too is not a draft, also when the only one of them has left', async () => {
  const leaving = invent('Sten Ek', 'supervisor');
  const { members } = office.directory();
  await office.change({ members: [...members, memberOf(leaving)] });
  const parcel = await delivered([office.interviewer, leaving]);
  await office.change({
    members: office
      .directory()
      .members.map((each) => (each.member === leaving.member ? { ...each, leftAt: 1 } : each)),
  });
  expect((await ask(office.interviewer, parcel)).json).toEqual(waiting(parcel));
  const late = await aParcel(office.id, office.interviewer, [office.interviewer, leaving]);
  expect((await office.deliver(late)).status).toBe(200);
  expect((await ask(office.interviewer, late)).json).toEqual(waiting(late));
  expect(onDisk(late)).toBeGreaterThan(0);
});

it('a sole supervisor erases none of her own records alone, and her drafts once there is another', async () => {
  const own = await aParcel(office.id, office.supervisor, [office.supervisor]);
  expect((await office.deliver(own)).status).toBe(200);
  const both = office.directory().members;
  await office.change({ members: both.filter(({ member }) => member !== second.member) });
  expect((await ask(office.supervisor, own)).json).toEqual(waiting(own));
  expect(onDisk(own)).toBeGreaterThan(0);
  await office.change({ members: both });
  expect((await ask(office.supervisor, own)).json).toEqual(gone(own));
});

it('what two supervisors have asked for is not taken in afterwards, and one alone does not bar it', async () => {
  const [erased, wanted] = [
    await aParcel(office.id, office.interviewer, [office.supervisor]),
    await aParcel(office.id, office.interviewer, [office.supervisor]),
  ];
  expect((await ask(office.supervisor, erased, wanted)).json).toEqual(NOTHING);
  expect((await ask(office.supervisor, erased)).json).toEqual(NOTHING);
  expect((await ask(office.interviewer, erased)).json).toEqual(NOTHING);
  expect((await ask(second, erased)).json).toEqual(gone(erased));
  const late = await office.send('POST', '/api/consignments', { body: erased.signed });
  expect(late.json).toMatchObject({ code: 'erased' });
  expect((await office.deliver(wanted)).status).toBe(200);
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
  expect((await ask(second, parcel)).json).toEqual(gone(parcel));
  expect(onDisk(same)).toBe(same.signed.consignment.objects.length);
});

it('bytes that a dead server left behind are removed when it starts, and nothing else', async () => {
  const [kept, parcel] = [
    await delivered([office.supervisor]),
    await delivered([office.supervisor]),
  ];
  const { objects } = parcel.signed.consignment;
  const file = (hash: string) => join(office.data, 'objects', hash.slice(0, 2), hash);
  const saved = objects.map(({ hash }) => [file(hash), readFileSync(file(hash)), hash] as const);
  await ask(office.supervisor, parcel);
  await ask(second, parcel);
  await office.stop();
  // As after a crash between the transaction and the removing.
  const db = await openDatabase(folderAt(office.data).database);
  for (const [path, bytes, hash] of saved) {
    writeFileSync(path, bytes);
    await db.insertInto('loose').values({ hash }).execute();
  }
  await db.destroy();
  // And one that nobody knows of, old and new.
  const [old, fresh] = [file('ab'.repeat(32)), file('ac'.repeat(32))];
  writeFileSync(old, 'x');
  writeFileSync(fresh, 'x');
  utimesSync(old, 1, 1);
  await office.restart();
  expect(onDisk(parcel)).toBe(0);
  expect(onDisk(kept)).toBe(kept.signed.consignment.objects.length);
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
});

it('what was erased stays so in an older database: the tombstones beside it are replayed first', async () => {
  const parcel = await delivered([office.supervisor]);
  const { database, tombstones } = folderAt(office.data);
  await office.stop();
  copyFileSync(database, `${database}.older`);
  const older = parcel.signed.consignment.objects.map(({ hash }) => {
    const path = join(office.data, 'objects', hash.slice(0, 2), hash);
    return [path, readFileSync(path)] as const;
  });
  await office.restart();
  await ask(office.supervisor, parcel);
  await ask(second, parcel);
  expect(readFileSync(tombstones, 'utf8')).toContain(idOf(parcel));
  await office.stop();
  copyFileSync(`${database}.older`, database);
  rmSync(`${database}-wal`, { force: true });
  for (const [path, bytes] of older) writeFileSync(path, bytes);
  await office.restart();
  expect(await inMailbox(office.supervisor, parcel)).toBe(false);
  expect(onDisk(parcel)).toBe(0);
  const again = await office.send('POST', '/api/consignments', { body: parcel.signed });
  expect(again.json).toMatchObject({ code: 'erased' });
});

it('a list that is none is refused', async () => {
  const none = await office.send('POST', '/api/erasures', {
    as: office.supervisor,
    body: { parcels: [] },
  });
  expect(none.json).toMatchObject({ code: 'badRequest' });
});
