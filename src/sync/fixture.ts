import { sha256 } from '../base/bytes.ts';
import { newId, systemRandom, type Random, type Signer } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId, ParcelId, Sha256, type SignKey } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { makeRecoveryKeys, makeRoot } from '../parcel/keys.ts';
import {
  consignmentBytes,
  receiptBytes,
  type Consignment,
  type SignedConsignment,
  type SignedReceipt,
} from '../parcel/model/consignment.ts';
import type { OpenVault, OutboxItem } from '../vault/model/port.ts';
import type { Membership } from './directory.ts';
import type { Dispatch } from './model/kept.ts';
import type { OfficeProblem, PublicOffice } from './model/office.ts';

/* For tests: an office in memory that keeps to the protocol and counts what it does, and parcels of random bytes. */

export interface CountingOffice extends Pick<
  PublicOffice,
  'card' | 'offer' | 'putObject' | 'commit'
> {
  readonly key: SignKey;
  readonly commits: Map<ParcelId, number>;
  /** How often each object was stored anew. */
  readonly stored: Map<Sha256, number>;
  /** A restore from an empty backup: everything is gone, the epoch is higher. */
  restore(): void;
}

export async function countingOffice(office: OfficeId): Promise<CountingOffice> {
  const { signer, key } = await makeRoot(systemRandom);
  const stored = new Map<Sha256, number>();
  const commits = new Map<ParcelId, number>();
  const here = new Set<Sha256>();
  const offers = new Map<ParcelId, Consignment>();
  const receipts = new Map<ParcelId, SignedReceipt>();
  let epoch = 1;
  return {
    key,
    commits,
    stored,
    restore: () => {
      epoch += 1;
      here.clear();
      offers.clear();
      receipts.clear();
    },
    card: () =>
      Promise.resolve(
        ok({ office, officeKey: key, root: null, name: null, epoch, now: 0, bench: false }),
      ),
    offer: ({ consignment }) => {
      const receipt = receipts.get(consignment.parcel);
      if (receipt) return Promise.resolve(ok({ state: 'committed', receipt }));
      offers.set(consignment.parcel, consignment);
      const missing = consignment.objects.map(({ hash }) => hash).filter((hash) => !here.has(hash));
      return Promise.resolve(ok({ state: 'missing', missing }));
    },
    putObject: (_parcel, hash, bytes) => {
      if (sha256(bytes) !== hash) return Promise.resolve(err({ type: 'api', code: 'wrongHash' }));
      if (!here.has(hash)) stored.set(hash, (stored.get(hash) ?? 0) + 1);
      here.add(hash);
      return Promise.resolve(ok('stored'));
    },
    commit: async (parcel) => {
      const known = receipts.get(parcel);
      if (known) return ok(known);
      const consignment = offers.get(parcel);
      if (!consignment) return err({ type: 'api', code: 'notFound' });
      if (!consignment.objects.every(({ hash }) => here.has(hash))) {
        return err({ type: 'api', code: 'objectsMissing' });
      }
      const made = await receiptFor(consignment, signer, epoch);
      receipts.set(parcel, made);
      commits.set(parcel, (commits.get(parcel) ?? 0) + 1);
      return ok(made);
    },
  };
}

export async function receiptFor(
  consignment: Consignment,
  signer: Signer,
  epoch = 1,
): Promise<SignedReceipt> {
  const receipt = {
    v: 1 as const,
    office: consignment.office,
    epoch,
    parcel: consignment.parcel,
    sender: consignment.sender.device,
    manifest: consignment.manifest,
    objects: consignment.objects.map(({ hash }) => hash),
    at: 1_800_000_000_000,
    auditHead: sha256('audit'),
  };
  return { receipt, signature: await signer.sign(receiptBytes(receipt)) };
}

/** The vault's owner as the only member of an invented office that nobody answers for. */
export async function membershipOf(
  { member, device, signer, age }: OpenVault,
  office: OfficeId,
  officeKey: SignKey,
): Promise<Membership> {
  const recovery = await makeRecoveryKeys();
  const nobody = () => Promise.resolve(err({ type: 'unreachable' } as const));
  const role = 'interviewer';
  return {
    identity: { member, device, name: 'Nils', role, office, root: officeKey, officeKey },
    directory: {
      v: 1,
      office,
      name: 'Storby',
      root: officeKey,
      officeKey,
      version: 1,
      prev: null,
      recipientClass: 'x25519',
      recovery: [{ x25519: recovery.x25519.recipient, hybrid: recovery.hybrid.recipient }],
      certificates: [],
      members: [
        {
          member,
          name: 'Nils',
          role,
          recipients: { ...age.recipients },
          devices: [{ device, key: signer.key }],
        },
      ],
      at: 0,
    },
    office: {
      directory: nobody,
      putDirectory: nobody,
      invite: nobody,
      withdrawInvitation: nobody,
      erase: nobody,
      joins: nobody,
      inbox: nobody,
      object: nobody,
      left: nobody,
      leftObject: nobody,
    },
    admitted: true,
  };
}

export interface SomeParcel {
  readonly signed: SignedConsignment;
  readonly item: OutboxItem;
  readonly objects: ReadonlyMap<Sha256, Uint8Array>;
}

/** A consignment of `count` random objects, as an outbox holds it. */
export async function someParcel(
  office: OfficeId,
  officeKey: SignKey,
  count: number,
  random: Random = systemRandom,
): Promise<SomeParcel> {
  const { signer, key } = await makeRoot(random);
  const objects = new Map<Sha256, Uint8Array>();
  for (let index = 0; index < count; index += 1) {
    const bytes = random.bytes(50 + index);
    objects.set(sha256(bytes), bytes);
  }
  const listed = [...objects].map(([hash, bytes]) => ({ hash, length: bytes.length }));
  const consignment: Consignment = {
    v: 1,
    parcel: newId(ParcelId, random),
    class: 'real',
    office,
    sender: { member: newId(MemberId, random), device: newId(DeviceId, random), key },
    recipients: [newId(MemberId, random)],
    manifest: listed[0]?.hash ?? sha256(''),
    objects: listed,
    at: 1_800_000_000_000,
  };
  const signature = await signer.sign(consignmentBytes(consignment));
  const signed = { consignment, signature };
  const dispatch: Dispatch = { signed, officeKey };
  return {
    signed,
    objects,
    item: {
      parcel: consignment.parcel,
      consignment: dispatch,
      objects: [...objects.keys()],
      addedAt: 0,
      receipt: null,
    },
  };
}

export type Fault = 'none' | 'lostOnTheWay' | 'answerLost';

/** Puts a fault into each call as the script says; when the script has ended, all is well. */
export function faulty<T extends CountingOffice>(office: T, script: readonly Fault[]) {
  const left = [...script];
  const through = async <V>(
    call: () => Promise<Result<V, OfficeProblem>>,
  ): Promise<Result<V, OfficeProblem>> => {
    const fault = left.shift() ?? 'none';
    if (fault === 'lostOnTheWay') return err({ type: 'unreachable' });
    const answer = await call();
    return fault === 'answerLost' ? err({ type: 'unreachable' }) : answer;
  };
  return {
    card: () => through(() => office.card()),
    offer: (signed: SignedConsignment) => through(() => office.offer(signed)),
    putObject: (parcel: ParcelId, hash: Sha256, bytes: Uint8Array<ArrayBuffer>) =>
      through(() => office.putObject(parcel, hash, bytes)),
    commit: (parcel: ParcelId) => through(() => office.commit(parcel)),
  };
}
