import type { MemberId, ParcelId } from '../../base/ids.ts';
import type { Directory, Member } from '../../sync/model/directory.ts';
import { ErasureBody, type ErasureAnswer } from '../../sync/model/protocol.ts';
import { json, parseBody } from '../answer.ts';
import { audit } from '../audit.ts';
import type { Doors } from '../doors.ts';
import { directoryInForce, type Post } from '../post.ts';
import { askToErase, eraseParcel, isErased } from '../store/erased.ts';
import { removeLoose } from '../store/loose.ts';
import { consignmentOf, findParcel, type Parcel } from '../store/parcels.ts';

/** One is not enough to take away what colleagues may still need. */
const PEOPLE_TO_ERASE = 2;

type Fate = keyof ErasureAnswer | 'unknown';

/**
 * Erases sealed parcels: at once what its sender sent to nobody else (a draft's copy), and else when two different
 * people have asked, each a supervisor or its sender. The office reads no parcel, so it cannot know why; it only
 * counts who asked. And when everyone whom it is for has asked: nobody is left who needs it. Supervisors may ask before a parcel is here: one that an old tablet still carries, or that a
 * restored backup lacks, is then not taken in again.
 */
export function erasureRoutes(post: Post, doors: Doors): void {
  doors.member('POST /api/erasures', async (ask) => {
    const body = parseBody(ErasureBody, ask.body);
    if (!body.ok) return body;
    const directory = directoryInForce(post);
    if (!directory.ok) return directory;
    const { member, device } = ask;
    const decide = (id: ParcelId) =>
      post.db.transaction().execute(async (tx): Promise<Fate> => {
        if (await isErased(tx, id)) return 'erased';
        const parcel = await findParcel(tx, id);
        const supervises = member.role === 'supervisor';
        // Not here and not yours to erase are the same: nobody learns what others have.
        if (!supervises && !(parcel && isFor(parcel, member.member))) return 'unknown';
        const now = post.clock.now();
        if (!parcel || !isOwnCopy(parcel, member, directory.value)) {
          const asked = await askToErase(tx, id, member.member, now);
          await audit(tx, now, 'erasureAsked', { parcel: id, by: device.device });
          if (!isDecided(asked, parcel, directory.value)) return parcel ? 'waiting' : 'unknown';
        }
        // Before the transaction ends: if the server dies in between, the next start erases it.
        post.tombstones.add([id]);
        await eraseParcel(tx, id, now);
        await audit(tx, now, 'parcelErased', { parcel: id, by: device.device });
        return 'erased';
      });
    const fates: Record<Fate, ParcelId[]> = { erased: [], waiting: [], unknown: [] };
    for (const id of body.value.parcels) fates[await decide(id)].push(id);
    await removeLoose(post.db, post.objects);
    const { erased, waiting } = fates;
    return json({ erased, waiting } satisfies ErasureAnswer);
  });
}

/** Whether this member sent or got it. */
function isFor(parcel: Parcel, member: MemberId): boolean {
  const { recipients, sender } = consignmentOf(parcel).consignment;
  return sender.member === member || recipients.includes(member);
}

function isDecided(
  asked: ReadonlySet<MemberId>,
  parcel: Parcel | undefined,
  { members }: Directory,
): boolean {
  const counting = [...asked].filter(
    (who) =>
      parcel?.sender_member === who ||
      members.some(({ member, role }) => member === who && role === 'supervisor'),
  );
  if (counting.length >= PEOPLE_TO_ERASE) return true;
  if (!parcel) return false;
  const { recipients, sender } = consignmentOf(parcel).consignment;
  const others = recipients.filter((each) => each !== sender.member);
  return others.length > 0 && asked.has(sender.member) && others.every((each) => asked.has(each));
}

/**
 * True for what its sender addressed to nobody else: a draft's copy. By whom it names, and not by whose mailboxes it
 * lies in, since a colleague who has left has none. A sole supervisor's records name only herself too; as long as
 * there is no other supervisor they cannot be told from a draft, and nobody erases them alone.
 */
function isOwnCopy(parcel: Parcel, by: Member, directory: Directory): boolean {
  const { recipients, sender } = consignmentOf(parcel).consignment;
  const isAlone = recipients.every((recipient) => recipient === sender.member);
  if (!isAlone || sender.member !== by.member) return false;
  return (
    by.role !== 'supervisor' ||
    directory.members.some(
      ({ member, role, leftAt }) =>
        member !== by.member && role === 'supervisor' && leftAt === undefined,
    )
  );
}
