import * as z from 'zod/mini';
import { MemberId, Millis, ParcelId, Sha256, SignKey } from '../../base/ids.ts';
import { SealedObject, SignedConsignment } from '../../parcel/model/consignment.ts';
import { InboxItem } from '../../sync/model/protocol.ts';
import { noteLoose } from './loose.ts';
import { decode, type Db } from './open.ts';

/** An admitted parcel; committed once it has a receipt. */
const Parcel = z.object({
  id: ParcelId,
  digest: Sha256,
  sender_member: MemberId,
  sender_key: SignKey,
  consignment: z.string(),
  committed_at: z.nullable(Millis),
  receipt: z.nullable(z.string()),
  receipt_epoch: z.nullable(z.int()),
});
export type Parcel = z.infer<typeof Parcel>;

export async function findParcel(db: Db, id: ParcelId): Promise<Parcel | undefined> {
  const row = await db.selectFrom('parcels').selectAll().where('id', '=', id).executeTakeFirst();
  return row && Parcel.parse(row);
}

export const consignmentOf = (parcel: Parcel): SignedConsignment =>
  decode(SignedConsignment, parcel.consignment);

export async function admitParcel(
  db: Db,
  signed: SignedConsignment,
  digest: Sha256,
  at: Millis,
): Promise<void> {
  const { consignment } = signed;
  await db
    .insertInto('parcels')
    .values({
      id: consignment.parcel,
      digest,
      sender_member: consignment.sender.member,
      sender_key: consignment.sender.key,
      consignment: JSON.stringify(signed),
      admitted_at: at,
      committed_at: null,
      receipt: null,
      receipt_epoch: null,
    })
    .execute();
  await db
    .insertInto('parcel_objects')
    .values(consignment.objects.map((object) => ({ parcel: consignment.parcel, ...object })))
    .execute();
}

export async function setReceipt(
  db: Db,
  id: ParcelId,
  receipt: { readonly text: string; readonly epoch: number; readonly at: Millis },
): Promise<void> {
  await db
    .updateTable('parcels')
    .set({ receipt: receipt.text, receipt_epoch: receipt.epoch, committed_at: receipt.at })
    .where('id', '=', id)
    .execute();
}

const Listed = z.object({ hash: Sha256, length: SealedObject.shape.length, sender_key: SignKey });
export type Listed = z.infer<typeof Listed>;

/** The object as the admitted consignment lists it, and whose signature admitted it; one indexed look. */
export async function findListed(
  db: Db,
  parcel: ParcelId,
  hash: Sha256,
): Promise<Listed | undefined> {
  const row = await db
    .selectFrom('parcel_objects')
    .innerJoin('parcels', 'parcels.id', 'parcel_objects.parcel')
    .select(['hash', 'length', 'sender_key'])
    .where('parcel', '=', parcel)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && Listed.parse(row);
}

/** The sender has carried these bytes here for this parcel, and they are what their name says. */
export async function setBrought(db: Db, parcel: ParcelId, hash: Sha256): Promise<void> {
  await db
    .updateTable('parcel_objects')
    .set({ brought: 1 })
    .where('parcel', '=', parcel)
    .where('hash', '=', hash)
    .execute();
}

/**
 * Those of the parcel's objects that its sender's device has brought, for this parcel or an earlier one. Who only
 * knows a name has not the bytes: naming what a colleague has sent must give nobody a way to read it.
 */
export async function findBrought(db: Db, parcel: ParcelId): Promise<ReadonlySet<Sha256>> {
  const rows = await db
    .selectFrom('parcel_objects as named')
    .innerJoin('parcels as here', 'here.id', 'named.parcel')
    .innerJoin('parcel_objects as carried', 'carried.hash', 'named.hash')
    .innerJoin('parcels as earlier', 'earlier.id', 'carried.parcel')
    .select('named.hash')
    .distinct()
    .where('named.parcel', '=', parcel)
    .where('carried.brought', '=', 1)
    .whereRef('earlier.sender_key', '=', 'here.sender_key')
    .execute();
  return new Set(rows.map(({ hash }) => Sha256.parse(hash)));
}

