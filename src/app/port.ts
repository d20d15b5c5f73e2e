import type {
  OfficeId,
  DeviceId,
  MemberId,
  Millis,
  StreamId,
  VaultId,
  ParcelId,
} from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Guide, GuideRef } from '../guide/model/guide.ts';
import type { SoundPorts } from '../interview/sound-ports.ts';
import type { Journal } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { LeftAt } from '../people/model/lost.ts';
import type { Directory, RecipientClass, Role, SoundRetention } from '../sync/model/directory.ts';
import type { SyncProblem } from '../sync/model/problem.ts';
import type { OfficeCard } from '../sync/model/protocol.ts';
import type { KeptTalk } from '../training/model/kept-talk.ts';
import type { StoreStatus, UnlockSecret, VaultCard, VaultProblem } from '../vault/model/port.ts';

/*
 * What the screens in app/ may ask for. Two implementations: the real one over the vault worker (line.ts) and
 * "Try it" in memory (try.ts). Screens of other rooms get only the parts they need, handed in as props.
 */

/** Who has unlocked. */
export interface Me {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly name: string;
  readonly role: Role;
  readonly office: OfficeId;
  readonly officeName: string;
  /** Real work or "Try it"; every screen is marked when it is not real. */
  readonly class: 'real' | 'practice';
}

/** What the founder prints or saves; it is made here, shown once and not kept by the app. */
export interface RecoverySheet {
  readonly officeName: string;
  readonly office: OfficeId;
  readonly madeAt: Millis;
  /** Ed25519 seed of the office's root, hex. */
  readonly root: string;
  /** Age identities; either opens every parcel made while the office uses its class. */
  readonly recovery: { readonly x25519: string; readonly hybrid: string };
}

/** A problem between this device and the office, or with what came from it; sentences under `problem` in i18n. */
export type LineProblem =
  | { readonly type: 'badInvitation' }
  /** Nothing of a practice leaves it. */
  | { readonly type: 'onlyPractice' }
  | SyncProblem
  | VaultProblem;

/** The four things the person sees (DESIGN section 9), and two ways it can be stuck. */
export type Delivery = (
  | ({ readonly state: 'onTablet' } & Waits)
  | ({ readonly state: 'sending'; readonly percent: number } & Waits)
  | { readonly state: 'received'; readonly at: Millis }
  | { readonly state: 'opened'; readonly at: Millis; readonly by: string }
  | ({ readonly state: 'refused'; readonly code: string } & Waits)
) & {
  /** When the newest parcel was sealed, by this device's clock; what was written later is not in it. */
  readonly packedAt?: Millis;
};

interface Waits {
  /** When the oldest of what has not arrived was sealed; not known before anything was. */
  readonly since?: Millis | null;
}

export interface AsideParcel {
  readonly parcel: ParcelId;
  /** A ParcelProblem's type. */
  readonly problem: string;
  readonly receivedAt: Millis;
}

/** Before a vault is open. */
export interface Entrance {
  cards(): Promise<readonly VaultCard[]>;
  /** Whether the office answers, and whether it is claimed. */
  officeCard(): Promise<Result<OfficeCard, LineProblem>>;
  /** Whether this is the one-time secret that the server printed. */
  checkSecret(secret: string): Promise<Result<'right', LineProblem>>;
  /** Makes root and recovery keys and the first directory, claims the office, opens the founder's vault. */
  found(input: {
    readonly secret: string;
    readonly officeName: string;
    readonly name: string;
    readonly label: string;
    readonly passphrase: string;
    readonly recipientClass: RecipientClass;
  }): Promise<Result<{ readonly sheet: RecoverySheet; readonly desk: Desk }, LineProblem>>;
  /** What an invitation link says; it was made by the supervisor's app, and its secret never reaches the server. */
  readInvitation(
    fragment: string,
  ): Result<
    { readonly officeName: string; readonly person: string; readonly role: Role },
    LineProblem
  >;
  join(input: {
    readonly fragment: string;
    readonly name: string;
    readonly label: string;
    readonly passphrase: string;
  }): Promise<Result<Desk, LineProblem>>;
  unlock(vault: VaultId, secret: UnlockSecret): Promise<Result<Desk, LineProblem>>;
  /** Asks the tab that has the vault open to save and let go. */
  takeOver(vault: VaultId): Promise<void>;
}

/**
 * What may be done with the practice vault of training module 5. It is sealed and unlocked like a real one, and holds
 * one invented talk and nothing else: no stream that a parcel could carry, no office, no outbox.
 */
export type FieldAct =
  | { readonly type: 'look' | 'read' | 'close' | 'end' }
  | { readonly type: 'make' | 'unlock'; readonly passphrase: string }
  | { readonly type: 'keep'; readonly talk: KeptTalk };

export type FieldState =
  | { readonly type: 'none' | 'locked' }
  | {
      readonly type: 'open';
      /** How much of the talk was noted as kept, and how much of that is there, word for word. */
      readonly kept: number;
      readonly found: number;
      /** When the talk was handed over; null before. */
      readonly handedOver: Millis | null;
      /** It was opened again after everything that was open has been ended. */
      readonly restarted: boolean;
      /** The talk itself, for who asked to read it; absent before there is any. */
      readonly talk?: KeptTalk | undefined;
    };

