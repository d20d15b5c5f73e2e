import { sha256, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Verify } from '../base/deps.ts';
import type { ParcelId, Sha256, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { headsOf } from '../journal/model/merge.ts';
import type { OpenedStream } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { Records } from '../vault/model/port.ts';
import { makeLine } from '../vault/line.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { isReplacing, markReplacing, replacedKinds } from './erasures.ts';
import type { Ack, Sent } from './model/kept.ts';
import type { SyncProblem } from './model/problem.ts';
import { mayCarry } from './model/carries.ts';
import { addressees, isResealed } from './model/recipients.ts';
import { toBring } from './model/sender.ts';
import {
  openPacking,
  type Contents,
  type Draft,
  type PackingDeps,
  type SavedFile,
} from './packing.ts';
import { settleReceipts } from './settle.ts';

/** What a room puts into a parcel of its kind; `app/` connects the rooms, so sync/ knows none of them. */
export type PartsOf = (
  kind: Deliverable,
  stream: StreamId,
  opened: OpenedStream<'real'>,
  records: Records,
) => Promise<Contents>;

export interface DeliveryDeps extends PackingDeps {
  readonly directory: DirectoryDesk;
  readonly verify: Verify;
  readonly partsOf: PartsOf;
}

/** What a person hands over; an ack follows by itself from opening. */
export type Deliverable = Exclude<ParcelKind, 'ack'>;

export interface Delivery {
  /**
   * Packs the stream as it is now and keeps it for sending, a part at a time. The same content again is not packed
   * again. When the signal aborts before it is kept, the answer is `cancelled` and nothing of it stays.
   */
  deliver(
    kind: Deliverable,
    stream: StreamId,
    signal?: AbortSignal,
  ): Promise<Result<ParcelId, SyncProblem>>;
  /**
   * The same parcel as one `.aterblick` file, also when the outbox can't be written. Of kind `ack`: the newest one
   * that acknowledge() has packed, for a delivery that goes by file both ways.
   */
  saveFile(kind: ParcelKind, stream: StreamId): Promise<Result<SavedFile, SyncProblem>>;
  /** Tells the senders that a supervisor has opened what came of this stream. */
  acknowledge(stream: StreamId): Promise<Result<'told', SyncProblem>>;
  /**
   * Of these streams, those of which something written here is in no parcel yet, or only in parcels from before
   * somebody joined who needs them. Cheap: no stream is opened.
   */
  lagging(
    kind: Deliverable,
    rows: readonly { readonly stream: StreamId; readonly own: number }[],
  ): Promise<readonly StreamId[]>;
  /** Checks new receipts against the pinned key and writes them down; lets go what no longer need be kept. */
  settle(): Promise<Result<'settled', SyncProblem>>;
}

export function openDelivery(deps: DeliveryDeps): Delivery {
  const released = new Set<ParcelId>();
  const { vault, ledger, clock } = deps;
  const packing = openPacking(deps);
  /** One at a time: two parcels packed at once would claim the same place in the sequence. */
  const serially = makeLine();

  async function prepare(
    kind: Deliverable,
    stream: StreamId,
  ): Promise<Result<{ readonly current: Membership; readonly draft: Draft }, SyncProblem>> {
    const current = await deps.directory.membership();
    if (!current) return err({ type: 'notEnrolled' });
    const opened = await vault.journal.open(stream);
    if (!opened) return err({ type: 'noSuchStream' });
    if (!mayCarry(kind, vault.journal.class, opened.kind)) {
      throw new Error(`delivery: no ${opened.kind} in a parcel of kind ${kind}`);
    }
    const all = await deps.partsOf(kind, stream, opened, vault.records);
    const contents = { ...all, events: toBring(kind, all.events, vault.member) };
    const content = fingerprint(kind, contents.events, opened);
    return ok({ current, draft: { kind, stream, content, contents } });
  }

  async function deliver(
    kind: Deliverable,
    stream: StreamId,
    signal: AbortSignal | undefined,
  ): Promise<Result<ParcelId, SyncProblem>> {
    const prepared = await prepare(kind, stream);
    if (!prepared.ok) return prepared;
    const { current, draft } = prepared.value;
    const before = await packing.before(current, draft);
    // A crash may have come between packing and this.
    if (before) return replace(before.parcel, current, draft);
    const packed = await packing.pack(current, draft, { keep: vault.outbox.stage, signal });
    const kept = packed.ok ? await packing.keep(current, packed.value) : packed;
    if (!kept.ok) await vault.outbox.sweep();
    if (!packed.ok) return packed;
    if (!kept.ok) return kept;
    const { parcel } = packed.value.packed.signed.consignment;
    return replace(parcel, current, draft);
  }

  /** Where it takes words back, older parcels go from here, and at the next contact from the office. */
  async function replace(
    parcel: ParcelId,
    current: Membership,
    { kind, stream, contents }: Draft,
  ): Promise<Result<ParcelId, SyncProblem>> {
    const tombstones = contents.tombstones.length;
    if (tombstones > 0) await dropOlder(parcel, kind, stream);
    if (!isReplacing(kind, tombstones)) return ok(parcel);
    const sent = (await ledger.sentOf(stream, kind)).find((each) => each.parcel === parcel);
    if (!sent) return ok(parcel);
    const { revision, at } = sent;
    const sender = current.identity.member;
    const replacing = { parcel, stream, kind, sender, revision, at };
    const marked = await markReplacing(vault.records, replacing);
    return marked.ok ? ok(parcel) : marked;
  }

  /** Words taken back must not leave after all: older parcels that still hold them go; the new one has the rest. */
  async function dropOlder(newest: ParcelId, kind: ParcelKind, stream: StreamId): Promise<void> {
    const kinds = replacedKinds(kind);
    const older = new Set(
      (await ledger.allSent())
        .filter((sent) => sent.stream === stream && kinds.includes(sent.kind))
        .map((sent) => sent.parcel),
    );
    older.delete(newest);
    for (const item of await vault.outbox.list()) {
      if (older.has(item.parcel)) await vault.outbox.drop(item.parcel);
    }
  }

  async function saveFile(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<SavedFile, SyncProblem>> {
    if (kind === 'ack') {
      const ack = await packing.file((await ledger.sentOf(stream, kind)).at(-1)?.parcel);
      return ack ? ok(ack) : err({ type: 'noSuchStream' });
    }
    const prepared = await prepare(kind, stream);
    if (!prepared.ok) return prepared;
    const { current, draft } = prepared.value;
    const before = await packing.before(current, draft);
    const ready = await packing.file(before?.parcel);
    if (ready) return ok(ready);
    const packed = await packing.pack(current, draft);
    if (!packed.ok) return packed;
    // Kept for the network too if it can be; the file is the person's either way.
    const kept = await packing.keep(current, packed.value);
    // What can't be marked now is marked when it is delivered; the file waits for nothing.
    if (kept.ok) await replace(packed.value.packed.signed.consignment.parcel, current, draft);
    return ok({ bytes: deps.desk.toFile(packed.value.packed), alsoInOutbox: kept.ok });
  }

  async function acknowledge(stream: StreamId): Promise<Result<'told', SyncProblem>> {
    const current = await deps.directory.membership();
    if (!current) return err({ type: 'notEnrolled' });
    const untold = (await ledger.allImported()).filter(
      (each) =>
        each.stream === stream &&
        each.acknowledgedAt === null &&
        (each.kind === 'interview' || each.kind === 'safety' || each.kind === 'concern'),
    );
    for (const [author, parcels] of Map.groupBy(untold, (each) => each.sender)) {
      const ack: Ack = { v: 1, parcels: parcels.map((each) => each.parcel), at: clock.now() };
      const body = canonical(ack);
      const packed = await packing.pack(current, {
        kind: 'ack',
        stream,
        content: sha256(body),
        contents: {
          events: [],
          parts: [{ path: 'ack.json', bytes: utf8(body) }],
          tombstones: [],
          named: [author],
        },
      });
      if (!packed.ok) return packed;
      const kept = await packing.keep(current, packed.value);
      if (!kept.ok) return kept;
      for (const each of parcels) {
        const noted = await ledger.putImported({ ...each, acknowledgedAt: clock.now() });
        if (!noted.ok) return noted;
      }
    }
    return ok('told');
  }

  async function lagging(
    kind: Deliverable,
    rows: readonly { readonly stream: StreamId; readonly own: number }[],
  ): Promise<readonly StreamId[]> {
    const current = await deps.directory.membership();
    if (!current) return [];
    const { identity, directory } = current;
    const sender = { member: identity.member, recipients: { ...vault.age.recipients } };
    const wanted = isResealed(kind) ? addressees(kind, directory, sender, []).mailboxes : [];
    const newest = new Map<StreamId, Sent>();
    for (const sent of await ledger.allSent()) {
      const known = newest.get(sent.stream);
      if (sent.kind === kind && (!known || known.revision < sent.revision))
        newest.set(sent.stream, sent);
    }
    return rows.flatMap(({ stream, own }) => {
      const sent = newest.get(stream);
      const packed = sent?.heads[vault.device]?.[0] ?? 0;
      const isAll = own <= packed && wanted.every((member) => sent?.mailboxes?.includes(member));
      return isAll ? [] : [stream];
    });
  }

  return {
    lagging,
    deliver: (kind, stream, signal) => serially(() => deliver(kind, stream, signal)),
    saveFile: (kind, stream) => serially(() => saveFile(kind, stream)),
    acknowledge: (stream) => serially(() => acknowledge(stream)),
    settle: () => serially(() => settleReceipts({ ...deps, released })),
  };
}

/** What a parcel of this kind would hold. Only a draft parcel carries what has not settled yet. */
function fingerprint(
  kind: ParcelKind,
  events: readonly JournalEvent[],
  { drafts }: OpenedStream,
): Sha256 {
  return sha256(canonical({ heads: headsOf(events), drafts: kind === 'draft' ? drafts : [] }));
}
