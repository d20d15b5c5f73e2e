import * as z from 'zod/mini';
import {
  DeviceId,
  InvitationId,
  MemberId,
  Millis,
  OfficeId,
  ParcelId,
  Sha256,
  SignKey,
  StreamId,
} from '../../base/ids.ts';
import { SignedConsignment, SignedReceipt } from '../../parcel/model/consignment.ts';
import { ParcelKind } from '../../parcel/model/manifest.ts';
import { Role } from './directory.ts';
import { JoinRequest } from './protocol.ts';

/*
 * What sync/ keeps: sealed records in the vault (name → schema), and beside each outbox item two small values that
 * can be read while the vault is locked.
 *
 *   identity              Identity             who I am and which office I belong to; the root is pinned here
 *   directory             SignedDirectory      the last one accepted
 *   root                  Root                 founder only
 *   joining               Joining              until the directory names me
 *   invitation/<id>       SentInvitation       supervisor: the secret that authenticates who joins
 *   sequence              Sequence             this device's place in the row of what it sends
 *   sent/<parcel>         Sent
 *   imported/<parcel>     Imported
 *   seen/<device>/<seq>   Sha256               manifest hash, so that two histories of one device show
 *   aside/<parcel>        Aside                refused, kept, listed
 *   cursor                Cursor
 *   erasing/<stream>      {}                   a draft that is being erased, until all of it is done
 */

/** Names of streams whose erasing was begun: what a crash left of it is finished at the next start. */
export const ERASING = 'erasing/';

export const Identity = z.object({
  member: MemberId,
  device: DeviceId,
  name: z.string(),
  role: Role,
  office: OfficeId,
  root: SignKey,
  officeKey: SignKey,
});
export type Identity = z.infer<typeof Identity>;

export const Root = z.object({
  office: OfficeId,
  key: SignKey,
  /** 32 bytes in hex. */
  seed: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Root = z.infer<typeof Root>;

/** The request is kept word for word, since the office takes one proposal an invitation and a second try must say the same. */
export const Joining = z.object({
  invitation: InvitationId,
  token: z.string(),
  request: JoinRequest,
});
export type Joining = z.infer<typeof Joining>;

export const SentInvitation = z.object({
  invitation: InvitationId,
  secret: z.string(),
  name: z.string(),
  role: Role,
  expires: Millis,
});
export type SentInvitation = z.infer<typeof SentInvitation>;

export const Sequence = z.object({ seq: z.int(), prev: z.nullable(Sha256) });
export type Sequence = z.infer<typeof Sequence>;

export const Sent = z.object({
  parcel: ParcelId,
  stream: StreamId,
  kind: ParcelKind,
  revision: z.int(),
  /** Fingerprint of what was packed: the same again is not packed twice. */
  content: Sha256,
  heads: z.record(DeviceId, z.tuple([z.int(), Sha256])),
  /** Whom it went to: who has joined since has to get it anew (`RESEALED`). */
  mailboxes: z.optional(z.array(MemberId)),
  at: Millis,
  /** By the office's signed receipt, checked against the key in Identity. */
  receivedAt: z.nullable(Millis),
  opened: z.array(z.object({ member: MemberId, at: Millis })),
});
export type Sent = z.infer<typeof Sent>;

export const Imported = z.object({
  parcel: ParcelId,
  stream: StreamId,
  kind: ParcelKind,
  revision: z.int(),
  sender: MemberId,
  at: Millis,
  /** Set once the sender has been told that it was opened here. */
  acknowledgedAt: z.nullable(Millis),
});
export type Imported = z.infer<typeof Imported>;

export const Aside = z.object({
  signed: SignedConsignment,
  problem: z.string(),
  receivedAt: Millis,
  /** What it holds, where its manifest could be read: needed when that is erased. */
  about: z.optional(z.object({ stream: StreamId, kind: ParcelKind })),
});
export type Aside = z.infer<typeof Aside>;

/** A restored office counts anew, so a cursor is worth nothing in another epoch. */
export const Cursor = z.object({ epoch: z.int(), after: z.int() });
export type Cursor = z.infer<typeof Cursor>;

/** `OutboxItem.consignment`: with the key a receipt must be signed by, since the vault may be locked when it comes. */
export const Dispatch = z.object({ signed: SignedConsignment, officeKey: SignKey });
export type Dispatch = z.infer<typeof Dispatch>;

/** `OutboxItem.receipt`: how the office answered. A refusal is remembered and shown; the parcel is never dropped. */
export const Mark = z.nullable(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('receipt'), signed: SignedReceipt }),
    /** An API problem code, `badReceipt` (not the office's word), or `objectLost` (our own copy is damaged). */
    z.object({ type: z.literal('refused'), code: z.string(), at: Millis }),
  ]),
);
export type Mark = z.infer<typeof Mark>;

/** The body of an `ack` parcel, file `ack.json`: a supervisor has opened these parcels. */
export const Ack = z.object({
  v: z.literal(1),
  parcels: z.array(ParcelId).check(z.minLength(1), z.maxLength(1000)),
  at: Millis,
});
export type Ack = z.infer<typeof Ack>;
