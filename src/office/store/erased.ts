import { ParcelId, Sha256, type MemberId, type Millis } from '../../base/ids.ts';
import type { Db, Tx } from './open.ts';

/*
 * What is erased at the office: the parcel's row, its places in the mailboxes and the sealed bytes that no other
 * parcel names. The parcel's id stays, so that it is not taken in again.
 */

/** True when this parcel was erased here. */
export async function isErased(db: Db, parcel: ParcelId): Promise<boolean> {
  const row = await db
    .selectFrom('erased')
    .select('parcel')
    .where('parcel', '=', parcel)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when nobody but the sender has it in their mailbox: a sealed copy for its own author. */
export async function isForSenderAlone(tx: Tx, parcel: ParcelId): Promise<boolean> {
  const rows = await tx
    .selectFrom('mailbox')
    .innerJoin('parcels', 'parcels.id', 'mailbox.parcel')
    .select(['member', 'sender_member'])
    .where('mailbox.parcel', '=', parcel)
    .execute();
  return rows.length > 0 && rows.every(({ member, sender_member }) => member === sender_member);
}

/** Writes down that this member asks for it. @returns how many different members have. */
export async function askToErase(
  tx: Tx,
  parcel: ParcelId,
  member: MemberId,
  at: Millis,
): Promise<number> {
  await tx
    .insertInto('erasures')
    .values({ parcel, member, at })
    .onConflict((conflict) => conflict.columns(['parcel', 'member']).doNothing())
    .execute();
  const asked = await tx
    .selectFrom('erasures')
    .select((all) => all.fn.countAll().as('count'))
    .where('parcel', '=', parcel)
    .executeTakeFirst();
  return Number(asked?.count ?? 0);
}

/** Erases the parcel. @returns the names of objects that no parcel lists any more. */
export async function eraseParcel(
  tx: Tx,
  parcel: ParcelId,
  at: Millis,
): Promise<readonly Sha256[]> {
  const listed = await tx
    .selectFrom('parcel_objects')
    .select('hash')
    .where('parcel', '=', parcel)
    .execute();
  await tx.deleteFrom('mailbox').where('parcel', '=', parcel).execute();
  await tx.deleteFrom('parcel_objects').where('parcel', '=', parcel).execute();
  await tx.deleteFrom('parcels').where('id', '=', parcel).execute();
  await tx.deleteFrom('erasures').where('parcel', '=', parcel).execute();
  await tx
    .insertInto('erased')
    .values({ parcel, at })
    .onConflict((conflict) => conflict.column('parcel').doNothing())
    .execute();
  const loose: Sha256[] = [];
  for (const { hash } of listed) {
    const other = await tx
      .selectFrom('parcel_objects')
      .select('hash')
      .where('hash', '=', hash)
      .limit(1)
      .executeTakeFirst();
    if (!other) loose.push(Sha256.parse(hash));
  }
  return loose;
}
