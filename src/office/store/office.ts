import * as z from 'zod/mini';
import { OfficeId, Sha256 } from '../../base/ids.ts';
import { SignedDirectory } from '../../sync/model/directory.ts';
import { decode, type Db } from './open.ts';

export const OfficeRow = z.object({
  id: OfficeId,
  epoch: z.int().check(z.positive()),
  claim_hash: z.nullable(Sha256),
});
export type OfficeRow = z.infer<typeof OfficeRow>;

/** The office's own row; undefined in a new database. */
export async function findOffice(db: Db): Promise<OfficeRow | undefined> {
  const row = await db
    .selectFrom('office')
    .select(['id', 'epoch', 'claim_hash'])
    .executeTakeFirst();
  return row && OfficeRow.parse(row);
}

export async function foundOffice(db: Db, id: OfficeId): Promise<void> {
  await db.insertInto('office').values({ one: 1, id, epoch: 1, claim_hash: null }).execute();
}

/** Null once the office is claimed: the secret is worth nothing from then on. */
export async function setClaimHash(db: Db, hash: Sha256 | null): Promise<void> {
  await db.updateTable('office').set({ claim_hash: hash }).execute();
}

export async function setEpoch(db: Db, epoch: number): Promise<void> {
  await db.updateTable('office').set({ epoch }).execute();
}

/** The newest directory; undefined while the office is unclaimed. */
export async function findDirectory(db: Db): Promise<SignedDirectory | undefined> {
  const row = await db
    .selectFrom('directories')
    .select('body')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && decode(SignedDirectory, row.body);
}

/** The version is the primary key: of two that come at once, one fails and rolls back. */
export async function addDirectory(db: Db, signed: SignedDirectory): Promise<void> {
  await db
    .insertInto('directories')
    .values({ version: signed.directory.version, body: JSON.stringify(signed) })
    .execute();
}
