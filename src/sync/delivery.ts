import { sha256, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Deps, Verify } from '../base/deps.ts';
import type { EventId, MemberId, ParcelId, Sha256, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { headsOf } from '../journal/model/merge.ts';
import type { OpenedStream } from '../journal/model/port.ts';
import type { ParcelClass } from '../parcel/model/consignment.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { PackedParcel, ParcelDesk, PlainPart } from '../parcel/model/port.ts';
import type { OpenVault, OutboxItem, Records } from '../vault/model/port.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { readRecord, type Ledger } from './ledger.ts';
import { Dispatch, Mark, Sequence, type Ack, type Sent } from './model/kept.ts';
import type { SyncProblem } from './model/problem.ts';
import { addressees } from './model/recipients.ts';
import { isReceiptFor, passageOf } from './outbox.ts';

/** What a room puts into a parcel of its kind; `app/` connects the rooms, so sync/ knows none of them. */
export interface Contents {
  /** What of the stream goes along, e.g. only the flag in a safety parcel; parcel/ checks it against its table. */
  readonly events: readonly JournalEvent[];
  readonly parts: readonly PlainPart[];
  readonly tombstones: readonly EventId[];
  /** Whose words it is about: the addressee of a review. Null where the kind goes to others. */
  readonly author: MemberId | null;
}

export type PartsOf = (
  kind: ParcelKind,
  stream: StreamId,
  opened: OpenedStream,
  records: Records,
) => Promise<Contents>;

export interface DeliveryDeps extends Deps {
  readonly vault: OpenVault;
  readonly desk: Pick<ParcelDesk, 'pack' | 'toFile'>;
  readonly directory: DirectoryDesk;
  readonly ledger: Ledger;
  readonly verify: Verify;
  readonly class: ParcelClass;
  readonly partsOf: PartsOf;
}

export interface SavedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False when this device could not keep the parcel: the file is then the only sealed copy. */
  readonly alsoInOutbox: boolean;
}

