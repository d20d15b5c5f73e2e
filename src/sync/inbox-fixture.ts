import { newId, systemRandom, fixedDeps } from '../base/deps.ts';
import { sha256, utf8 } from '../base/bytes.ts';
import { OfficeId, Signature, SignKey, StreamId, type ParcelId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import type { JournalEvent, Writer } from '../journal/model/event.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { OpenedParcel, ParcelDesk } from '../parcel/model/port.ts';
import type { OpenVault } from '../vault/model/port.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { someParcel, type SomeParcel } from './fixture.ts';
import { openInbox, type ImportParcel } from './inbox.ts';
import { openLedger } from './ledger.ts';
import type { Directory, Role } from './model/directory.ts';
import type { MemberOffice } from './model/office.ts';
import type { SyncProblem } from './model/problem.ts';

/* For tests: a mailbox of sealed bytes, and a desk that knows who sent them. The same stream and office always. */

export const id = newId(OfficeId, systemRandom);
export const officeKey = SignKey.parse('c'.repeat(64));
export const stream = newId(StreamId, systemRandom);
const recipients = { x25519: 'age1x', hybrid: 'age1pq1x' };

interface Mail {
  readonly parcel: SomeParcel;
  readonly kind: ParcelKind;
  readonly cursor: number;
  readonly events: readonly JournalEvent[];
}

export type Mailroom = ReturnType<typeof openMailroom>;

/** `known` is the directory accepted here, `newer` the one the office would give. */
export function openMailroom(vault: OpenVault) {
  const ledger = openLedger(vault.records);
  const first: Directory = {
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
  const room: {
    imports: ParcelId[];
    mailbox: Mail[];
    epoch: number;
    fetched: number;
    /** How often the mailbox was asked. */
    asked: number;
    cut: SyncProblem | undefined;
    known: Directory;
    newer: Directory;
    bugs: unknown[];
  } = {
    imports: [],
    mailbox: [],
    epoch: 1,
    fetched: 0,
    asked: 0,
    cut: undefined,
    known: first,
    newer: first,
    bugs: [],
  };

  async function arrives(
    kind: ParcelKind = 'interview',
    role: Role = 'interviewer',
    said: (sender: Writer) => readonly JournalEvent[] = () => [],
  ) {
    const parcel = await someParcel(id, officeKey, 2);
    const { member, device, key } = parcel.signed.consignment.sender;
    const events = said({ author: member, device });
    room.mailbox.push({ parcel, kind, cursor: room.mailbox.length + 1, events });
    const person = { member, name: 'Nils', role, recipients, devices: [{ device, key }] };
    const signature = Signature.parse('0'.repeat(128));
    const certificates = role === 'supervisor' ? [{ member, key, signature }] : [];
    room.newer = {
      ...room.newer,
      version: room.newer.version + 1,
      members: [...room.newer.members, person],
      certificates: [...room.newer.certificates, ...certificates],
    };
    return parcel.signed.consignment.parcel;
  }

  function mailOf(parcel: ParcelId) {
    return room.mailbox.find((each) => each.parcel.signed.consignment.parcel === parcel);
  }

  const office = (): MemberOffice => ({
    directory: () => Promise.resolve(err({ type: 'unreachable' })),
    putDirectory: () => Promise.resolve(err({ type: 'unreachable' })),
    invite: () => Promise.resolve(err({ type: 'unreachable' })),
    erase: () => Promise.resolve(err({ type: 'unreachable' })),
    left: () => Promise.resolve(err({ type: 'unreachable' })),
    leftObject: () => Promise.resolve(err({ type: 'unreachable' })),
    withdrawInvitation: () => Promise.resolve(err({ type: 'unreachable' })),
    joins: () => Promise.resolve(err({ type: 'unreachable' })),
    inbox: (after) => {
      room.asked += 1;
      const left = room.mailbox.filter((each) => each.cursor > after);
      const items = left.slice(0, 2).map(({ parcel, cursor }) => ({
        cursor,
        consignment: parcel.signed,
        receivedAt: 5,
      }));
      return Promise.resolve(ok({ items, epoch: room.epoch, more: left.length > 2 }));
    },
    object: (hash) => {
      room.fetched += 1;
      if (room.cut?.type === 'unreachable') return Promise.resolve(err(room.cut));
      const bytes = room.mailbox.map(({ parcel }) => parcel.objects.get(hash)).find(Boolean);
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
    directory: room.known,
    office: office(),
    admitted: true,
  });

  const directory: DirectoryDesk = {
    membership: () => Promise.resolve(membership()),
    enrol: () => Promise.resolve(err({ type: 'notEnrolled' })),
    change: () => Promise.resolve(err({ type: 'notEnrolled' })),
    refresh: () => {
      room.known = room.newer;
      return Promise.resolve(ok(membership()));
    },
  };

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
      long: [],
      part: () => Promise.resolve(undefined),
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
      events: mailOf(consignment.parcel)?.events ?? [],
    };
    return ok(opened);
  };

  /** Any file holds the parcel that came last. */
  const lastMail: ParcelDesk['fromFile'] = () => {
    const parcel = room.mailbox.at(-1)?.parcel;
    return parcel ? ok(parcel) : err({ type: 'notAParcel' });
  };

  function inbox(importParcel: ImportParcel = take) {
    return openInbox({
      ...fixedDeps(),
      vault,
      ledger,
      directory,
      desk: { open, fromFile: lastMail },
      verify: () => Promise.resolve(true),
      importParcel,
      broke: (cause) => room.bugs.push(cause),
    });
  }

  const take: ImportParcel = ({ manifest }) => {
    room.imports.push(manifest.parcel);
    return Promise.resolve(ok('taken'));
  };

  return Object.assign(room, { vault, ledger, arrives, mailOf, inbox });
}