/** What is known of the office right now. */
export interface LineState {
  /** What the last try showed; null before the first. */
  readonly reachable: boolean | null;
  readonly lastContact: Millis | null;
  /** Type of the problem with the directory: it was refused, or no longer names this device. */
  readonly problem: string | null;
  /** Invitations in whose guest's place somebody tried to put other keys. */
  readonly forgedJoins: number;
}

export interface HandOverDrafts {
  readonly from: MemberId;
  readonly to: MemberId;
  /** As it stands on the recovery sheet, with or without spaces. */
  readonly recovery: string;
  /** Only this interview; null: all that are half done. */
  readonly interview: StreamId | null;
}

/** An open vault and its line to the office. */
export interface Desk {
  readonly vault: VaultId;
  readonly me: Me;
  readonly journal: Journal;
  /** Absent in practice. */
  readonly sound?: SoundPorts;
  /** False until the supervisor's app has taken this member into the directory. */
  admitted(): Promise<boolean>;
  guides(): Promise<readonly Guide[]>;
  guide(ref: GuideRef): Promise<Guide | undefined>;
  /** Keeps a guide that was read from a file; new interviews use it. */
  keepGuide(guide: Guide): Promise<Result<'kept', { readonly type: string }>>;
  deliver(
    kind: Exclude<ParcelKind, 'ack'>,
    stream: StreamId,
  ): Promise<Result<'packed', LineProblem | { readonly type: string }>>;
  deliveries(): Promise<ReadonlyMap<StreamId, Delivery>>;
  /** How far the safety flags of each interview have come. */
  flagDeliveries(): Promise<ReadonlyMap<StreamId, Delivery>>;
  /** Erases on this device what two supervisors have approved. */
  eraseApproved(): Promise<Result<number, { readonly type: string }>>;
  /** A supervisor has opened what came: the sender is told. */
  acknowledge(stream: StreamId): Promise<void>;
  aside(): Promise<readonly AsideParcel[]>;
  /** One `.aterblick` file of a stream, made without any server. */
  saveFile(
    kind: ParcelKind,
    stream: StreamId,
  ): Promise<Result<Uint8Array<ArrayBuffer>, { readonly type: string }>>;
  openFile(
    bytes: Uint8Array,
  ): Promise<Result<{ readonly parcel: ParcelId }, { readonly type: string }>>;
  directory(): Promise<Directory | undefined>;
  invite(input: {
    readonly name: string;
    readonly role: Role;
  }): Promise<Result<{ readonly link: string; readonly expires: Millis }, LineProblem>>;
  revoke(device: DeviceId): Promise<Result<'revoked', LineProblem>>;
  /** Notes that somebody works here no more. */
  noteLeft(member: MemberId): Promise<Result<unknown, LineProblem>>;
  /** When a tablet out of use was last heard of, and what it kept at the office for itself; unread. */
  leftAt(device: DeviceId): Promise<Result<LeftAt, LineProblem>>;
  /**
   * Opens the last copies of half-done interviews of somebody whose tablet is out of use, with the recovery sheet's
   * key, and sends them to the one who goes on with them. The key is used in memory and not kept.
   * @returns the codes of the interviews that are on their way.
   */
  handOverDrafts(input: HandOverDrafts): Promise<Result<readonly string[], LineProblem>>;
  /** Enters the retention decision without which nobody records sound, or takes it out (null). */
  decideSound(sound: SoundRetention | null): Promise<Result<'decided', LineProblem>>;
  /** True in the vault that set up the office and holds its root. */
  isFounder(): Promise<boolean>;
  /** New recovery keys for what is sealed from now on. Only the founder's vault can; shown once and not kept. */
  renewRecovery(): Promise<Result<RecoverySheet, LineProblem>>;
  /** Tries the office now; otherwise it is tried by itself again and again. */
  syncNow(): void;
  line(): LineState;
  status(): StoreStatus;
  passkeySalt(): Promise<string>;
  setPasskey(
    passkey: {
      readonly credential: string;
      readonly salt: string;
      readonly output: Uint8Array;
    } | null,
  ): Promise<Result<'kept', LineProblem>>;
  changePassphrase(passphrase: string): Promise<Result<'kept', LineProblem>>;
  hasPasskey(): Promise<boolean>;
  /** Called after anything above may have changed. */
  subscribe(listener: () => void): () => void;
  /** The practice vault of training module 5; only beside a real vault. */
  readonly field?: (act: FieldAct) => Promise<Result<FieldState, VaultProblem>>;
  /** In "Try it" only: there is no directory to look names up in. */
  readonly nameOf?: (member: MemberId) => string;
  /** In "Try it" only: the same office seen by the other of its two people. */
  readonly other?: () => Desk;
  /**
   * Ends the worker and reloads: nothing readable stays in memory. While sound is recorded it goes on with its own keys
   * only, and the reload comes when it ends.
   */
  lock(): void;
  /** True while a locked desk goes on recording: nothing of it may be shown but that. */
  isLocked(): boolean;
}
