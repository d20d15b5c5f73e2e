import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { sha256, utf8 } from '../../base/bytes.ts';
import type { Verify } from '../../base/deps.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  DeviceId,
  MemberId,
  Millis,
  OfficeId,
  Sha256,
  SignKey,
  Signature,
} from '../../base/ids.ts';

export const Role = z.enum(['interviewer', 'supervisor', 'trainer']);
export type Role = z.infer<typeof Role>;

/** Hybrid (ML-KEM-768 with X25519) by default, since this secrecy lasts a lifetime; never mixed in one file. */
export const RecipientClass = z.enum(['hybrid', 'x25519']);
export type RecipientClass = z.infer<typeof RecipientClass>;

/** One person's or one recovery key's age recipients, both classes from the start. */
export const Recipients = z.object({
  x25519: z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/)),
  hybrid: z.string().check(z.regex(/^age1pq1[02-9ac-hj-np-z]{1800,2200}$/)),
});
export type Recipients = z.infer<typeof Recipients>;

export const Device = z.object({
  device: DeviceId,
  key: SignKey,
  /** Set when a tablet is lost: nothing it signs is taken any more. */
  revokedAt: z.optional(Millis),
});
export type Device = z.infer<typeof Device>;

export const Member = z.object({
  member: MemberId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  role: Role,
  recipients: Recipients,
  devices: z.array(Device).check(z.minLength(1), z.maxLength(20)),
  leftAt: z.optional(Millis),
});
export type Member = z.infer<typeof Member>;

/** The root's word that a supervisor's device may sign the directory. */
export const Certificate = z.object({ member: MemberId, key: SignKey, signature: Signature });
export type Certificate = z.infer<typeof Certificate>;

/** Who belongs to the office. Signed by the root or by a supervisor whom the root certified; clients pin the root. */
export const Directory = z.object({
  v: z.literal(1),
  office: OfficeId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  root: SignKey,
  /** The server's key for receipts. */
  officeKey: SignKey,
  version: z.int().check(z.positive()),
  /** Hash of the directory before this one; null for the first. */
  prev: z.nullable(Sha256),
  recipientClass: RecipientClass,
  recovery: z.array(Recipients).check(z.minLength(1), z.maxLength(4)),
  certificates: z.array(Certificate).check(z.maxLength(50)),
  members: z.array(Member).check(z.minLength(1), z.maxLength(500)),
  at: Millis,
});
export type Directory = z.infer<typeof Directory>;

export const SignedDirectory = z.object({
  directory: Directory,
  key: SignKey,
  signature: Signature,
});
export type SignedDirectory = z.infer<typeof SignedDirectory>;

export const directoryBytes = (directory: Directory): Uint8Array =>
  utf8(`aterblick-directory/1\n${canonical(directory)}`);
export const certificateBytes = (office: OfficeId, member: MemberId, key: SignKey): Uint8Array =>
  utf8(`aterblick-certificate/1\n${canonical({ office, member, key })}`);
export const directoryHash = (directory: Directory): Sha256 => sha256(canonical(directory));

export type DirectoryProblem =
  /** Signed by nobody the pinned root vouches for, or for another office. */
  | { readonly type: 'directoryForged' }
  /** Older than what this device has already seen. */
  | { readonly type: 'directoryOlder' }
  /** Another content with a version already seen, or it does not continue what was seen. */
  | { readonly type: 'directoryForked' };

/**
 * Checks a directory against the pinned root and against the last one this device accepted.
 * A later version may skip some, since a tablet can be away for weeks; then `prev` can't be compared.
 */
export async function acceptDirectory(
  offered: SignedDirectory,
  root: SignKey,
  known: Directory | undefined,
  verify: Verify,
): Promise<Result<Directory, DirectoryProblem>> {
  const { directory, key, signature } = offered;
  if (directory.root !== root || (known && directory.office !== known.office)) {
    return err({ type: 'directoryForged' });
  }
  // A certificate has no end, so whoever holds one must also be a supervisor today, and never one that this device
  // has already seen leave or lose the tablet: else a lost tablet could write itself back in.
  if (
    key !== root &&
    (findDevice(directory, key)?.member.role !== 'supervisor' || (known && isOut(known, key)))
  ) {
    return err({ type: 'directoryForged' });
  }
  const certified =
    key === root ||
    (
      await Promise.all(
        directory.certificates
          .filter((certificate) => certificate.key === key)
          .map((certificate) =>
            verify(
              root,
              certificateBytes(directory.office, certificate.member, certificate.key),
              certificate.signature,
            ),
          ),
      )
    ).includes(true);
  if (!certified || !(await verify(key, directoryBytes(directory), signature))) {
    return err({ type: 'directoryForged' });
  }
  if (known) {
    if (directory.version < known.version) return err({ type: 'directoryOlder' });
    const same = directoryHash(directory) === directoryHash(known);
    if (directory.version === known.version && !same) return err({ type: 'directoryForked' });
    if (directory.version === known.version + 1 && directory.prev !== directoryHash(known)) {
      return err({ type: 'directoryForked' });
    }
  }
  return ok(directory);
}

/** True when the directory knows the key and says that it may not act any more. */
const isOut = (directory: Directory, key: SignKey): boolean =>
  !findDevice(directory, key) &&
  directory.members.some((member) => member.devices.some((device) => device.key === key));

/** The member and device behind a signing key, if they may act now. */
export function findDevice(
  directory: Directory,
  key: SignKey,
): { readonly member: Member; readonly device: Device } | undefined {
  for (const member of directory.members) {
    if (member.leftAt !== undefined) continue;
    for (const device of member.devices) {
      if (device.key === key && device.revokedAt === undefined) return { member, device };
    }
  }
  return undefined;
}
