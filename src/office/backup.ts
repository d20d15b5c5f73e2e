import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { Clock } from '../base/deps.ts';
import { Millis, OfficeId, Sha256 } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { audit, auditHead, verifyAudit } from './audit.ts';
import { syncFolder, writeDurably } from './disk.ts';
import { folderAt, makeFolder, type Folder } from './folder.ts';
import { findTombstones } from './found-tombstones.ts';
import { lengthOf, openObjects } from './objects.ts';
import { listErased } from './store/erased.ts';
import { openDatabase, type Db } from './store/open.ts';
import { findOffice, setEpoch } from './store/office.ts';
import { replayErasures } from './sweep.ts';
import { openTombstones } from './tombstones.ts';
import { listStored } from './store/parcels.ts';

/** Written last: a folder without it is a backup that was interrupted. */
const BackupCard = z.object({
  v: z.literal(1),
  office: OfficeId,
  at: Millis,
  auditHead: Sha256,
  /** The highest epoch given out from this backup, so that restoring it twice does not give the same one twice. */
  epoch: z.int().check(z.positive()),
});
type BackupCard = z.infer<typeof BackupCard>;
const cardAt = (folder: Folder): string => join(folder.path, 'backup.json');

export type BackupProblem =
  | { readonly type: 'noOffice'; readonly detail: string }
  | { readonly type: 'folderNotEmpty'; readonly detail: string }
  | { readonly type: 'notABackup'; readonly detail: string }
  | { readonly type: 'dataInUse'; readonly detail: string }
  /** A file whose bytes aren't its name, or a database or audit chain that doesn't hold. */
  | { readonly type: 'objectDamaged'; readonly detail: string };

/**
 * Copies an office, running or not, into an empty folder. The database first, then the objects it names: they
 * were durable before it named them and never change, so the copy is whole whatever arrives meanwhile.
 */
export async function backUp(
  data: string,
  target: string,
  clock: Clock,
): Promise<Result<{ readonly objects: number }, BackupProblem>> {
  const from = folderAt(data);
  const to = folderAt(target);
  if (!existsSync(from.database)) return err({ type: 'noOffice', detail: data });
  if (existsSync(target) && readdirSync(target).length > 0) {
    return err({ type: 'folderNotEmpty', detail: target });
  }
  makeFolder(to);

  const live = new Database(from.database, { readonly: true });
  await live.backup(to.database).finally(() => live.close());
  await syncFile(to.database);
  writeDurably(to.key, readFileSync(from.key, 'utf8'));
  openTombstones(to.tombstones).add(openTombstones(from.tombstones).all());

  return withDatabase(to, async (db) => {
    const office = await findOffice(db);
    if (!office) return err({ type: 'noOffice', detail: data });
    const objects = await listStored(db);
    for (const { hash } of objects) await copyDurably(objectIn(from, hash), objectIn(to, hash));
    await syncFolder(to.objects);
    const card: BackupCard = {
      v: 1,
      office: office.id,
      at: clock.now(),
      auditHead: await auditHead(db),
      epoch: office.epoch,
    };
    writeDurably(cardAt(to), JSON.stringify(card));
    return ok({ objects: objects.length });
  });
}

export interface Restored {
  readonly epoch: number;
  readonly objects: number;
  /** Parcels that were erased after the backup was made and so did not come back; null: no newer list was found. */
  readonly stayedErased: number | null;
  /** The lists that tell of them, the backup's own not among them. */
  readonly lists: readonly string[];
}

/**
 * Puts a backup where no office is. Everything is checked before anything is written, and the database comes last
 * and whole. The new epoch tells every client that receipts from before may speak of parcels the backup lacks. What
 * was erased after the backup was made does not come back, as far as any list of it can be found (found-tombstones.ts).
 * @param replaced folders of the office that this one takes the place of.
 */
export async function restore(
  source: string,
  data: string,
  clock: Clock,
  replaced: readonly string[] = [],
): Promise<Result<Restored, BackupProblem>> {
  const from = folderAt(source);
  const to = folderAt(data);
  if (existsSync(to.database)) return err({ type: 'dataInUse', detail: data });
  const card = readCard(from);
  if (!card || !existsSync(from.database) || !existsSync(from.key)) {
    return err({ type: 'notABackup', detail: source });
  }
  makeFolder(to);
  const unfinished: Folder = { ...to, database: `${to.database}.restoring` };
  for (const suffix of ['', '-wal', '-shm'])
    await rm(unfinished.database + suffix, { force: true });
  await copyFile(from.database, unfinished.database);

  const restored = await withDatabase(unfinished, async (db) => {
    const log = await verifyAudit(db, [card.auditHead]);
    if (!log.ok) return err({ type: 'objectDamaged', detail: 'office.db' });
    const objects = await listStored(db);
    for (const { hash } of objects) {
      if ((await hashOf(objectIn(from, hash))) !== hash) {
        return err({ type: 'objectDamaged', detail: hash });
      }
    }
    const tombstones = openTombstones(to.tombstones);
    const found = findTombstones(source, data, replaced);
    const before = openTombstones(from.tombstones).all();
    const known = new Set([...before, ...(await listErased(db))]);
    const since = new Set(found.flatMap(({ parcels }) => parcels).filter((id) => !known.has(id)));
    tombstones.add([...before, ...since]);
    await replayErasures(db, tombstones, clock);
    const left = await listStored(db);
    openObjects(to.objects);
    for (const { hash } of left) await copyDurably(objectIn(from, hash), objectIn(to, hash));
    const epoch = card.epoch + 1;
    // Before the office can answer with it: an epoch is never given out twice from one backup.
    writeDurably(cardAt(from), JSON.stringify({ ...card, epoch } satisfies BackupCard));
    await db.transaction().execute(async (tx) => {
      await setEpoch(tx, epoch);
      await audit(tx, clock.now(), 'officeRestored', { epoch });
    });
    return ok({
      epoch,
      objects: left.length,
      stayedErased: found.length > 0 ? since.size : null,
      lists: found.map(({ file }) => file),
    });
  });
  if (!restored.ok) {
    await rm(unfinished.database, { force: true });
    return restored;
  }
  writeDurably(to.key, readFileSync(from.key, 'utf8'));
  await syncFile(unfinished.database);
  await rename(unfinished.database, to.database);
  await syncFolder(to.path);
  return restored;
}

/** Runs with the folder's database open; a file that is no database of ours is a damaged backup. */
async function withDatabase<T>(
  folder: Folder,
  work: (db: Db) => Promise<Result<T, BackupProblem>>,
): Promise<Result<T, BackupProblem>> {
  let db: Db;
  try {
    db = await openDatabase(folder.database);
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      return err({ type: 'objectDamaged', detail: 'office.db' });
    }
    throw error;
  }
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

function readCard(folder: Folder): BackupCard | undefined {
  const file = cardAt(folder);
  if (!existsSync(file)) return undefined;
  const parsed = BackupCard.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : undefined;
}

const objectIn = (folder: Folder, hash: Sha256): string =>
  join(folder.objects, hash.slice(0, 2), hash);

async function copyDurably(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true });
  await copyFile(from, `${to}.new`);
  await syncFile(`${to}.new`);
  await rename(`${to}.new`, to);
  await syncFolder(dirname(to));
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function hashOf(file: string): Promise<string | undefined> {
  if ((await lengthOf(file)) === undefined) return undefined;
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) digest.update(chunk);
  return digest.digest('hex');
}
