import { beforeEach, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { err, ok } from '../base/result.ts';
import { openMemoryVault } from '../../tests/setup/memory-vault.ts';
import { openMailroom, type Mailroom } from './inbox-fixture.ts';
import { newMail } from './mail.ts';
import type { InboxPage } from './model/protocol.ts';

let room: Mailroom;
let asked: number[];
beforeEach(async () => {
  room = openMailroom(await openMemoryVault(fixedDeps()));
  asked = [];
});

const office = (page: InboxPage) => ({
  inbox: async (after: number) => {
    asked.push(after);
    return ok(page);
  },
});
const nothing: InboxPage = { items: [], more: false, epoch: 0 };

it('finds nothing on most days, and asks from where it has read', async () => {
  await room.vault.records.put('cursor', { epoch: 0, after: 7 });
  expect(await newMail(room.vault.records, office(nothing))).toEqual(ok('none'));
  expect(asked).toEqual([7]);
});

it('hands on an empty page of an office that counts anew, since all must be looked at again', async () => {
  await room.vault.records.put('cursor', { epoch: 0, after: 7 });
  const restored = { ...nothing, epoch: 1 };
  expect(await newMail(room.vault.records, office(restored))).toEqual(ok(restored));
});

it('hands on what has come, and the inbox does not ask for it a second time', async () => {
  const parcel = await room.arrives();
  const items = room.mailbox.map((mail) => ({
    cursor: mail.cursor,
    consignment: mail.parcel.signed,
    receivedAt: 5,
  }));
  const page: InboxPage = { items, more: false, epoch: room.epoch };
  expect(await newMail(room.vault.records, office(page))).toEqual(ok(page));
  expect(await room.inbox().fetch(page)).toEqual({ type: 'fine' });
  expect(room.imports).toEqual([parcel]);
  expect(room.asked).toBe(0);
  await room.inbox().fetch();
  expect(room.asked).toBe(1);
  expect(await newMail(room.vault.records, office({ ...nothing, epoch: room.epoch }))).toEqual(
    ok('none'),
  );
  expect(asked).toEqual([0, 1]);
});

it('says why it could not ask', async () => {
  const problem = err({ type: 'unreachable' } as const);
  expect(await newMail(room.vault.records, { inbox: async () => problem })).toEqual(problem);
});
