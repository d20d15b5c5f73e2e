import type { Deps, Signer, Verify } from '../../base/deps.ts';
import type {
  DeviceId,
  EventId,
  MemberId,
  OfficeId,
  ParcelId,
  Sha256,
  SignKey,
  StreamId,
} from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import type { EventOf, StoreProblem } from '../../journal/model/port.ts';
import type { ParcelClass, SignedConsignment } from './consignment.ts';
import type { Manifest, ParcelKind } from './manifest.ts';

/** A plain file to go into a parcel; text is padded and everything sealed by `packParcel`. */
export interface PlainPart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PackInput {
  readonly kind: ParcelKind;
  readonly class: ParcelClass;
  readonly office: OfficeId;
  readonly stream: StreamId;
  readonly revision: number;
  readonly parent: ParcelId | null;
  readonly sender: { readonly member: MemberId; readonly device: DeviceId };
  /** This device's place in the row of everything it has sent, and the hash of its previous manifest's bytes. */
  readonly seq: number;
  readonly prev: Sha256 | null;
  /** Mailboxes at the office. */
  readonly recipients: readonly MemberId[];
  /** Age recipients, all of one class; mixing is refused. */
  readonly to: readonly string[];
  /** Of a journal of the class real alone: practice does not compile here. */
  readonly events: readonly EventOf<'real'>[];
  readonly tombstones: readonly EventId[];
  /** Taken one at a time, so that a long recording need not lie in memory as a whole. */
  readonly parts: Iterable<PlainPart> | AsyncIterable<PlainPart>;
}

/** How a parcel is packed, where it is too long to lie in memory as a whole or to be waited for. */
export interface PackWay {
  /** Takes each sealed object as soon as it is made; `objects` of the packed parcel is then empty. */
  readonly keep?: (hash: Sha256, bytes: Uint8Array) => Promise<Result<unknown, StoreProblem>>;
  /** Looked at between two parts: the answer is then `cancelled`, and what was kept by then is worth nothing. */
  readonly signal?: AbortSignal | undefined;
}

export interface PackedParcel {
  readonly signed: SignedConsignment;
  /** Empty when `PackWay.keep` took them. */
  readonly objects: ReadonlyMap<Sha256, Uint8Array>;
  /** For the next manifest's `prev`. */
  readonly manifestHash: Sha256;
}

/** Why a parcel could not be sealed: fails closed, nothing is written or sent. */
export type PackProblem =
  | { readonly type: 'mixedRecipients' }
  | { readonly type: 'noRecipients' }
  | { readonly type: 'partTooLarge'; readonly path: string }
  | { readonly type: 'cancelled' };

export interface OpenedParcel {
  readonly manifest: Manifest;
  readonly manifestHash: Sha256;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /**
   * The paths of what is too long to lie in memory as a whole: checked like the rest, let go, and opened once more by
   * `part`, one at a time. Undefined: it can't be had any longer.
   */
  readonly long: readonly string[];
  readonly part: (path: string) => Promise<Uint8Array | undefined>;
  /** The events of `interview.json` (or the kind's own events file), parsed; empty when the kind carries none. */
  readonly events: readonly JournalEvent[];
}

/**
 * Why a parcel was refused. Nothing of it is imported; it is kept aside, and the person gets one plain sentence
 * (catalogue `problem.parcel.<type>`).
 */
export type ParcelProblem =
  /** Not a parcel at all, or not a format this version knows. */
  | { readonly type: 'notAParcel' }
  | { readonly type: 'tooLarge' }
  /** An object's bytes are not what its name says, or age can't authenticate them: damaged or cut. */
  | { readonly type: 'damaged' }
  | { readonly type: 'objectMissing' }
  /** None of my identities opens it. */
  | { readonly type: 'notForMe' }
  | { readonly type: 'badSignature' }
  /** The sender's key is not in the directory, or was revoked. */
  | { readonly type: 'unknownSender' }
  /** The consignment and the sealed manifest say different things. */
  | { readonly type: 'swapped' }
  | { readonly type: 'otherOffice' }
  /** The class inside is not the class outside, or practice where only the real thing is taken. */
  | { readonly type: 'wrongClass' }
  /** Another parcel with this sender's number has been seen: two histories of one device. */
  | { readonly type: 'forkedSender' }
  /** Our own code failed on it. It lies aside until a version that can read it tries again. */
  | { readonly type: 'unreadable' }
  /** The contents are not what the kind demands. */
  | { readonly type: 'badContents' }
  /** Its reader has stopped the unpacking. It lies aside until they ask for it again. */
  | { readonly type: 'cancelled' };

export interface OpenDeps extends Deps {
  readonly verify: Verify;
  /** Both age identities of the reader (AGE-SECRET-KEY-1… and AGE-SECRET-KEY-PQ-1…), or a recovery key. */
  readonly identities: readonly string[];
  /** The reader's own age recipients; one of them must stand in the manifest's `to`. Empty: a recovery key reads. */
  readonly me: readonly string[];
  readonly office: OfficeId;
  readonly class: ParcelClass;
  /** Says whether a key belongs to a member who may send, by the accepted directory. */
  readonly enrolled: (key: SignKey, member: MemberId, device: DeviceId) => boolean;
  /** The manifest hash already seen for this sender's `seq`, if any. */
  readonly seen: (device: DeviceId, seq: number) => Promise<Sha256 | undefined>;
  /** Told of an object's bytes when nothing more is read in them. */
  readonly done?: (bytes: Uint8Array) => void;
}

/** The functions of parcel/, as sync/ uses them (files pack.ts, open.ts, file.ts). */
export interface ParcelDesk {
  pack(
    input: PackInput,
    signer: Signer,
    deps: Deps,
    way?: PackWay,
  ): Promise<Result<PackedParcel, PackProblem | StoreProblem>>;
  open(
    signed: SignedConsignment,
    object: (hash: Sha256) => Promise<Uint8Array | undefined>,
    deps: OpenDeps,
  ): Promise<Result<OpenedParcel, ParcelProblem>>;
  /** One `.aterblick` file: a stored zip of consignment.json, manifest.age and the parts (names below objects/). */
  toFile(packed: Pick<PackedParcel, 'signed' | 'objects'>): Uint8Array<ArrayBuffer>;
  fromFile(
    bytes: Uint8Array,
  ): Result<
    { readonly signed: SignedConsignment; readonly objects: ReadonlyMap<Sha256, Uint8Array> },
    ParcelProblem
  >;
}
