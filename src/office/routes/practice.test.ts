import { afterAll, beforeAll, expect, it } from 'vitest';
import { InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, outcome, withMember, type InventedOffice } from '../invented-office.ts';

/* The office sees of a parcel only its class: practice reaches trainers, and the mailbox of nobody else. */

let office: InventedOffice;
beforeAll(async () => {
  office = await inventedOffice();
});
afterAll(() => office.close());

const practice = (from: Person, to: readonly Person[]): Promise<InventedParcel> =>
  aParcel(office.id, from, to, { class: 'practice' });
const offered = async (parcel: InventedParcel) =>
  outcome(await office.send('POST', '/api/consignments', { body: parcel.signed }));
async function isInboxOf(person: Person, parcel: InventedParcel): Promise<boolean> {
  const page = await office.send('GET', '/api/inbox?after=0', { as: person });
  return InboxPage.parse(page.json).items.some(
    ({ consignment }) => consignment.consignment.parcel === parcel.signed.consignment.parcel,
  );
}

it('refuses practice for a supervisor, a colleague, or the sender’s own mailbox', async () => {
  const { interviewer, supervisor, trainer } = office;
  for (const [from, to] of [
    [interviewer, [supervisor]],
    [interviewer, [interviewer]],
    [interviewer, [trainer, interviewer]],
    [supervisor, [supervisor, trainer]],
    [trainer, [interviewer]],
    [trainer, [trainer, supervisor]],
  ] as const) {
    const parcel = await practice(from, to);
    expect(await offered(parcel)).toEqual([403, 'notAllowed']);
    // Nothing of it is kept, so nothing can be brought or committed after all.
    expect((await office.deliver(parcel)).status).toBe(404);
    for (const each of to) expect(await isInboxOf(each, parcel)).toBe(false);
  }
});

it('hands practice to a trainer, and its objects to no supervisor', async () => {
  const { interviewer, supervisor, trainer } = office;
  const parcel = await practice(interviewer, [trainer]);
  expect((await office.deliver(parcel)).status).toBe(200);
  expect(await isInboxOf(trainer, parcel)).toBe(true);
  expect(await isInboxOf(interviewer, parcel)).toBe(false);
  expect(await isInboxOf(supervisor, parcel)).toBe(false);
  for (const hash of parcel.objects.keys()) {
    const got = await office.send('GET', `/api/objects/${hash}`, { as: supervisor });
    expect(outcome(got)).toEqual([404, 'notFound']);
  }
  expect((await office.deliver(await practice(trainer, [trainer]))).status).toBe(200);
});

it('takes what is real from a trainer like from anybody', async () => {
  const { interviewer, supervisor, trainer } = office;
  const parcel = await aParcel(office.id, trainer, [interviewer, supervisor, trainer]);
  expect((await office.deliver(parcel)).status).toBe(200);
  for (const each of [interviewer, supervisor]) expect(await isInboxOf(each, parcel)).toBe(true);
});

it('delivers no practice to somebody who is no trainer any more when it is committed', async () => {
  const { interviewer, trainer } = office;
  const parcel = await practice(interviewer, [trainer]);
  expect(await offered(parcel)).toEqual([200, 'fine']);
  const become = async (role: 'interviewer' | 'trainer') => {
    const members = withMember(office.directory(), trainer, (member) => ({ ...member, role }));
    expect((await office.change({ members })).status).toBe(200);
  };
  await become('interviewer');
  const { consignment } = parcel.signed;
  const at = `/api/consignments/${consignment.parcel}`;
  for (const [hash, bytes] of parcel.objects) {
    await office.send('PUT', `${at}/objects/${hash}`, { bytes });
  }
  await office.send('POST', `${at}/commit`);
  expect(await isInboxOf(trainer, parcel)).toBe(false);
  await become('trainer');
});
