import * as z from 'zod/mini';
import type { Signer } from '../../base/deps.ts';
import {
  Millis,
  ParcelId,
  Sha256,
  VaultId,
  type DeviceId,
  type EventId,
  type MemberId,
} from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { Journal, Saved, StoreProblem } from '../../journal/model/port.ts';
import type { SoundHandOver, SoundStore } from './sound.ts';

/** What the lock screen may show of a vault: nothing that says who, but the initials its owner chose. */
export const VaultCard = z.object({
  vault: VaultId,
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(12)),
  createdAt: Millis,
  /** WebAuthn credential id (base64url) and PRF salt (hex), when a passkey can open it. */
  passkey: z.nullable(z.object({ credential: z.string(), salt: z.string() })),
  /** True when an office's recovery key can open it. */
  recoverable: z.boolean(),
  /**
   * A vault that somebody learns with (training module 5): invented words, no office, and never on the lock screen.
   * Without it: a real one.
   */
  class: z.optional(z.literal('practice')),
});
export type VaultCard = z.infer<typeof VaultCard>;

export type UnlockSecret =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  /** 32 bytes from the WebAuthn PRF extension. */
  | { readonly type: 'passkey'; readonly output: Uint8Array }
  /** An age identity from the office's recovery sheet. */
  | { readonly type: 'recovery'; readonly identity: string };

/**
 * Why a vault did not open. `wrongSecret` is the same for every wrong secret and for no such vault: nothing is
 * learnt from it. `waitMs` is how long until the next try is taken; it grows 1, 2, 4 … 60 s and survives a reload.
 */
export type VaultProblem =
  | { readonly type: 'wrongSecret'; readonly waitMs: number }
  | { readonly type: 'mustWait'; readonly waitMs: number }
  | { readonly type: 'openElsewhere' }
  | { readonly type: 'vaultDamaged' }
  | { readonly type: 'weakPassphrase' }
  /** Stored derivation below the floor (OWASP: 19 MiB, t=2) or absurdly high: someone may have changed it. */
  | { readonly type: 'weakDerivation' }
  | StoreProblem;

export interface NewVault {
  readonly label: string;
  readonly passphrase: string;
  readonly member: MemberId;
  readonly device: DeviceId;
  /** Age recipients (all of one class) that can open the vault when the passphrase is forgotten; may be set later. */
  readonly recovery: readonly string[];
  readonly class?: 'practice';
}

/** State of the two copies, for the status line: what is not well is said, never swallowed. */
export interface StoreStatus {
  /** open: the database failed and is no longer used in this page; everything goes to the reserve alone. */
  readonly breaker: 'closed' | 'open';
  readonly cause: string | null;
  /** How many rows the start found in the reserve but not in the database, and put back. */
  readonly restored: number;
  /** What navigator.storage.persist() answered. */
  readonly persisted: boolean;
  /** Streams whose head row says there should be more than is found. */
  readonly damaged: number;
}

/** Small sealed records by name: identity, directory, guides, who-was-sent-what. Two copies like everything else. */
export interface Records {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<Result<Saved, StoreProblem>>;
  remove(name: string): Promise<Result<Saved, StoreProblem>>;
  /** Names that begin with the prefix. */
  names(prefix: string): Promise<readonly string[]>;
}

/**
 * A parcel on its way. It holds ciphertext and signatures only, so it can be sent while the vault is locked.
 * The vault does not look inside `consignment` and `receipt`; sync/ parses them.
 */
export const OutboxItem = z.object({
  parcel: ParcelId,
  consignment: z.unknown(),
  objects: z.array(Sha256),
  addedAt: Millis,
  receipt: z.unknown(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

export interface Outbox {
  /** Keeps one object of a parcel that is still being packed; `sweep` takes it away if the parcel never comes. */
  stage(hash: Sha256, bytes: Uint8Array): Promise<Result<'kept', StoreProblem>>;
  /** Forgets every object that no parcel names. Not while one is being packed. */
  sweep(): Promise<void>;
  /**
   * Keeps the parcel and those of its objects that were not staged; resolves when all is on disk. Adding the same
   * parcel again changes nothing. `storeFailed` with the name `staged`: an object that was staged has been swept
   * away since, and the parcel has to be packed once more.
   */
  add(
    item: OutboxItem,
    objects: ReadonlyMap<Sha256, Uint8Array>,
  ): Promise<Result<'kept', StoreProblem>>;
  /** Oldest first. */
  list(): Promise<readonly OutboxItem[]>;
  object(hash: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Keeps the receipt beside the parcel. The objects stay until `drop`. */
  receive(parcel: ParcelId, receipt: unknown): Promise<Result<'kept', StoreProblem>>;
  /** Forgets a parcel and those of its objects that no other parcel names. */
  drop(parcel: ParcelId): Promise<void>;
}

/** An unlocked vault, inside the vault worker. It is closed by ending the worker. */
export interface OpenVault {
  readonly vault: VaultId;
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly journal: Journal<'real'>;
  readonly records: Records;
  readonly outbox: Outbox;
  /** Sound beside the journal; loaded when it is first asked for. */
  sound(): Promise<SoundStore>;
  /** The device's Ed25519 key. */
  readonly signer: Signer;
  /** The person's own age identities and recipients: one of each class, from the start. */
  readonly age: {
    readonly identities: { readonly x25519: string; readonly hybrid: string };
    readonly recipients: { readonly x25519: string; readonly hybrid: string };
  };
  status(): StoreStatus;
  onStatus(listener: (status: StoreStatus) => void): () => void;
  /** Marks these events as received by the office: the reserve need not carry them any longer. */
  settle(events: readonly EventId[]): Promise<void>;
  setPasskey(
    passkey: { credential: string; salt: string; output: Uint8Array } | null,
  ): Promise<Result<Saved, StoreProblem>>;
  changePassphrase(passphrase: string): Promise<Result<Saved, VaultProblem>>;
  /** Wraps the data key for the office's recovery recipients (all of one class). */
  setRecovery(recipients: readonly string[]): Promise<Result<Saved, StoreProblem>>;
  /** Flushes what is under way and gives up the files and locks, so that another tab can take over. */
  close(): Promise<void>;
}

/** A recording that goes on beside a locked vault. */
export interface KeptSound extends Pick<SoundStore, 'append'> {
  close(): Promise<void>;
}

/** The vaults of this device. Lives in the vault worker. */
export interface VaultHost {
  cards(): Promise<readonly VaultCard[]>;
  create(input: NewVault): Promise<Result<OpenVault, VaultProblem>>;
  unlock(vault: VaultId, secret: UnlockSecret): Promise<Result<OpenVault, VaultProblem>>;
  /** Goes on with one recording of a vault that stays locked, with the keys handed over and no others. */
  keepSound(vault: VaultId, handOver: SoundHandOver): Promise<Result<KeptSound, VaultProblem>>;
  /** The outbox of a vault that stays locked. */
  outbox(vault: VaultId): Promise<Outbox>;
  /** Destroys a vault: its keys are overwritten, then its files and database removed. */
  destroy(vault: VaultId): Promise<void>;
}
