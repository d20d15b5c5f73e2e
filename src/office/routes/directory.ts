import { err } from '../../base/result.ts';
import {
  acceptDirectory,
  directoryHash,
  findDevice,
  SignedDirectory,
  type Directory,
} from '../../sync/model/directory.ts';
import { json, parseBody } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { directoryInForce, type Post } from '../post.ts';
import { addDirectory, findDirectory } from '../store/office.ts';

/** Who belongs to the office: read by every member, changed by a supervisor, signed by root or certified key. */
export function directoryRoutes(post: Post, doors: Doors): void {
  doors.member('GET /api/directory', async () => json(post.signed));

  doors.member('PUT /api/directory', async (ask) => {
    const body = parseBody(SignedDirectory, ask.body);
    if (!body.ok) return body;
    const signed = body.value;
    const known = directoryInForce(post);
    if (!known.ok) return known;

    if (directoryHash(signed.directory) === directoryHash(known.value)) return json(post.signed);
    // After a restore the office may be several versions behind: whoever holds a later one hands it back.
    if (signed.directory.version <= known.value.version) return err('directoryStale');

    const accepted = await acceptDirectory(signed, known.value.root, known.value, post.verify);
    if (!accepted.ok) {
      return err(accepted.error.type === 'directoryForged' ? 'badSignature' : 'directoryStale');
    }
    if (!soundDirectory(post, signed.directory)) return err('badRequest');

    const stored = await post.db.transaction().execute(async (tx) => {
      const newest = await findDirectory(tx);
      if (newest?.directory.version !== known.value.version) return false;
      await addDirectory(tx, signed);
      await audit(tx, post.clock.now(), 'directoryChanged', {
        version: signed.directory.version,
        by: ask.device.device,
      });
      return true;
    });
    if (!stored) return err('directoryStale');
    post.signed = signed;
    return json(signed);
  });
}

/** Ours, unambiguous, and with somebody left who can change it: else the office could lock itself out for ever. */
export function soundDirectory(post: Post, directory: Directory): boolean {
  const members = directory.members.map((member) => member.member);
  const devices = directory.members.flatMap((member) => member.devices);
  const unique = (values: readonly string[]) => new Set(values).size === values.length;
  return (
    directory.office === post.id &&
    directory.officeKey === post.signer.key &&
    unique(members) &&
    unique(devices.map((device) => device.device)) &&
    unique(devices.map((device) => device.key)) &&
    devices.some((device) => findDevice(directory, device.key)?.member.role === 'supervisor')
  );
}