export interface Delivery {
  /** Packs the stream as it is now and keeps it for sending. The same content again is not packed again. */
  deliver(kind: ParcelKind, stream: StreamId): Promise<Result<ParcelId, SyncProblem>>;
  /** The same parcel as one `.aterblick` file, also when the outbox can't be written. */
  saveFile(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<SavedFile, SyncProblem>>;
  /** Tells the senders that a supervisor has opened what came of this stream. */
  acknowledge(stream: StreamId): Promise<Result<'told', SyncProblem>>;
  /** Checks new receipts against the pinned key and writes them down; lets go what no longer need be kept. */
  settle(): Promise<Result<'settled', SyncProblem>>;
}

/** A backup is kept 30 days at most (DESIGN section 9), so no restore can lack what was received before that. */
const KEEP_AFTER_RECEIPT_MS = 31 * 24 * 60 * 60_000;

export function openDelivery(deps: DeliveryDeps): Delivery {
  const { vault, ledger, clock } = deps;
  let lastSequence: Sequence | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** One at a time: two parcels packed at once would claim the same place in the sequence. */
  function serially<T>(task: () => Promise<T>): Promise<T> {
    const next = last.then(task, task);
    // The caller hears of a failure; the next in line must not.
    last = next.catch(() => undefined);
    return next;
  }

  interface Packed {
    readonly packed: PackedParcel;
    /** Whether the number in the sequence and the parcel's content could be written down. */
    readonly noted: Result<'kept', SyncProblem>;
  }

  interface Draft {
    readonly kind: ParcelKind;
    readonly stream: StreamId;
    readonly content: Sha256;
    readonly contents: Contents;
  }

  async function pack(
    { identity, directory }: Membership,
    { kind, stream, content, contents }: Draft,
  ): Promise<Result<Packed, SyncProblem>> {
    const earlier = (await ledger.sentOf(stream, kind)).at(-1);
    const sequence = lastSequence ??
      (await readRecord(vault.records, 'sequence', Sequence)) ?? { seq: 0, prev: null };
    const revision = (earlier?.revision ?? 0) + 1;
    const sender = { member: identity.member, recipients: { ...vault.age.recipients } };
    const { mailboxes, to } = addressees(kind, directory, sender, contents.author);
    const packed = await deps.desk.pack(
      {
        kind,
        class: deps.class,
        office: identity.office,
        stream,
        revision,
        parent: earlier?.parcel ?? null,
        sender: { member: vault.member, device: vault.device },
        seq: sequence.seq + 1,
        prev: sequence.prev,
        recipients: mailboxes,
        to,
        events: contents.events,
        tombstones: contents.tombstones,
        parts: contents.parts,
      },
      vault.signer,
      deps,
    );
    if (!packed.ok) return packed;
    // Before the parcel can leave: a number used twice would look like two histories of this device.
    lastSequence = { seq: sequence.seq + 1, prev: packed.value.manifestHash };
    const counted = await vault.records.put('sequence', lastSequence);
    const sent: Sent = {
      parcel: packed.value.signed.consignment.parcel,
      stream,
      kind,
      revision,
      content,
      heads: headsCopy(contents.events),
      at: clock.now(),
      receivedAt: null,
      opened: [],
    };
    const noted = counted.ok ? await ledger.putSent(sent) : counted;
    // A file can still carry it out when nothing can be written here; the caller decides.
    return ok({ packed: packed.value, noted });
  }

  async function keep(
    { identity }: Membership,
    { packed: { signed, objects }, noted }: Packed,
  ): Promise<Result<'kept', SyncProblem>> {
    if (!noted.ok) return noted;
    const dispatch: Dispatch = { signed, officeKey: identity.officeKey };
    const item: OutboxItem = {
      parcel: signed.consignment.parcel,
      consignment: dispatch,
      objects: [...objects.keys()],
      addedAt: clock.now(),
      receipt: null,
    };
    return vault.outbox.add(item, objects);
  }

  /** The parcel already packed with this content, if it is still here or the office has it. */
  async function packedBefore(kind: ParcelKind, stream: StreamId, content: Sha256) {
    const items = new Map((await vault.outbox.list()).map((item) => [item.parcel, item]));
    return (await ledger.sentOf(stream, kind)).findLast((sent) => {
      const item = items.get(sent.parcel);
      return sent.content === content && (item ? isWhole(item) : sent.receivedAt !== null);
    });
  }

  async function prepare(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<{ readonly current: Membership; readonly draft: Draft }, SyncProblem>> {
    const current = await deps.directory.membership();
    if (!current) return err({ type: 'notEnrolled' });
    const opened = await vault.journal.open(stream);
    if (!opened) return err({ type: 'noSuchStream' });
    const contents = await deps.partsOf(kind, stream, opened, vault.records);
    const content = fingerprint(kind, contents.events, opened);
    return ok({ current, draft: { kind, stream, content, contents } });
  }

  async function deliver(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<ParcelId, SyncProblem>> {
    const prepared = await prepare(kind, stream);
    if (!prepared.ok) return prepared;
    const { current, draft } = prepared.value;
    const before = await packedBefore(kind, stream, draft.content);
    if (before) return ok(before.parcel);
    const packed = await pack(current, draft);
    if (!packed.ok) return packed;
    const kept = await keep(current, packed.value);
    if (!kept.ok) return kept;
    const { parcel } = packed.value.packed.signed.consignment;
    if (draft.contents.tombstones.length > 0) await dropOlder(parcel, kind, stream);
    return ok(parcel);
  }

  /** Words taken back must not leave after all: older revisions that still hold them go, the new one has the rest. */
  async function dropOlder(newest: ParcelId, kind: ParcelKind, stream: StreamId): Promise<void> {
    const older = new Set((await ledger.sentOf(stream, kind)).map((sent) => sent.parcel));
    older.delete(newest);
    for (const item of await vault.outbox.list()) {
      if (older.has(item.parcel)) await vault.outbox.drop(item.parcel);
    }
  }

  async function saveFile(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<SavedFile, SyncProblem>> {
    const prepared = await prepare(kind, stream);
    if (!prepared.ok) return prepared;
    const { current, draft } = prepared.value;
    const before = await packedBefore(kind, stream, draft.content);
    const item = (await vault.outbox.list()).find((each) => each.parcel === before?.parcel);
    if (item) {
      const objects = new Map<Sha256, Uint8Array>();
      for (const hash of item.objects) {
        const bytes = await vault.outbox.object(hash);
        if (bytes && sha256(bytes) === hash) objects.set(hash, bytes);
      }
      if (objects.size === item.objects.length) {
        const { signed } = Dispatch.parse(item.consignment);
        return ok({ bytes: deps.desk.toFile({ signed, objects }), alsoInOutbox: true });
      }
    }
    const packed = await pack(current, draft);
    if (!packed.ok) return packed;
    // Kept for the network too if it can be; the file is the person's either way.
    const kept = await keep(current, packed.value);
    return ok({ bytes: deps.desk.toFile(packed.value.packed), alsoInOutbox: kept.ok });
  }

  async function acknowledge(stream: StreamId): Promise<Result<'told', SyncProblem>> {
    const current = await deps.directory.membership();
    if (!current) return err({ type: 'notEnrolled' });
    const untold = (await ledger.allImported()).filter(
      (each) =>
        each.stream === stream &&
        each.acknowledgedAt === null &&
        (each.kind === 'interview' || each.kind === 'safety'),
    );
    for (const [author, parcels] of Map.groupBy(untold, (each) => each.sender)) {
      const ack: Ack = { v: 1, parcels: parcels.map((each) => each.parcel), at: clock.now() };
      const body = canonical(ack);
      const packed = await pack(current, {
        kind: 'ack',
        stream,
        content: sha256(body),
        contents: {
          events: [],
          parts: [{ path: 'ack.json', bytes: utf8(body) }],
          tombstones: [],
          author,
        },
      });
      if (!packed.ok) return packed;
      const kept = await keep(current, packed.value);
      if (!kept.ok) return kept;
      for (const each of parcels) {
        const noted = await ledger.putImported({ ...each, acknowledgedAt: clock.now() });
        if (!noted.ok) return noted;
      }
    }
    return ok('told');
  }

  async function settle(): Promise<Result<'settled', SyncProblem>> {
    const current = await deps.directory.membership();
    if (!current) return err({ type: 'notEnrolled' });
    const { officeKey } = current.identity;
    const sent = new Map((await ledger.allSent()).map((each) => [each.parcel, each]));
    for (const item of await vault.outbox.list()) {
      const mark = Mark.parse(item.receipt);
      const known = sent.get(item.parcel);
      if (mark?.type !== 'receipt' || !known) continue;
      const { consignment } = Dispatch.parse(item.consignment).signed;
      // While locked the key stood beside the parcel, in clear; here it comes from the sealed record.
      if (!(await isReceiptFor(mark.signed, consignment, officeKey, deps.verify))) {
        const again = await vault.outbox.receive(item.parcel, null);
        if (!again.ok) return again;
        continue;
      }
      if (known.receivedAt === null) {
        const noted = await ledger.received(item.parcel, mark.signed.receipt.at);
        if (!noted.ok) return noted;
        await settleStream(known);
      } else if (clock.now() - mark.signed.receipt.at > KEEP_AFTER_RECEIPT_MS) {
        await vault.outbox.drop(item.parcel);
      }
    }
    return ok('settled');
  }

  /** The reserve may let go of a stream only if nothing was written since the parcel was packed. */
  async function settleStream(sent: Sent): Promise<void> {
    if (sent.kind === 'ack') return;
    const opened = await vault.journal.open(sent.stream);
    if (opened && canonical(headsOf(opened.events)) === canonical(sent.heads)) {
      await vault.settle(sent.stream);
    }
  }

  return {
    deliver: (kind, stream) => serially(() => deliver(kind, stream)),
    saveFile: (kind, stream) => serially(() => saveFile(kind, stream)),
    acknowledge: (stream) => serially(() => acknowledge(stream)),
    settle: () => serially(settle),
  };
}

/** A refused parcel counts as packed; one whose objects are damaged here does not, and is packed anew. */
function isWhole(item: OutboxItem): boolean {
  const passage = passageOf(item);
  return passage.type !== 'refused' || passage.code !== 'objectLost';
}

/** What a parcel of this kind would hold. Only a draft parcel carries what has not settled yet. */
function fingerprint(
  kind: ParcelKind,
  events: readonly JournalEvent[],
  { drafts }: OpenedStream,
): Sha256 {
  return sha256(canonical({ heads: headsOf(events), drafts: kind === 'draft' ? drafts : [] }));
}

const headsCopy = (events: readonly JournalEvent[]): Sent['heads'] =>
  Object.fromEntries(
    Object.entries(headsOf(events)).map(([device, [count, tip]]) => [device, [count, tip]]),
  );
