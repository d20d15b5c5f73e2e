import { afterAll, beforeAll, expect, it } from 'vitest';
import { LeftParcels } from '../../sync/model/protocol.ts';
import { aParcel, type InventedParcel } from '../invented.ts';
import { inventedOffice, outcome, withMember, type InventedOffice } from '../invented-office.ts';

let office: InventedOffice;
let copy: InventedParcel;
let toOthers: InventedParcel;
beforeAll(async () => {
  office = await inventedOffice();
  const { interviewer, supervisor } = office;
  copy = await aParcel(office.id, interviewer, [interviewer]);
  toOthers = await aParcel(office.id, interviewer, [supervisor, interviewer]);
  for (const parcel of [copy, toOthers]) await office.deliver(parcel);
});
afterAll(() => office.close());

const list = (as = office.supervisor) =>
  office.send('GET', `/api/left/${office.interviewer.device}`, { as });
const fetched = (parcel: InventedParcel, as = office.supervisor) =>
  office.send(
    'GET',
    `/api/left/${office.interviewer.device}/objects/${parcel.signed.consignment.manifest}`,
    { as },
  );

it('tells nothing of a tablet in use, and of one out of use only what it kept for itself', async () => {
  expect(outcome(await list())).toEqual([404, 'notFound']);
  expect(outcome(await fetched(copy))).toEqual([404, 'notFound']);

  const members = withMember(office.directory(), office.interviewer, (member) => ({
    ...member,
    devices: member.devices.map((device) => ({ ...device, revokedAt: Date.now() })),
  }));
  await office.change({ members });

  const left = LeftParcels.parse((await list()).json);
  expect(left.items.map(({ consignment }) => consignment)).toEqual([copy.signed]);
  expect(left.lastContact).toEqual(expect.any(Number));
  expect((await fetched(copy)).bytes.length).toBeGreaterThan(0);
  expect(outcome(await fetched(toOthers))).toEqual([404, 'notFound']);
  expect(outcome(await list(office.trainer))).toEqual([403, 'notAllowed']);
  expect(outcome(await fetched(copy, office.trainer))).toEqual([403, 'notAllowed']);
  expect(outcome(await list(office.interviewer))).toEqual([403, 'notAllowed']);
});
