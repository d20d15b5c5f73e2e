import { DeviceId, Sha256 } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { Member } from '../../sync/model/directory.ts';
import type { ApiProblemCode, LeftParcels } from '../../sync/model/protocol.ts';
import { json, parseId } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { directoryInForce, type Post } from '../post.ts';
import { leftBehind, lengthOfLeft } from '../store/left.ts';

/**
 * What a lost tablet, or that of somebody who left, kept here for itself. Supervisors may fetch it, and nobody can
 * read it without the recovery sheet; of a tablet that is in use, nothing is told.
 */
export function leftRoutes(post: Post, doors: Doors): void {
  doors.member('GET /api/left/:device', async (ask) => {
    const whose = outOfUse(post, ask.param('device'));
    if (!whose.ok) return whose;
    const { owner, device } = whose.value;
    const { items, lastContact } = await leftBehind(post.db, owner, device);
    await post.db
      .transaction()
      .execute((tx) =>
        audit(tx, post.clock.now(), 'leftListed', { device, by: ask.device.device }),
      );
    return json({ device, items: [...items], lastContact } satisfies LeftParcels);
  });

  doors.member('GET /api/left/:device/objects/:hash', async (ask) => {
    const whose = outOfUse(post, ask.param('device'));
    const hash = parseId(Sha256, ask.param('hash'));
    if (!whose.ok) return whose;
    if (!hash.ok) return hash;
    const { owner, device } = whose.value;
    const length = await lengthOfLeft(post.db, owner, device, hash.value);
    if (length === undefined) return err('notFound');
    await post.db.transaction().execute((tx) =>
      audit(tx, post.clock.now(), 'leftFetched', {
        hash: hash.value,
        device,
        by: ask.device.device,
      }),
    );
    return { ok: true, value: { type: 'object', length, bytes: post.objects.read(hash.value) } };
  });
}

/** A device that is revoked, or whose owner has left; any other is not there, whoever asks. */
function outOfUse(
  post: Post,
  param: string,
): Result<{ readonly owner: Member; readonly device: DeviceId }, ApiProblemCode> {
  const device = parseId(DeviceId, param);
  if (!device.ok) return device;
  const directory = directoryInForce(post);
  if (!directory.ok) return directory;
  for (const owner of directory.value.members) {
    const known = owner.devices.find((each) => each.device === device.value);
    if (known && (known.revokedAt !== undefined || owner.leftAt !== undefined)) {
      return ok({ owner, device: device.value });
    }
  }
  return err('notFound');
}
