import * as z from 'zod/mini';
import {
  DeviceId,
  EventId,
  MemberId,
  Millis,
  OfficeId,
  ParcelId,
  Sha256,
  SignKey,
  Signature,
  StreamId,
} from '../../base/ids.ts';
import { MAX_PART_BYTES, ParcelClass } from './consignment.ts';

/** What a parcel carries (DESIGN section 8). A table in `policy.ts` says who may get which. */
export const ParcelKind = z.enum([
  'interview',
  'safety',
  'concern',
  'transcript',
  'sound',
  'draft',
  'review',
  'reply',
  'shared',
  'assignment',
  'handover',
  'lastTalk',
  'incident',
  'policy',
  'withdrawal',
  'erasure',
  'log',
  'training',
  'signoff',
  'case',
  'group',
  'ack',
]);
export type ParcelKind = z.infer<typeof ParcelKind>;

/**
 * Practice if and only if the kind is: a trainee's progress and debriefs. What is sealed under another class than its
 * kind has is nobody's to send and nobody's to take (docs/decisions/0020).
 */
export const classOf = (kind: ParcelKind): ParcelClass =>
  kind === 'training' ? 'practice' : 'real';

const PartPath = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?\.(json|md|webm)$/));

/** One plain file of a parcel and the age file that holds it. */
export const Part = z.object({
  path: PartPath,
  /** SHA-256 of the age file: its name. */
  sealed: Sha256,
  /** Length of the age file in bytes. */
  sealedLength: z.int().check(z.positive()),
  /** SHA-256 of salt (as hex text) followed by the plain bytes; salted, so that nothing can be guessed from it. */
  plain: Sha256,
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** Length of the plain bytes, padding included. */
  length: z.int().check(z.nonnegative(), z.maximum(MAX_PART_BYTES)),
});
export type Part = z.infer<typeof Part>;

/**
 * The signed table of contents. It is sealed itself, so that only recipients see what kind of thing came.
 * `seq` and `prev` run per sending device over everything it sends; `revision` and `parent` run per stream and kind.
 */
export const Manifest = z.object({
  v: z.literal(1),
  parcel: ParcelId,
  kind: ParcelKind,
  class: ParcelClass,
  office: OfficeId,
  stream: StreamId,
  revision: z.int().check(z.positive()),
  parent: z.nullable(ParcelId),
  sender: z.object({ member: MemberId, device: DeviceId, key: SignKey }),
  seq: z.int().check(z.positive()),
  prev: z.nullable(Sha256),
  /** The age recipients the parts are sealed to, so that no one can pass the parcel on as if meant for them. */
  to: z.array(z.string().check(z.maxLength(2500))).check(z.minLength(1), z.maxLength(400)),
  at: Millis,
  /** Heads of the stream's chains: device → [count, hash of the last header]. */
  heads: z.record(DeviceId, z.tuple([z.int(), Sha256])),
  parts: z.array(Part).check(z.maxLength(499)),
  /** Events taken back: whoever imports this erases their words everywhere. */
  tombstones: z.array(EventId).check(z.maxLength(10_000)),
});
export type Manifest = z.infer<typeof Manifest>;

/** First line of the manifest file; the signature is over the exact bytes of what follows the newline. */
export const ManifestSignature = z.object({
  alg: z.literal('Ed25519'),
  key: SignKey,
  signature: Signature,
});
export type ManifestSignature = z.infer<typeof ManifestSignature>;

/** Put before the manifest's bytes when signing, so that a signature is never taken for one of another thing. */
export const MANIFEST_CONTEXT = 'aterblick-manifest/1\n';
