import type { BugFacts } from '../../base/bug.ts';
import type { DeviceId, MemberId, Millis, ParcelId, StreamId, VaultId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { FieldAct, FieldState, HandOverDrafts, LineState } from '../port.ts';
import type { Guide, GuideRef } from '../../guide/model/guide.ts';
import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import type { SoundPorts, SoundTravels } from '../../interview/sound-ports.ts';
import type { Journal } from '../../journal/model/port.ts';
import type { ParcelKind } from '../../parcel/model/manifest.ts';
import type { LeftAt } from '../../people/model/lost.ts';
import type {
  Directory,
  RecipientClass,
  Role,
  SoundRetention,
} from '../../sync/model/directory.ts';
import type { Aside, Identity } from '../../sync/model/kept.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { OfficeCard } from '../../sync/model/protocol.ts';
import type { RecoverySheet } from '../../sync/found.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import type { StoreStatus, UnlockSecret, VaultCard, VaultProblem } from '../../vault/model/port.ts';
import type { SoundHandOver, SoundStore } from '../../vault/model/sound.ts';
import type { Lists } from './lists.ts';
import type { PackedGuide } from '../guide-over.ts';

type Answer<T, E = SyncProblem> = Promise<Result<T, E>>;

export interface Opened {
  readonly vault: VaultId;
  readonly identity: Identity;
  readonly officeName: string;
}

/** The label and the credential of a vault made for measuring. No authenticator makes such a credential id. */
export const BENCH = 'bench';

/** True for a throw-away vault of the bench, and for no vault that a person can make. */
export const isBench = (card: VaultCard): boolean =>
  card.label === BENCH && card.passkey?.credential === BENCH;

/** One that stands on the lock screen and has an office to send to: neither the bench's nor one to practise with. */
export const isReal = (card: VaultCard): boolean => !isBench(card) && card.class !== 'practice';

/** Some of a recording, for listening; `more`: ask again from where the last one ends. */
export interface SoundPiece {
  readonly slices: readonly SoundSlice[];
  readonly more: boolean;
}

/** Sound beside the journal (vault/model/sound.ts), as it crosses to the page. */
export interface SoundApi {
  soundBegin: SoundStore['begin'];
  soundAppend: SoundStore['append'];
  soundHandOver: SoundStore['handOver'];
  /** In a fresh worker beside a locked vault: from here on `soundAppend` keeps this recording. */
  soundKeep(vault: VaultId, handOver: SoundHandOver): Answer<'kept', VaultProblem>;
  soundCards: SoundStore['cards'];
  soundNotes: SoundStore['notes'];
  /** The head, and what ends after `from` (in ms), about half a megabyte at a time. */
  soundRead(recording: StreamId, from: number): Promise<SoundPiece>;
  /** Strikes out a stretch here and in every parcel that waits; what the office has is replaced. */
  soundStrike: SoundStore['strike'];
  soundKeeping: SoundPorts['keeping'];
  soundTravels: SoundTravels['states'];
  soundCancel: SoundTravels['cancel'];
  soundAgain: SoundTravels['again'];
}

export type BenchProblem = VaultProblem | { readonly type: 'notForBench' };

/** For measuring only (src/app/bench), and refused unless the server was started with --bench. */
export interface BenchApi {
  /** A throw-away vault that `output` opens again, as a passkey would. */
  makeBench(
    output: Uint8Array,
  ): Answer<{ readonly vault: VaultId; readonly member: MemberId }, BenchProblem>;
  openBench(vault: VaultId, output: Uint8Array): Answer<MemberId, BenchProblem>;
}

/** What the page may ask of the vault worker. Everything here crosses `postMessage`, so it is plain data. */
export interface WorkerApi extends BenchApi, SoundApi {
  cards(): Promise<readonly VaultCard[]>;
  officeCard(): Answer<OfficeCard>;
  checkSecret(secret: string): Answer<'right'>;
  found(
    input: FoundVault,
  ): Answer<{ readonly opened: Opened; readonly sheet: RecoverySheet }, SyncProblem | VaultProblem>;
  join(input: JoinVault): Answer<Opened, SyncProblem | VaultProblem>;
  unlock(vault: VaultId, secret: UnlockSecret): Answer<Opened, SyncProblem | VaultProblem>;
  /** Saves what is under way and lets go of the vault's files and locks. */
  close(): Promise<void>;
  storeStatus(): Promise<StoreStatus>;
  setVisible(visible: boolean): Promise<void>;

  /** The streams of a kind that changed since `since`, the stamp of the last answer; 0 for all. */
  listSince: Lists['since'];
  open: Journal['open'];
  append: Journal['append'];
  draft: Journal['draft'];
  take: Journal['take'];
  erase: Journal['erase'];

  guides(): Promise<readonly Guide[]>;
  guide(ref: GuideRef): Promise<PackedGuide | undefined>;
  keepGuide(guide: Guide): Answer<'kept'>;

  admitted(): Promise<boolean>;
  directory(): Promise<Directory | undefined>;
  deliver(kind: Exclude<ParcelKind, 'ack'>, stream: StreamId): Answer<ParcelId>;
  deliveries(): Promise<readonly DeliveryRow[]>;
  acknowledge(stream: StreamId): Answer<'told'>;
  /** Erases here what two supervisors have approved; how many streams went. */
  eraseApproved(): Answer<number>;
  asides(): Promise<readonly Aside[]>;
  saveFile(kind: ParcelKind, stream: StreamId): Answer<Uint8Array<ArrayBuffer>>;
  openFile(bytes: Uint8Array): Answer<ParcelId>;
  invite(input: {
    readonly name: string;
    readonly role: Role;
  }): Answer<{ readonly link: string; readonly expires: Millis }>;
  revoke(device: DeviceId): Answer<'revoked'>;
  noteLeft(member: MemberId): Answer<unknown>;
  leftAt(device: DeviceId): Answer<LeftAt>;
  handOverDrafts(input: HandOverDrafts): Answer<readonly string[]>;
  decideSound(sound: SoundRetention | null): Answer<'decided'>;
  isFounder(): Promise<boolean>;
  renewRecovery(): Answer<RecoverySheet>;
  syncNow(): Promise<void>;
  setPasskey(
    passkey: {
      readonly credential: string;
      readonly salt: string;
      readonly output: Uint8Array;
    } | null,
  ): Answer<'kept', VaultProblem>;
  changePassphrase(passphrase: string): Answer<'kept', VaultProblem>;

  /** The practice vault of training module 5, beside the open one. */
  field(act: FieldAct): Answer<FieldState, VaultProblem>;
}

export interface FoundVault {
  readonly secret: string;
  readonly officeName: string;
  readonly name: string;
  readonly label: string;
  readonly passphrase: string;
  readonly recipientClass: RecipientClass;
}

export interface JoinVault {
  readonly fragment: string;
  readonly name: string;
  readonly label: string;
  readonly passphrase: string;
}

/** What the worker tells by itself. */
export type WorkerNews =
  | { readonly type: 'stream'; readonly stream: StreamId }
  | { readonly type: 'status'; readonly status: StoreStatus }
  | ({ readonly type: 'line' } & LineState)
  | { readonly type: 'changed' }
  | ({ readonly type: 'broke' } & BugFacts);

export type Request = {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
};
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failed: string; readonly frames: readonly string[] };
