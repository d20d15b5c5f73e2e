import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeId } from '../../base/ids.ts';
import { InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, hashOf, invent, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, outcome, withMember, type InventedOffice } from '../invented-office.ts';

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
const commitPath = (parcel: InventedParcel): string =>
  `/api/consignments/${parcel.signed.consignment.parcel}/commit`;
const inbox = async (person: Person, after = 0): Promise<InboxPage> =>
  InboxPage.parse((await office.send('GET', `/api/inbox?after=${after}`, { as: person })).json);

describe('a consignment is refused', () => {
  const refused = async (parcel: InventedParcel) => outcome(await offer(parcel));

  it('when anything in it was changed after signing', async () => {
    const parcel = await fromInterviewer();
    const { consignment, signature } = parcel.signed;
    const changed = { ...consignment, recipients: [office.interviewer.member] };
    const body = { consignment: changed, signature };
    expect((await office.send('POST', '/api/consignments', { body })).status).toBe(401);
  });

  it('for another office, even when a member signed it', async () => {
    const other = OfficeId.parse('9'.repeat(32));
    const parcel = await aParcel(other, office.interviewer, [office.supervisor]);
    expect(await refused(parcel)).toEqual([403, 'notAllowed']);
  });

  it('from a stranger, and from a member with the device of another', async () => {
    const stranger = invent('Okänd Person', 'interviewer');
    expect(await refused(await aParcel(office.id, stranger, [office.supervisor]))).toEqual([
      403,
      'notAllowed',
    ]);
    const posing = { ...office.interviewer, member: office.trainer.member };
    expect(await refused(await aParcel(office.id, posing, [office.supervisor]))).toEqual([
      403,
      'notAllowed',
    ]);
  });

  it('when a recipient does not belong to the office', async () => {
    const stranger = invent('Okänd Person', 'supervisor');
    expect(await refused(await fromInterviewer([office.supervisor, stranger]))).toEqual([
      403,
      'notAllowed',
    ]);
  });

  it('when it is practice and would reach anyone but a trainer', async () => {
    const practice = (to: readonly Person[]) =>
      aParcel(office.id, office.interviewer, to, { class: 'practice' });
    const both = await practice([office.trainer, office.supervisor]);
    expect(await refused(both)).toEqual([403, 'notAllowed']);
    expect((await office.deliver(await practice([office.trainer]))).status).toBe(200);
  });

  it('when its manifest is not among its objects, or an object is named twice', async () => {
    const good = await fromInterviewer();
    const { objects } = good.signed.consignment;
    const change = async (changed: Parameters<typeof aParcel>[3]) =>
      refused(await aParcel(office.id, office.interviewer, [office.supervisor], changed));
    expect(await change({ change: { manifest: hashOf(randomBytes(4)) } })).toEqual([
      400,
      'badRequest',
    ]);
    const twice = [...objects, ...objects];
    const manifest = good.signed.consignment.manifest;
    expect(await change({ change: { objects: twice, manifest } })).toEqual([400, 'badRequest']);
  });

  it('when an object would be larger than any part can be', async () => {
    const { manifest } = (await fromInterviewer()).signed.consignment;
    const objects = [{ hash: manifest, length: 5 * 1024 * 1024 }];
    const parcel = await aParcel(office.id, office.interviewer, [office.supervisor], {
      change: { objects, manifest },
    });
    expect(await refused(parcel)).toEqual([400, 'badRequest']);
  });
});

describe('someone who has gone', () => {
  it('brings nothing once the device is revoked, not even what was admitted before', async () => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    const members = withMember(office.directory(), office.interviewer, (member) => ({
      ...member,
      devices: member.devices.map((device) => ({ ...device, revokedAt: 1_800_000_000_001 })),
    }));
    const before = office.directory().members;
    expect((await office.change({ members })).status).toBe(200);
    const { manifest } = parcel.signed.consignment;
    const bytes = parcel.objects.get(manifest) ?? new Uint8Array();
    expect((await offer(await fromInterviewer())).status).toBe(403);
    expect((await office.send('PUT', objectPath(parcel, manifest), { bytes })).status).toBe(403);
    expect((await office.send('POST', commitPath(parcel))).status).toBe(403);
    expect((await office.send('GET', '/api/inbox', { as: office.interviewer })).status).toBe(403);
    expect((await office.change({ members: before })).status).toBe(200);
  });

  it('does not strand a parcel sealed to a colleague who has left: the others get it', async () => {
    const before = office.directory().members;
    const gone = withMember(office.directory(), office.trainer, (member) => ({
      ...member,
      leftAt: 1_800_000_000_001,
    }));
    expect((await office.change({ members: gone })).status).toBe(200);
    const parcel = await fromInterviewer([office.supervisor, office.trainer]);
    expect((await office.deliver(parcel)).status).toBe(200);
    expect((await offer(await fromInterviewer([office.trainer]))).status).toBe(403);
    expect((await office.send('GET', '/api/inbox', { as: office.trainer })).status).toBe(403);
    expect((await office.change({ members: before })).status).toBe(200);
    const { parcel: id } = parcel.signed.consignment;
    let cursor = 0;
    for (let more = true; more;) {
      const page = await inbox(office.trainer, cursor);
      expect(page.items.map((item) => item.consignment.consignment.parcel)).not.toContain(id);
      cursor = page.items.at(-1)?.cursor ?? cursor;
      more = page.more;
    }
  });
});
