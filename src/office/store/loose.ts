import { Sha256 } from '../../base/ids.ts';
import type { Objects } from '../objects.ts';
import type { Db } from './open.ts';

/*
 * Bytes that no parcel names any more. Their names are written down in the transaction that let go of them, so that a
 * server which dies before it has removed them removes them when it starts again.
 */

/** Those of the names that no parcel lists are to be removed. */
export async function noteLoose(db: Db, hashes: readonly Sha256[]): Promise<void> {
  for (const hash of hashes) {
    if (await isListed(db, hash)) continue;
    await db
      .insertInto('loose')
      .values({ hash })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
}

/**
 * Removes them. Each inside a transaction: a parcel that names the bytes again is admitted either before, and they
 * stay, or after, and its sender is told that they are missing.
 */
export async function removeLoose(db: Db, objects: Pick<Objects, 'remove'>): Promise<void> {
  for (const { hash } of await db.selectFrom('loose').select('hash').execute()) {
    await db.transaction().execute(async (tx) => {
      const name = Sha256.parse(hash);
      if (!(await isListed(tx, name))) await objects.remove(name);
      await tx.deleteFrom('loose').where('hash', '=', hash).execute();
    });
  }
}

/** Every object that an admitted parcel names. */
export async function listedObjects(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('parcel_objects').select('hash').distinct().execute();
  return new Set(rows.map(({ hash }) => hash));
}

async function isListed(db: Db, hash: Sha256): Promise<boolean> {
  const row = await db
    .selectFrom('parcel_objects')
    .select('hash')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