/**
 * Forgets parcels that were admitted before `before` and never committed; their bytes wait for `removeLoose`.
 * @returns how many.
 */
export async function forgetUncommitted(db: Db, before: Millis): Promise<number> {
  const stale = db
    .selectFrom('parcels')
    .select('id')
    .where('committed_at', 'is', null)
    .where('admitted_at', '<', before);
  const listed = await db
    .selectFrom('parcel_objects')
    .select('hash')
    .distinct()
    .where('parcel', 'in', stale)
    .execute();
  await db.deleteFrom('parcel_objects').where('parcel', 'in', stale).execute();
  const gone = await db
    .deleteFrom('parcels')
    .where('committed_at', 'is', null)
    .where('admitted_at', '<', before)
    .executeTakeFirst();
  await noteLoose(
    db,
    listed.map(({ hash }) => Sha256.parse(hash)),
  );
  return Number(gone.numDeletedRows);
}

/**
 * Puts the parcel into each mailbox, once. A cursor is never given out twice, also when what it stood for has been
 * erased: a device that has read up to it would miss what comes next. A restored office starts each epoch a thousand
 * million further on, so that a tablet which remembers one from before the restore misses nothing.
 */
export async function deliver(
  db: Db,
  parcel: ParcelId,
  members: readonly MemberId[],
  epoch: number,
): Promise<void> {
  for (const member of members) {
    const newest = await db
      .selectFrom('cursors')
      .select('cursor')
      .where('member', '=', member)
      .executeTakeFirst();
    const cursor = Math.max(Number(newest?.cursor ?? 0), (epoch - 1) * 1_000_000_000) + 1;
    await db
      .insertInto('mailbox')
      .values({ member, cursor, parcel })
      .onConflict((conflict) => conflict.columns(['member', 'parcel']).doNothing())
      .execute();
    await db
      .insertInto('cursors')
      .values({ member, cursor })
      .onConflict((conflict) => conflict.column('member').doUpdateSet({ cursor }))
      .execute();
  }
}

export const PAGE = 100;

/** The next page of a mailbox, and whether there is more behind it. */
export async function readMailbox(
  db: Db,
  member: MemberId,
  after: number,
): Promise<{ readonly items: InboxItem[]; readonly more: boolean }> {
  const rows = await db
    .selectFrom('mailbox')
    .innerJoin('parcels', 'parcels.id', 'mailbox.parcel')
    .select(['cursor', 'consignment', 'committed_at'])
    .where('member', '=', member)
    .where('cursor', '>', after)
    .orderBy('cursor')
    .limit(PAGE + 1)
    .execute();
  const items = rows.slice(0, PAGE).map((row) =>
    InboxItem.parse({
      cursor: row.cursor,
      consignment: JSON.parse(row.consignment),
      receivedAt: row.committed_at,
    }),
  );
  return { items, more: rows.length > PAGE };
}

/**
 * The object's length when `member` sent or received a committed parcel that names it; else undefined. A parcel is
 * committed only when its own sender has brought every object (findBrought), so naming one is not enough.
 */
export async function findReadable(
  db: Db,
  member: MemberId,
  hash: Sha256,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('parcel_objects')
    .innerJoin('parcels', 'parcels.id', 'parcel_objects.parcel')
    .leftJoin('mailbox', (join) =>
      join.onRef('mailbox.parcel', '=', 'parcels.id').on('mailbox.member', '=', member),
    )
    .select('length')
    .where('hash', '=', hash)
    .where('committed_at', 'is not', null)
    .where((where) =>
      where.or([where('sender_member', '=', member), where('mailbox.member', '=', member)]),
    )
    .executeTakeFirst();
  return row?.length;
}

/** Every object a committed parcel names, for backup and restore. */
export async function listStored(db: Db): Promise<SealedObject[]> {
  const rows = await db
    .selectFrom('parcel_objects')
    .innerJoin('parcels', 'parcels.id', 'parcel_objects.parcel')
    .select(['hash', 'length'])
    .distinct()
    .where('committed_at', 'is not', null)
    .orderBy('hash')
    .execute();
  return rows.map((row) => SealedObject.parse(row));
}
