import { beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom, fixedDeps } from '../base/deps.ts';
import { sha256 } from '../base/bytes.ts';
import { DeviceId, MemberId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { stamp, type Writer } from '../journal/model/event.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { openMemoryVault } from '../../tests/setup/memory-vault.ts';
import { someParcel } from './fixture.ts';
import { id, officeKey, openMailroom, stream, type Mailroom } from './inbox-fixture.ts';
import type { ImportParcel } from './inbox.ts';
import type { Role } from './model/directory.ts';

/*
 * The inbox alone, on a mailbox of random bytes. Real parcels, a real directory and a real office stand in
 * tests/scenarios/to-the-office.test.ts.
 */

let room: Mailroom;
beforeEach(async () => {
  room = openMailroom(await openMemoryVault(fixedDeps()));
});

describe('the inbox', () => {
  it('takes everything in once, page by page', async () => {
    const parcels = [
      await room.arrives(),
      await room.arrives(),
      await room.arrives(),
      await room.arrives(),
    ];
    const mail = room.inbox();
    expect(await mail.fetch()).toEqual({ type: 'fine' });
    expect(room.imports).toEqual(parcels);
    await mail.fetch();
    expect(room.imports).toEqual(parcels);
  });

  it('asks for a newer directory before it refuses a sender it does not know', async () => {
    const parcel = await room.arrives();
    await room.inbox().fetch();
    expect(room.imports).toEqual([parcel]);
    expect(room.fetched).toBe(2);
  });

  it('puts a stranger’s parcel aside and goes on, and takes it when the stranger has been admitted', async () => {
    const strange = await room.arrives();
    const admitted = room.newer;
    room.newer = room.known;
    const good = await room.arrives();
    const mail = room.inbox();
    expect(await mail.fetch()).toEqual({ type: 'fine' });
    expect(room.imports).toEqual([good]);
    expect(await room.ledger.asides()).toMatchObject([
      { problem: 'unknownSender', signed: { consignment: { parcel: strange } }, receivedAt: 5 },
    ]);
    room.known = { ...admitted, members: [...admitted.members, ...room.newer.members] };
    room.newer = room.known;
    expect(await mail.retryAsides()).toEqual({ type: 'fine' });
    expect(room.imports).toEqual([good, strange]);
    expect(await room.ledger.asides()).toEqual([]);
  });

  it('does not put a parcel aside because the line was cut: it comes again', async () => {
    const parcel = await room.arrives();
    room.cut = { type: 'unreachable' };
    const mail = room.inbox();
    expect(await mail.fetch()).toEqual({ type: 'later', problem: { type: 'unreachable' } });
    expect(await room.ledger.asides()).toEqual([]);
    room.cut = undefined;
    await mail.fetch();
    expect(room.imports).toEqual([parcel]);
  });

  it('leaves a parcel at the office while there is no room for it', async () => {
    const parcel = await room.arrives();
    const full = room.inbox(() => Promise.resolve(err({ type: 'diskFull' })));
    expect(await full.fetch()).toEqual({ type: 'later', problem: { type: 'diskFull' } });
    expect(await room.ledger.imported(parcel)).toBeUndefined();
    await room.inbox().fetch();
    expect(room.imports).toEqual([parcel]);
  });

  it('keeps a parcel aside that our own code fails on, and takes what lies behind it', async () => {
    const [first, broken, last] = [
      await room.arrives(),
      await room.arrives(),
      await room.arrives(),
    ];
    const bug = new TypeError('x is not a function');
    const fails: ImportParcel = ({ manifest }) => {
      if (manifest.parcel === broken) throw bug;
      room.imports.push(manifest.parcel);
      return Promise.resolve(ok('taken'));
    };
    expect(await room.inbox(fails).fetch()).toEqual({ type: 'fine' });
    expect(room.imports).toEqual([first, last]);
    expect(room.bugs).toEqual([bug]);
    expect(await room.ledger.asides()).toMatchObject([
      {
        problem: 'unreadable',
        signed: { consignment: { parcel: broken } },
        about: { stream, kind: 'interview' },
      },
    ]);
    // A version that can read it takes it in after all.
    expect(await room.inbox().retryAsides()).toEqual({ type: 'fine' });
    expect(room.imports).toEqual([first, last, broken]);
    expect(await room.ledger.asides()).toEqual([]);
  });

  it('says of a file that our own code fails on that it could not be read', async () => {
    await room.arrives();
    const mail = room.inbox(() => Promise.reject(new TypeError('x is not a function')));
    expect(await mail.openFile(new Uint8Array())).toEqual(err({ type: 'unreadable' }));
    expect(room.bugs).toHaveLength(1);
  });

  it('waits with what a part of the app is needed for that has not been fetched yet', async () => {
    const parcel = await room.arrives();
    const mail = room.inbox(() =>
      Promise.reject(Object.assign(new Error(), { name: 'Unfetched' })),
    );
    expect(await mail.fetch()).toEqual({ type: 'later', problem: { type: 'unfetched' } });
    expect(await room.ledger.asides()).toEqual([]);
    expect(room.bugs).toEqual([]);
    await room.inbox().fetch();
    expect(room.imports).toEqual([parcel]);
  });

  it('looks at everything again in a new epoch, and takes only what is new', async () => {
    const first = await room.arrives();
    const lost = await room.arrives();
    const mail = room.inbox();
    await mail.fetch();
    room.mailbox = room.mailbox.slice(0, 1);
    room.epoch = 2;
    const fresh = await room.arrives();
    await mail.fetch();
    expect(room.imports).toEqual([first, lost, fresh]);
  });

  it.each<[ParcelKind, Role]>([
    ['review', 'interviewer'],
    ['ack', 'interviewer'],
    ['ack', 'trainer'],
    ['draft', 'supervisor'],
  ])('does not take a %s from a colleague who is %s', async (kind, role) => {
    await room.arrives(kind, role);
    await room.inbox().fetch();
    expect(room.imports).toEqual([]);
    expect(await room.ledger.asides()).toMatchObject([{ problem: 'badContents' }]);
  });

  it('takes a review from a supervisor', async () => {
    const parcel = await room.arrives('review', 'supervisor');
    await room.inbox().fetch();
    expect(room.imports).toEqual([parcel]);
  });

  it('puts aside what its room does not understand, and an ack that is none', async () => {
    await room.arrives();
    await room.arrives('ack', 'supervisor');
    await room.inbox(() => Promise.resolve(err({ type: 'badContents' }))).fetch();
    expect(await room.ledger.asides()).toMatchObject([
      { problem: 'badContents' },
      { problem: 'badContents' },
    ]);
  });

  it('shows two histories of one device', async () => {
    const parcel = await room.arrives();
    const device = room.mailOf(parcel)?.parcel.signed.consignment.sender.device;
    await room.vault.records.put(`seen/${device ?? ''}/1`, sha256('another manifest'));
    await room.inbox().fetch();
    expect(await room.ledger.asides()).toMatchObject([{ problem: 'forkedSender' }]);
  });

  it('passes over what this device has sent itself', async () => {
    const parcel = await someParcel(id, officeKey, 1);
    const { consignment } = parcel.signed;
    const own = {
      member: newId(MemberId, systemRandom),
      device: room.vault.device,
      key: officeKey,
    };
    const signed = { ...parcel.signed, consignment: { ...consignment, sender: own } };
    room.mailbox.push({ parcel: { ...parcel, signed }, kind: 'interview', cursor: 1, events: [] });
    expect(await room.inbox().fetch()).toEqual({ type: 'fine' });
    expect(room.fetched).toBe(0);
  });

  it('reads what the office received before the tablet was reported lost, and nothing after', async () => {
    const device = async (revokedAt: number) => {
      const parcel = await room.arrives();
      const { sender } = room.mailOf(parcel)?.parcel.signed.consignment ?? {};
      const members = room.newer.members.map((member) =>
        member.member === sender?.member
          ? { ...member, devices: member.devices.map((each) => ({ ...each, revokedAt })) }
          : member,
      );
      room.newer = { ...room.newer, members };
      return parcel;
    };
    const before = await device(6);
    const late = await device(5);
    await room.inbox().fetch();
    expect(room.imports).toEqual([before]);
    expect(await room.ledger.asides()).toMatchObject([
      { problem: 'unknownSender', signed: { consignment: { parcel: late } } },
    ]);
    await device(1_000_000);
    expect(await room.inbox().openFile(new Uint8Array())).toEqual({
      ok: false,
      error: { type: 'unknownSender' },
    });
  });

  it('reads what the office received before its sender left', async () => {
    const before = await room.arrives();
    room.newer = {
      ...room.newer,
      members: room.newer.members.map((member) => ({ ...member, leftAt: 6 })),
    };
    await room.arrives();
    room.newer = {
      ...room.newer,
      members: room.newer.members.map((member) => ({ ...member, leftAt: member.leftAt ?? 5 })),
    };
    await room.inbox().fetch();
    expect(room.imports).toEqual([before]);
    expect(await room.ledger.asides()).toMatchObject([{ problem: 'unknownSender' }]);
  });
});

describe('whose words a parcel may bring', () => {
  const said = (writer: Writer) =>
    stamp([{ type: 'InterviewStarted', version: 1, data: {} }], stream, [], writer, {
      ...fixedDeps(),
      random: systemRandom,
    });
  const stranger = () => ({
    author: newId(MemberId, systemRandom),
    device: newId(DeviceId, systemRandom),
  });
  const refused = async () => {
    await room.inbox().fetch();
    expect(room.imports).toEqual([]);
    expect(await room.ledger.asides()).toMatchObject([{ problem: 'badContents' }]);
  };

  it.each<[ParcelKind, Role]>([
    ['interview', 'interviewer'],
    ['safety', 'interviewer'],
    ['review', 'supervisor'],
  ])('%s: its sender’s', async (kind, role) => {
    const parcel = await room.arrives(kind, role, said);
    await room.inbox().fetch();
    expect(room.imports).toEqual([parcel]);
  });

  it.each<[ParcelKind, Role]>([
    ['interview', 'interviewer'],
    ['safety', 'interviewer'],
    ['review', 'supervisor'],
  ])('%s: nobody else’s', async (kind, role) => {
    await room.arrives(kind, role, () => said(stranger()));
    await refused();
  });

  it('none from a tablet that is not the sender’s', async () => {
    await room.arrives('interview', 'interviewer', (sender) =>
      said({ ...sender, device: stranger().device }),
    );
    await refused();
  });

  it('none for a stream that is somebody else’s here', async () => {
    await room.vault.journal.append(
      stream,
      'review',
      [{ type: 'ReviewStarted', version: 1, data: {} }],
      {},
    );
    await room.arrives('interview', 'interviewer', said);
    await refused();
  });

  it('a review only from a key that the root has certified', async () => {
    await room.arrives('review', 'supervisor', said);
    room.newer = { ...room.newer, certificates: [] };
    await refused();
  });
});
