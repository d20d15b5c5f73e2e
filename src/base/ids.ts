import * as z from 'zod/mini';

/*
 * Ids carry their kind, so that a stream is never passed where a parcel is meant.
 * They are random and mean nothing: one may stand in a URL, a log or a file name.
 */
const RandomHex = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const HashHex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/));

export const StreamId = RandomHex.brand<'StreamId'>();
export type StreamId = z.infer<typeof StreamId>;
export const EventId = RandomHex.brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;
export const MemberId = RandomHex.brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const DeviceId = RandomHex.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;
export const OfficeId = RandomHex.brand<'OfficeId'>();
export type OfficeId = z.infer<typeof OfficeId>;
export const ParcelId = RandomHex.brand<'ParcelId'>();
export type ParcelId = z.infer<typeof ParcelId>;
export const InvitationId = RandomHex.brand<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;
export const VaultId = RandomHex.brand<'VaultId'>();
export type VaultId = z.infer<typeof VaultId>;

/** A SHA-256 in lower-case hex; the name of a sealed object is the hash of its bytes. */
export const Sha256 = HashHex.brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
/** A raw Ed25519 public key (RFC 8032) in lower-case hex. */
export const SignKey = HashHex.brand<'SignKey'>();
export type SignKey = z.infer<typeof SignKey>;
/** An Ed25519 signature (RFC 8032) in lower-case hex. */
export const Signature = z
  .string()
  .check(z.regex(/^[0-9a-f]{128}$/))
  .brand<'Signature'>();
export type Signature = z.infer<typeof Signature>;

export const GuideId = Name.brand<'GuideId'>();
export type GuideId = z.infer<typeof GuideId>;
export const SectionId = Name.brand<'SectionId'>();
export type SectionId = z.infer<typeof SectionId>;
export const QuestionId = Name.brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;
export const CardId = Name.brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;
export const TrackId = Name.brand<'TrackId'>();
export type TrackId = z.infer<typeof TrackId>;

/**
 * The year 9000. Some way behind it `Date` throws, and a thousand years from here still have four digits: a time that a
 * changed app sent must be refused where it is read, and not stop the list, or the round, in which it is shown.
 */
const LATEST_MS = 221_845_392_000_000;

/** Milliseconds since 1970-01-01 UTC, by the device's clock. For showing; never for ordering. */
export const Millis = z.int().check(z.nonnegative(), z.maximum(LATEST_MS));
export type Millis = z.infer<typeof Millis>;
