import { randomBytes } from 'node:crypto';
import { readdirSync, truncateSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiptBytes, receiptCovers, SignedReceipt } from '../../parcel/model/consignment.ts';
import { ConsignmentAnswer, InboxPage } from '../../sync/model/protocol.ts';
import { aParcel, hashOf, type InventedParcel, type Person } from '../invented.ts';
import { inventedOffice, receiptIn, type InventedOffice } from '../invented-office.ts';
import { verifySignature } from '../keys.ts';

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

describe('a parcel', () => {
  it('comes in object by object, is receipted and lies in the mailbox', async () => {
    const parcel = await fromInterviewer();
    const offered = await offer(parcel);
    expect(offered.status).toBe(200);
    expect(ConsignmentAnswer.parse(offered.json)).toEqual({
      state: 'missing',
      missing: [...parcel.objects.keys()],
    });

    const committed = await office.deliver(parcel);
    expect(committed.status).toBe(200);
    const { receipt, signature } = receiptIn(committed);
    expect(receiptCovers(receipt, parcel.signed.consignment)).toBe(true);
    const { officeKey } = office.directory();
    expect(await verifySignature(officeKey, receiptBytes(receipt), signature)).toBe(true);

    const page = await inbox(office.supervisor);
    const item = page.items.at(-1);
    expect(item?.consignment).toEqual(parcel.signed);
    for (const [hash, bytes] of parcel.objects) {
      const got = await office.send('GET', `/api/objects/${hash}`, { as: office.supervisor });
      expect(got.status).toBe(200);
      expect(got.headers['content-type']).toBe('application/octet-stream');
      expect(Buffer.from(bytes).equals(got.bytes)).toBe(true);
    }
  });

  it('committed again gets the same receipt, byte for byte, and no second place in the mailbox', async () => {
    const parcel = await fromInterviewer();
    const first = await office.deliver(parcel);
    const before = (await inbox(office.supervisor)).items.length;
    const again = await office.deliver(parcel);
    expect(again.text).toBe(first.text);
    expect((await inbox(office.supervisor)).items).toHaveLength(before);

    const offered = await offer(parcel);
    expect(offered.text).toBe(`{"state":"committed","receipt":${first.text}}`);
  });

  it('committed by many at once is committed once', async () => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    for (const [hash, bytes] of parcel.objects) {
      await office.send('PUT', objectPath(parcel, hash), { bytes });
    }
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => office.send('POST', commitPath(parcel))),
    );
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    SignedReceipt.parse(replies[0]?.json);
  });

  it('with a known id and other content is a conflict', async () => {
    const parcel = await fromInterviewer();
    await office.deliver(parcel);
    const other = await aParcel(office.id, office.interviewer, [office.supervisor], {
      change: { parcel: parcel.signed.consignment.parcel },
    });
    const reply = await offer(other);
    expect([reply.status, reply.json]).toEqual([
      409,
      expect.objectContaining({ code: 'conflict' }),
    ]);
  });

  it('is not committed while an object is missing', async () => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    const reply = await office.send('POST', commitPath(parcel));
    expect(reply.status).toBe(422);
    expect(reply.json).toMatchObject({ code: 'objectsMissing' });
  });

  it('is not committed when an object on disk has lost its end', async () => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    for (const [hash, bytes] of parcel.objects) {
      await office.send('PUT', objectPath(parcel, hash), { bytes });
    }
    const hash = parcel.signed.consignment.manifest;
    truncateSync(join(office.data, 'objects', hash.slice(0, 2), hash), 10);
    expect((await office.send('POST', commitPath(parcel))).status).toBe(422);
    expect(await offer(parcel).then((reply) => reply.json)).toEqual({
      state: 'missing',
      missing: [hash],
    });
    expect((await office.deliver(parcel)).status).toBe(200);
  });
});

describe('an object', () => {
  it.each([
    [
      'other bytes of the right length',
      (bytes: Uint8Array) => bytes.toReversed(),
      422,
      'wrongHash',
    ],
    ['a cut end', (bytes: Uint8Array) => bytes.subarray(0, -1), 422, 'wrongHash'],
    ['nothing', () => new Uint8Array(), 422, 'wrongHash'],
    ['a byte too many', (bytes: Uint8Array) => Buffer.concat([bytes, bytes]), 413, 'tooLarge'],
  ])('with %s is refused and leaves nothing behind', async (_what, spoil, status, code) => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    const { manifest } = parcel.signed.consignment;
    const bytes = spoil(parcel.objects.get(manifest) ?? new Uint8Array());
    const reply = await office.send('PUT', objectPath(parcel, manifest), { bytes });
    expect([reply.status, reply.json]).toEqual([status, expect.objectContaining({ code })]);
    expect(readdirSync(join(office.data, 'objects', 'waiting'))).toEqual([]);
    expect(readdirSync(join(office.data, 'objects', manifest.slice(0, 2)))).not.toContain(manifest);
  });

  it('that the consignment does not list, or of a parcel nobody announced, is refused', async () => {
    const parcel = await fromInterviewer();
    const bytes = randomBytes(100);
    const { manifest } = parcel.signed.consignment;
    expect((await office.send('PUT', objectPath(parcel, manifest), { bytes })).status).toBe(404);
    expect((await office.send('POST', commitPath(parcel))).status).toBe(404);
    await offer(parcel);
    const unlisted = objectPath(parcel, hashOf(bytes));
    expect((await office.send('PUT', unlisted, { bytes })).status).toBe(404);
  });

  it('whose sender hangs up half way does not appear', async () => {
    const parcel = await fromInterviewer();
    await offer(parcel);
    const { manifest } = parcel.signed.consignment;
    const bytes = parcel.objects.get(manifest) ?? new Uint8Array();
    const waiting = () => readdirSync(join(office.data, 'objects', 'waiting')).length;
    const socket = connect(Number(new URL(office.url()).port), '127.0.0.1');
    socket.write(
      `PUT ${objectPath(parcel, manifest)} HTTP/1.1\r\nhost: localhost\r\n` +
        `content-type: application/octet-stream\r\ncontent-length: ${bytes.length}\r\n\r\n`,
    );
    socket.write(bytes.subarray(0, 100));
    await vi.waitFor(() => expect(waiting()).toBe(1));
    socket.destroy();
    await vi.waitFor(() => expect(waiting()).toBe(0));
    expect(readdirSync(join(office.data, 'objects', manifest.slice(0, 2)))).not.toContain(manifest);
  });
});
