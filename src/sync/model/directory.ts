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

/**
 * What somebody is at the office. The last three hold no interviews and get no words: the method lead has the
 * office's rules, a researcher nothing with identities, the operator runs the server and reads nothing.
 */
export const Role = z.enum([
  'interviewer',
  'supervisor',
  'trainer',
  'methodLead',
  'researcher',
  'operator',
]);
export type Role = z.infer<typeof Role>;

/** Who holds interviews, and so may have and send what was said. */
export const INTERVIEWING: readonly Role[] = ['interviewer', 'supervisor', 'trainer'];

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

/** The office's retention decision for sound (domain.md section 0): where to look it up, and how many days. */
export const SoundRetention = z.object({
  decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  days: z.int().check(z.positive(), z.maximum(3650)),
});
export type SoundRetention = z.infer<typeof SoundRetention>;

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
  /** How long what is kept, by the office's decisions. Without one on sound, nothing is recorded. */
  retention: z.optional(z.object({ sound: SoundRetention })),
  at: Millis,
});
export type Directory = z.infer<typeof Directory>;

/** A directory that the root signed itself. */
export const RootSigned = z.object({ directory: Directory, signature: Signature });
export type RootSigned = z.infer<typeof RootSigned>;

export const SignedDirectory = z.object({
  directory: Directory,
  key: SignKey,
  signature: Signature,
  /**
   * The last one the root signed, when a supervisor has signed this one: it shows to a tablet that was away, and to
   * one that joins, that what only the root may change stands as the root left it.
   */
  base: z.optional(RootSigned),
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
 * Checks a directory against the pinned root and against the last one this device accepted. What a certified
 * supervisor has signed must leave alone all that only the root may change (`leavesToRoot`).
 * A later version may skip some, since a tablet can be away for weeks; then `prev` can't be compared.
 */
export async function acceptDirectory(
  offered: SignedDirectory,
  root: SignKey,
  known: Directory | undefined,
  verify: Verify,
): Promise<Result<Directory, DirectoryProblem>> {
  const { directory, key, signature, base } = offered;
  const forged = err({ type: 'directoryForged' as const });
  if (directory.root !== root || (known && directory.office !== known.office)) return forged;
  if (!(await verify(key, directoryBytes(directory), signature))) return forged;
  if (!(await areCertificatesGood(directory, verify))) return forged;
  let before = known;
  if (key !== root && base && (!known || base.directory.version > known.version)) {
    const rooted = await acceptDirectory({ ...base, key: root }, root, known, verify);
    if (!rooted.ok || rooted.value.version >= directory.version) return forged;
    before = rooted.value;
  }
  const same = known && directoryHash(directory) === directoryHash(known);
  if (key !== root && !same) {
    if (!maySign(directory, key) || (known && isOut(known, key))) return forged;
    // Nothing to compare with: only the root's own word can be a device's first.
    if (!before) return forged;
    if (directory.version > before.version && !leavesToRoot(before, directory)) return forged;
  }
  if (known) {
    if (directory.version < known.version) return err({ type: 'directoryOlder' });
    if (directory.version === known.version && !same) return err({ type: 'directoryForked' });
    if (directory.version === known.version + 1 && directory.prev !== directoryHash(known)) {
      return err({ type: 'directoryForked' });
    }
  }
  return ok(directory);
}

/** Every certificate is the root's, and for the member who has that key. */
async function areCertificatesGood(directory: Directory, verify: Verify): Promise<boolean> {
  const { certificates, members, office, root } = directory;
  const good = await Promise.all(
    certificates.map(async ({ member, key, signature }) => {
      const owner = members.find((each) => each.devices.some((device) => device.key === key));
      return (
        owner?.member === member &&
        (await verify(root, certificateBytes(office, member, key), signature))
      );
    }),
  );
  return !good.includes(false);
}

/**
 * A certificate has no end, so whoever holds one must also be a supervisor today, and never one that this device has
 * already seen leave or lose the tablet (`isOut`): else a lost tablet could write itself back in.
 */
function maySign(directory: Directory, key: SignKey): boolean {
  const signer = findDevice(directory, key);
  return signer !== undefined && isCertified(directory, signer.member, key);
}

/**
 * True when nothing differs that only the root may change: the keys everything is sealed to, who is a supervisor, and
 * the keys of those who are there. A supervisor may add interviewers, trainers and devices, take devices out of use
 * for good, note who left, and mend names.
 */
function leavesToRoot(before: Directory, after: Directory): boolean {
  const kept = ({ recovery, recipientClass, officeKey }: Directory) =>
    canonical({ recovery, recipientClass, officeKey });
  const certificates = new Set(after.certificates.map((each) => canonical(each)));
  const known = new Set(before.members.map(({ member }) => member));
  const devices = after.members.flatMap((member) => member.devices);
  return (
    kept(before) === kept(after) &&
    before.certificates.every((each) => certificates.has(canonical(each))) &&
    // One id and one key name one person: else a newcomer with a colleague's key could stand before her.
    areUnique(after.members.map(({ member }) => member)) &&
    areUnique(devices.map(({ device }) => device)) &&
    areUnique(devices.map(({ key }) => key)) &&
    before.members.every((old) => {
      const now = after.members.find(({ member }) => member === old.member);
      return now !== undefined && isSamePerson(old, now);
    }) &&
    after.members.every(({ member, role }) => known.has(member) || role !== 'supervisor')
  );
}

function isSamePerson(old: Member, now: Member): boolean {
  return (
    (old.role === 'supervisor') === (now.role === 'supervisor') &&
    canonical(old.recipients) === canonical(now.recipients) &&
    (old.leftAt === undefined || old.leftAt === now.leftAt) &&
    old.devices.every((device) => {
      const same = now.devices.find((each) => each.device === device.device);
      const isStillOut = device.revokedAt === undefined || device.revokedAt === same?.revokedAt;
      return same?.key === device.key && isStillOut;
    })
  );
}

const areUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** The root has vouched for this key as a supervisor's: the founder's at founding, the others' when they joined. */
export const isCertified = (
  directory: Directory,
  { member, role }: Member,
  key: SignKey,
): boolean =>
  role === 'supervisor' &&
  directory.certificates.some((each) => each.member === member && each.key === key);

/** A supervisor by the root's word, with a tablet in use; the role in the directory alone makes nobody one. */
export const isSupervisor = (directory: Directory, member: Member): boolean =>
  member.leftAt === undefined &&
  member.devices.some(
    ({ key, revokedAt }) => revokedAt === undefined && isCertified(directory, member, key),
  );

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
