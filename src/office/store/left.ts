import * as z from 'zod/mini';
import { Millis, type DeviceId, type Sha256 } from '../../base/ids.ts';
import { SignedConsignment } from '../../parcel/model/consignment.ts';
import type { Member } from '../../sync/model/directory.ts';
import type { LeftParcels } from '../../sync/model/protocol.ts';
import { decode, type Db } from './open.ts';

/** A tablet's newest copies; one is made every few minutes of a talk, so this is many talks. */
const MOST = 500;

const Row = z.object({ consignment: z.string(), committed_at: Millis });

/**
 * What a tablet sent to nobody but its owner, newest first: the sealed copies of half-done interviews. What it sent to
 * others is theirs already. `lastContact` is when the newest parcel of any kind came.
 */
export async function leftBehind(
  db: Db,
  owner: Member,
  device: DeviceId,
): Promise<Omit<LeftParcels, 'device'>> {
  const key = owner.devices.find((each) => each.device === device)?.key;
  if (!key) return { items: [], lastContact: null };
  const rows = await db
    .selectFrom('parcels')
    .select(['consignment', 'committed_at'])
    .where('sender_key', '=', key)
    .where('committed_at', 'is not', null)
    .orderBy('committed_at', 'desc')
    .execute();
  const sent = rows.map((row) => {
    const { consignment, committed_at: receivedAt } = Row.parse(row);
    return { consignment: decode(SignedConsignment, consignment), receivedAt };
  });
  const own = sent.filter(({ consignment: { consignment } }) => {
    const { recipients, sender } = consignment;
    return sender.device === device && recipients.every((each) => each === owner.member);
  });
  return { items: own.slice(0, MOST), lastContact: sent[0]?.receivedAt ?? null };
}

/** The length of an object that such a copy names; undefined when none does. */
export async function lengthOfLeft(
  db: Db,
  owner: Member,
  device: DeviceId,
  hash: Sha256,
): Promise<number | undefined> {
  const { items } = await leftBehind(db, owner, device);
  return items
    .flatMap(({ consignment }) => consignment.consignment.objects)
    .find((each) => each.hash === hash)?.length;
}
