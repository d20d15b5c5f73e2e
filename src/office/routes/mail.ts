import * as z from 'zod/mini';
import { Sha256 } from '../../base/ids.ts';
import { err } from '../../base/result.ts';
import type { InboxPage } from '../../sync/model/protocol.ts';
import { json, parseId } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import type { Post } from '../post.ts';
import { findReadable, readMailbox } from '../store/parcels.ts';

const After = z.string().check(z.regex(/^\d{1,15}$/));

/** A parcel goes out: each member reads the own mailbox, and the objects of parcels sent or received. */
export function mailRoutes(post: Post, doors: Doors): void {
  doors.member('GET /api/inbox', async (ask) => {
    const after = After.safeParse(ask.query.get('after') ?? '0');
    if (!after.success) return err('badRequest');
    const page = await readMailbox(post.db, ask.member.member, Number(after.data));
    return json({ ...page, epoch: post.epoch } satisfies InboxPage);
  });

  doors.member('GET /api/objects/:hash', async (ask) => {
    const hash = parseId(Sha256, ask.param('hash'));
    if (!hash.ok) return hash;
    // Not there and not yours are the same answer: nobody learns what others have.
    const length = await findReadable(post.db, ask.member.member, hash.value);
    if (length === undefined) return err('notFound');
    await post.db
      .transaction()
      .execute((tx) =>
        audit(tx, post.clock.now(), 'objectFetched', { hash: hash.value, by: ask.device.device }),
      );
    return { ok: true, value: { type: 'object', length, bytes: post.objects.read(hash.value) } };
  });
}
