import { sha256 } from '../base/bytes.ts';
import type { Deps, Random } from '../base/deps.ts';
import type { EventId, MemberId, ParcelId, Sha256, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { headsOf } from '../journal/model/merge.ts';
import type { EventOf } from '../journal/model/port.ts';
import { classOf, type ParcelKind } from '../parcel/model/manifest.ts';
import type { PackedParcel, PackWay, ParcelDesk, PlainPart } from '../parcel/model/port.ts';
import type { OpenVault, OutboxItem } from '../vault/model/port.ts';
import type { Membership } from './directory.ts';
import { readRecord, type Ledger } from './ledger.ts';
import { Dispatch, Sequence, type Sent } from './model/kept.ts';
import type { SyncProblem } from './model/problem.ts';
import { addressees, isResealed } from './model/recipients.ts';
import { passageOf } from './model/passage.ts';

/** What a room puts into a parcel of its kind; `app/` connects the rooms, so sync/ knows none of them. */
export interface Contents {
  /** What of the stream goes along, e.g. only the flag in a safety parcel; parcel/ checks it against its table. */
  readonly events: readonly EventOf<'real'>[];
  readonly parts: Iterable<PlainPart> | AsyncIterable<PlainPart>;
  readonly tombstones: readonly EventId[];
  /** Whom it is for, where the kind goes to named people: whose interview a review is about, who is to hold a talk. */
  readonly named: readonly MemberId[];
}

export interface SavedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** False when this device could not keep the parcel: the file is then the only sealed copy. */
  readonly alsoInOutbox: boolean;
}

/** A parcel before it is sealed. */
export interface Draft {
  readonly kind: ParcelKind;
  readonly stream: StreamId;
  /** Fingerprint of the contents. */
  readonly content: Sha256;
  readonly contents: Contents;
}

export interface Packed {
  readonly packed: PackedParcel;
  /** Whether its number and its content could be written down here. */
  readonly noted: Result<'kept', SyncProblem>;
}

export interface PackingDeps extends Deps {
  readonly vault: OpenVault;
  readonly desk: Pick<ParcelDesk, 'pack' | 'toFile'>;
  readonly ledger: Ledger;
}

/** Numbers, addresses, seals and keeps parcels. Callers take turns: two at once would claim the same number. */
export interface Packing {
  /**
   * The parcel already packed with this content, if it is still here or the office has it. One of what newcomers need
   * too counts only if it went to all who should have it today.
   */
  before(current: Membership, draft: Draft): Promise<Sent | undefined>;
  pack(current: Membership, draft: Draft, way?: PackWay): Promise<Result<Packed, SyncProblem>>;
  /** Puts it into the outbox, which makes it part of every round until the receipt. */
  keep(current: Membership, packed: Packed): Promise<Result<'kept', SyncProblem>>;
  /** A parcel as it lies in the outbox, if it is there and whole. */
  file(parcel: ParcelId | undefined): Promise<SavedFile | undefined>;
}

