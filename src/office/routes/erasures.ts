import { ErasureBody } from '../../sync/model/protocol.ts';
import { json, parseBody } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import type { Post } from '../post.ts';
import { askToErase, eraseParcel, isForSenderAlone } from '../store/erased.ts';
import { findParcel } from '../store/parcels.ts';

/** One is not enough to take away what colleagues may still need. */
const PEOPLE_TO_ERASE = 2;

/**
 * Erases sealed parcels: at once what its sender sent to nobody else (a draft's copy), and else when two different
 * people have asked, each a supervisor or its sender. The office reads no parcel, so it cannot know why; it only
 * counts who asked.
 */
export function erasureRoutes(post: Post, doors: Doors): void {
  doors.member('POST /api/erasures', async (ask) => {
    const body = parseBody(ErasureBody, ask.body);
    if (!body.ok) return body;
    const { member, device } = ask;
    let erased = 0;
    for (const id of body.value.parcels) {
      const loose = await post.db.transaction().execute(async (tx) => {
        const parcel = await findParcel(tx, id);
        // Not here and not yours to erase are the same: nobody learns what others have.
        if (!parcel) return undefined;
        const now = post.clock.now();
        const isOwn = parcel.sender_member === member.member;
        if (!isOwn && member.role !== 'supervisor') return undefined;
        const isOwnCopy = isOwn && (await isForSenderAlone(tx, id));
        if (!isOwnCopy) {
          const asked = await askToErase(tx, id, member.member, now);
          await audit(tx, now, 'erasureAsked', { parcel: id, by: device.device });
          if (asked < PEOPLE_TO_ERASE) return undefined;
        }
        const hashes = await eraseParcel(tx, id, now);
        await audit(tx, now, 'parcelErased', { parcel: id, by: device.device });
        return hashes;
      });
      if (!loose) continue;
      for (const hash of loose) await post.objects.remove(hash);
      erased += 1;
    }
    return json({ erased });
  });
}
