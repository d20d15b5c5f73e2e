import { beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom, fixedDeps } from '../base/deps.ts';
import { sha256, utf8 } from '../base/bytes.ts';
import { MemberId, OfficeId, SignKey, StreamId, type ParcelId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { OpenedParcel, ParcelDesk } from '../parcel/model/port.ts';
import type { OpenVault } from '../vault/model/port.ts';
import { openMemoryVault } from '../../tests/setup/memory-vault.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { someParcel, type SomeParcel } from './fixture.ts';
import { openInbox, type ImportParcel, type InboxDeps } from './inbox.ts';
import { openLedger, type Ledger } from './ledger.ts';
import type { Directory, Role } from './model/directory.ts';
import type { MemberOffice } from './model/office.ts';
import type { SyncProblem } from './model/problem.ts';

/*
 * The inbox alone: a mailbox of sealed bytes, and a desk that knows who sent them. Real parcels, a real directory
 * and a real office stand in tests/scenarios/to-the-office.test.ts.
 */

const id = newId(OfficeId, systemRandom);
const officeKey = SignKey.parse('c'.repeat(64));
const recipients = { x25519: 'age1x', hybrid: 'age1pq1x' };

let vault: OpenVault;
let ledger: Ledger;
let imports: ParcelId[];
let mailbox: { readonly parcel: SomeParcel; readonly kind: ParcelKind; readonly cursor: number }[];
let epoch: number;
let fetched: number;
let cut: SyncProblem | undefined;
let known: Directory;
let newer: Directory;

beforeEach(async () => {
  vault = await openMemoryVault(fixedDeps());
  ledger = openLedger(vault.records);
  imports = [];
  mailbox = [];
  epoch = 1;
  fetched = 0;
  cut = undefined;
  known = {
    v: 1,
    office: id,
    name: 'Storby',
    root: officeKey,
    officeKey,
    version: 1,
    prev: null,
    recipientClass: 'x25519',
    recovery: [recipients],
    certificates: [],
    members: [],
    at: 0,
  };
  newer = known;
});

async function arrives(kind: ParcelKind = 'interview', role: Role = 'interviewer') {
  const parcel = await someParcel(id, officeKey, 2);
  mailbox.push({ parcel, kind, cursor: mailbox.length + 1 });
  const { member, device, key } = parcel.signed.consignment.sender;
  const person = { member, name: 'Nils', role, recipients, devices: [{ device, key }] };
  newer = { ...newer, version: newer.version + 1, members: [...newer.members, person] };
  return parcel.signed.consignment.parcel;
}

const mailOf = (parcel: ParcelId) =>
  mailbox.find((each) => each.parcel.signed.consignment.parcel === parcel);

const office = (): MemberOffice => ({
  directory: () => Promise.resolve(err({ type: 'unreachable' })),
  putDirectory: () => Promise.resolve(err({ type: 'unreachable' })),
  invite: () => Promise.resolve(err({ type: 'unreachable' })),
  withdrawInvitation: () => Promise.resolve(err({ type: 'unreachable' })),
  joins: () => Promise.resolve(err({ type: 'unreachable' })),
  inbox: (after) => {
    const left = mailbox.filter((each) => each.cursor > after);
    const items = left.slice(0, 2).map(({ parcel, cursor }) => ({
      cursor,
      consignment: parcel.signed,
      receivedAt: 5,
    }));
    return Promise.resolve(ok({ items, epoch, more: left.length > 2 }));
  },
  object: (hash) => {
    fetched += 1;
    if (cut?.type === 'unreachable') return Promise.resolve(err(cut));
    const bytes = mailbox.map(({ parcel }) => parcel.objects.get(hash)).find(Boolean);
    return Promise.resolve(
      bytes ? ok(new Uint8Array(bytes)) : err({ type: 'api', code: 'notFound' }),
    );
  },
});

const membership = (): Membership => ({
  identity: {
    member: vault.member,
    device: vault.device,
    name: 'Karin',
    role: 'supervisor',
    office: id,
    root: officeKey,
    officeKey,
  },
  directory: known,
  office: office(),
  admitted: true,
});

const directory: DirectoryDesk = {
  membership: () => Promise.resolve(membership()),
  enrol: () => Promise.resolve(err({ type: 'notEnrolled' })),
  change: () => Promise.resolve(err({ type: 'notEnrolled' })),
  refresh: () => {
    known = newer;
    return Promise.resolve(ok(membership()));
  },
};

const stream = newId(StreamId, systemRandom);
const open: ParcelDesk['open'] = async (signed, object, deps) => {
  const { consignment } = signed;
  const { member, device, key } = consignment.sender;
  const parts = new Map<string, Uint8Array>();
  for (const { hash } of consignment.objects) {
    const bytes = await object(hash);
    if (!bytes) return err({ type: 'objectMissing' });
    if (sha256(bytes) !== hash) return err({ type: 'damaged' });
  }
  if (!deps.enrolled(key, member, device)) return err({ type: 'unknownSender' });
  const seen = await deps.seen(device, 1);
  const manifestHash = consignment.manifest;
  if (seen !== undefined && seen !== manifestHash) return err({ type: 'forkedSender' });
  const kind = mailOf(consignment.parcel)?.kind ?? 'interview';
  if (kind === 'ack') parts.set('ack.json', utf8('not json'));
  const opened: OpenedParcel = {
    manifest: {
      v: 1,
      parcel: consignment.parcel,
      kind,
      class: 'real',
      office: id,
      stream,
      revision: 1,
      parent: null,
      sender: consignment.sender,
      seq: 1,
      prev: null,
      to: ['age1x'],
      at: 0,
      heads: {},
      parts: [],
      tombstones: [],
    },
    manifestHash,
    parts,
    events: [],
  };
  return ok(opened);
};

const inbox = (importParcel: ImportParcel = take, more: Partial<InboxDeps> = {}) =>
  openInbox({
    ...fixedDeps(),
    vault,
    ledger,
    directory,
    desk: { open, fromFile: () => err({ type: 'notAParcel' }) },
    verify: () => Promise.resolve(true),
    class: 'real',
    importParcel,
    ...more,
  });

const take: ImportParcel = ({ manifest }) => {
  imports.push(manifest.parcel);
  return Promise.resolve(ok('taken'));
};

describe('the inbox', () => {
  it('takes everything in once, page by page', async () => {
    const parcels = [await arrives(), await arrives(), await arrives(), await arrives()];
    const mail = inbox();
    expect(await mail.fetch()).toEqual({ type: 'fine' });
    expect(imports).toEqual(parcels);
    await mail.fetch();
    expect(imports).toEqual(parcels);
  });

  it('asks for a newer directory before it refuses a sender it does not know', async () => {
    const parcel = await arrives();
    await inbox().fetch();
    expect(imports).toEqual([parcel]);
    expect(fetched).toBe(2);
  });

  it('puts a stranger’s parcel aside and goes on, and takes it when the stranger has been admitted', async () => {
    const strange = await arrives();
    const admitted = newer;
    newer = known;
    const good = await arrives();
    const mail = inbox();
    expect(await mail.fetch()).toEqual({ type: 'fine' });
    expect(imports).toEqual([good]);
    expect(await ledger.asides()).toMatchObject([
      { problem: 'unknownSender', signed: { consignment: { parcel: strange } }, receivedAt: 5 },
    ]);
    known = { ...admitted, members: [...admitted.members, ...newer.members] };
    newer = known;
    expect(await mail.retryAsides()).toEqual({ type: 'fine' });
    expect(imports).toEqual([good, strange]);
    expect(await ledger.asides()).toEqual([]);
  });

  it('does not put a parcel aside because the line was cut: it comes again', async () => {
    const parcel = await arrives();
    cut = { type: 'unreachable' };
    const mail = inbox();
    expect(await mail.fetch()).toEqual({ type: 'later', problem: { type: 'unreachable' } });
    expect(await ledger.asides()).toEqual([]);
    cut = undefined;
    await mail.fetch();
    expect(imports).toEqual([parcel]);
  });

  it('leaves a parcel at the office while there is no room for it', async () => {
    const parcel = await arrives();
    const full = inbox(() => Promise.resolve(err({ type: 'diskFull' })));
    expect(await full.fetch()).toEqual({ type: 'later', problem: { type: 'diskFull' } });
    expect(await ledger.imported(parcel)).toBeUndefined();
    await inbox().fetch();
    expect(imports).toEqual([parcel]);
  });

  it('looks at everything again in a new epoch, and takes only what is new', async () => {
    const first = await arrives();
    const lost = await arrives();
    const mail = inbox();
    await mail.fetch();
    mailbox = mailbox.slice(0, 1);
    epoch = 2;
    const fresh = await arrives();
    await mail.fetch();
    expect(imports).toEqual([first, lost, fresh]);
  });

  it.each<[ParcelKind, Role]>([
    ['review', 'interviewer'],
    ['ack', 'interviewer'],
    ['ack', 'trainer'],
    ['draft', 'supervisor'],
  ])('does not take a %s from a colleague who is %s', async (kind, role) => {
    await arrives(kind, role);
    await inbox().fetch();
    expect(imports).toEqual([]);
    expect(await ledger.asides()).toMatchObject([{ problem: 'badContents' }]);
  });

  it('takes a review from a supervisor', async () => {
    const parcel = await arrives('review', 'supervisor');
    await inbox().fetch();
    expect(imports).toEqual([parcel]);
  });

  it('puts aside what its room does not understand, and an ack that is none', async () => {
    await arrives();
    await arrives('ack', 'supervisor');
    await inbox(() => Promise.resolve(err({ type: 'badContents' }))).fetch();
    expect(await ledger.asides()).toMatchObject([
      { problem: 'badContents' },
      { problem: 'badContents' },
    ]);
  });

  it('shows two histories of one device', async () => {
    const parcel = await arrives();
    const device = mailOf(parcel)?.parcel.signed.consignment.sender.device;
    await vault.records.put(`seen/${device ?? ''}/1`, sha256('another manifest'));
    await inbox().fetch();
    expect(await ledger.asides()).toMatchObject([{ problem: 'forkedSender' }]);
  });

  it('passes over what this device has sent itself', async () => {
    const parcel = await someParcel(id, officeKey, 1);
    const { consignment } = parcel.signed;
    const own = { member: newId(MemberId, systemRandom), device: vault.device, key: officeKey };
    const signed = { ...parcel.signed, consignment: { ...consignment, sender: own } };
    mailbox.push({ parcel: { ...parcel, signed }, kind: 'interview', cursor: 1 });
    expect(await inbox().fetch()).toEqual({ type: 'fine' });
    expect(fetched).toBe(0);
  });
});
