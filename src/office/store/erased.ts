import { MemberId, ParcelId, Sha256, type Millis } from '../../base/ids.ts';
import { noteLoose } from './loose.ts';
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

/** Every parcel that was erased here. */
export async function listErased(db: Db): Promise<readonly ParcelId[]> {
  const rows = await db.selectFrom('erased').select('parcel').execute();
  return rows.map(({ parcel }) => ParcelId.parse(parcel));
}

/** Writes down that this member asks for it. @returns everyone who has. */
export async function askToErase(
  tx: Tx,
  parcel: ParcelId,
  member: MemberId,
  at: Millis,
): Promise<ReadonlySet<MemberId>> {
  await tx
    .insertInto('erasures')
    .values({ parcel, member, at })
    .onConflict((conflict) => conflict.columns(['parcel', 'member']).doNothing())
    .execute();
  const asked = await tx
    .selectFrom('erasures')
    .select('member')
    .where('parcel', '=', parcel)
    .execute();
  return new Set(asked.map((row) => MemberId.parse(row.member)));
}

/**
 * Erases the parcel, also one that is not here and so will never be taken in. Its bytes wait for `removeLoose`.
 */
export async function eraseParcel(tx: Tx, parcel: ParcelId, at: Millis): Promise<void> {
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
  await noteLoose(
    tx,
    listed.map(({ hash }) => Sha256.parse(hash)),
  );
}