export function openPacking(deps: PackingDeps): Packing {
  const { vault, ledger, clock } = deps;
  let lastSequence: Sequence | undefined;
  const addresseesOf = (
    { identity, directory }: Pick<Membership, 'identity' | 'directory'>,
    kind: ParcelKind,
    named: readonly MemberId[],
  ) => {
    const sender = { member: identity.member, recipients: { ...vault.age.recipients } };
    return addressees(kind, directory, sender, named);
  };
  const mailboxesOf = (...of: Parameters<typeof addresseesOf>) => addresseesOf(...of).mailboxes;

  return {
    before: async (current, { kind, stream, content, contents }) => {
      const wanted = isResealed(kind) ? mailboxesOf(current, kind, contents.named) : [];
      const items = new Map((await vault.outbox.list()).map((item) => [item.parcel, item]));
      return (await ledger.sentOf(stream, kind)).findLast((sent) => {
        const item = items.get(sent.parcel);
        return (
          sent.content === content &&
          wanted.every((member) => sent.mailboxes?.includes(member)) &&
          (item ? isWhole(item) : sent.receivedAt !== null)
        );
      });
    },
    pack: async ({ identity, directory }, { kind, stream, content, contents }, way) => {
      const { mailboxes, to } = addresseesOf({ identity, directory }, kind, contents.named);
      // Before a number is claimed: practice where there is no trainer.
      if (mailboxes.length === 0) return err({ type: 'noRecipients' });
      const earlier = (await ledger.sentOf(stream, kind)).at(-1);
      const sequence = lastSequence ??
        (await readRecord(vault.records, 'sequence', Sequence)) ?? { seq: 0, prev: null };
      // Before anything is sealed under it: a number used twice would look like two histories of this device, and what
      // can't be written down here is forgotten at the next unlocking, though its file may be on its way.
      const claimed = { ...sequence, seq: sequence.seq + 1 };
      const canClaim = (await vault.records.put('sequence', claimed)).ok;
      const seq = canClaim ? claimed.seq : claimed.seq + farAway(deps.random);
      const revision = (earlier?.revision ?? 0) + 1;
      const packed = await deps.desk.pack(
        {
          kind,
          class: classOf(kind),
          office: identity.office,
          stream,
          revision,
          parent: earlier?.parcel ?? null,
          sender: { member: vault.member, device: vault.device },
          seq,
          prev: sequence.prev,
          recipients: mailboxes,
          to,
          events: contents.events,
          tombstones: contents.tombstones,
          parts: contents.parts,
        },
        vault.signer,
        deps,
        way,
      );
      if (!packed.ok) return packed;
      lastSequence = { seq, prev: packed.value.manifestHash };
      const counted = await vault.records.put('sequence', lastSequence);
      const sent: Sent = {
        parcel: packed.value.signed.consignment.parcel,
        stream,
        kind,
        revision,
        content,
        heads: headsCopy(contents.events),
        mailboxes: [...mailboxes],
        at: clock.now(),
        receivedAt: null,
        opened: [],
      };
      const noted = counted.ok ? await ledger.putSent(sent) : counted;
      // A file can still carry it out when nothing can be written here; the caller decides.
      return ok({ packed: packed.value, noted });
    },
    keep: async ({ identity }, { packed: { signed, objects }, noted }) => {
      if (!noted.ok) return noted;
      const dispatch: Dispatch = { signed, officeKey: identity.officeKey };
      const item: OutboxItem = {
        parcel: signed.consignment.parcel,
        consignment: dispatch,
        objects: signed.consignment.objects.map(({ hash }) => hash),
        addedAt: clock.now(),
        receipt: null,
      };
      return vault.outbox.add(item, objects);
    },
    file: async (parcel) => {
      const item = (await vault.outbox.list()).find((each) => each.parcel === parcel);
      if (!item) return undefined;
      const objects = new Map<Sha256, Uint8Array>();
      for (const hash of item.objects) {
        const bytes = await vault.outbox.object(hash);
        if (!bytes || sha256(bytes) !== hash) return undefined;
        objects.set(hash, bytes);
      }
      const { signed } = Dispatch.parse(item.consignment);
      return { bytes: deps.desk.toFile({ signed, objects }), alsoInOutbox: true };
    },
  };
}

/** A distance that counting one by one never covers, and that no two forgotten numbers share: 40 random bits. */
const farAway = (random: Random): number =>
  random.bytes(5).reduce((sum, byte) => sum * 256 + byte, 0) + 2 ** 20;

/** A refused parcel counts as packed; one whose objects are damaged here does not, and is packed anew. */
function isWhole(item: OutboxItem): boolean {
  const passage = passageOf(item);
  return passage.type !== 'refused' || passage.code !== 'objectLost';
}

const headsCopy = (events: readonly JournalEvent[]): Sent['heads'] =>
  Object.fromEntries(
    Object.entries(headsOf(events)).map(([device, [count, tip]]) => [device, [count, tip]]),
  );
