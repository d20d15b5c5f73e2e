import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { utf8 } from '../../base/bytes.ts';
import {
  DeviceId,
  MemberId,
  Millis,
  OfficeId,
  ParcelId,
  Sha256,
  SignKey,
  Signature,
} from '../../base/ids.ts';

/** Practice can never be mistaken for the real thing: the class is signed, and sealed inside as well. */
export const ParcelClass = z.enum(['real', 'practice']);
export type ParcelClass = z.infer<typeof ParcelClass>;

/** A part holds at most 4 MiB of plain bytes; age adds a header and 16 bytes per 64 KiB. */
export const MAX_PART_BYTES = 4 * 1024 * 1024;
export const MAX_OBJECT_BYTES = MAX_PART_BYTES + 64 * 1024;
export const MAX_OBJECTS = 500;
/** A whole parcel is opened in memory; a quarter of a GiB is some 17 hours of speech. */
export const MAX_PARCEL_BYTES = 256 * 1024 * 1024;

/** A sealed object as the office knows it: its name is the SHA-256 of its bytes. */
export const SealedObject = z.object({
  hash: Sha256,
  length: z.int().check(z.positive(), z.maximum(MAX_OBJECT_BYTES)),
});
export type SealedObject = z.infer<typeof SealedObject>;

/**
 * What the office may know of a parcel, and all it needs to admit it: signed by the sender's device when the
 * parcel is sealed, so that an outbox can be sent while the vault is locked (DESIGN section 9).
 */
export const Consignment = z.object({
  v: z.literal(1),
  parcel: ParcelId,
  class: ParcelClass,
  office: OfficeId,
  sender: z.object({ member: MemberId, device: DeviceId, key: SignKey }),
  recipients: z.array(MemberId).check(z.minLength(1), z.maxLength(200)),
  /** The manifest's object; it is also listed in `objects`. */
  manifest: Sha256,
  objects: z.array(SealedObject).check(z.minLength(1), z.maxLength(MAX_OBJECTS)),
  at: Millis,
});
export type Consignment = z.infer<typeof Consignment>;

export const SignedConsignment = z.object({ consignment: Consignment, signature: Signature });
export type SignedConsignment = z.infer<typeof SignedConsignment>;

/** The exact bytes the device signs. The first line keeps signatures of different things apart. */
export const consignmentBytes = (consignment: Consignment): Uint8Array =>
  utf8(`aterblick-consignment/1\n${canonical(consignment)}`);

/** The office's signed word that these objects are durably stored and delivered to the recipients' mailboxes. */
export const Receipt = z.object({
  v: z.literal(1),
  office: OfficeId,
  /** Rises by one with every restore from a backup: clients then re-offer what the backup may lack. */
  epoch: z.int().check(z.positive()),
  parcel: ParcelId,
  sender: DeviceId,
  manifest: Sha256,
  objects: z.array(Sha256),
  at: Millis,
  /** Head of the office's audit chain when this was written: every tablet witnesses the log. */
  auditHead: Sha256,
});
export type Receipt = z.infer<typeof Receipt>;

export const SignedReceipt = z.object({ receipt: Receipt, signature: Signature });
export type SignedReceipt = z.infer<typeof SignedReceipt>;

export const receiptBytes = (receipt: Receipt): Uint8Array =>
  utf8(`aterblick-receipt/1\n${canonical(receipt)}`);

/** True when the receipt speaks of exactly this consignment: only then may anything local be let go. */
export function receiptCovers(receipt: Receipt, consignment: Consignment): boolean {
  const stored = new Set(receipt.objects);
  return (
    receipt.parcel === consignment.parcel &&
    receipt.office === consignment.office &&
    receipt.manifest === consignment.manifest &&
    receipt.sender === consignment.sender.device &&
    stored.size === consignment.objects.length &&
    consignment.objects.every((object) => stored.has(object.hash))
  );
}
