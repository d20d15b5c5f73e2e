import Database from 'better-sqlite3';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';

/** Where everything of one office lies. The folder is the office: back it up and you have it. */
export interface Folder {
  readonly path: string;
  readonly database: string;
  readonly key: string;
  readonly objects: string;
  /** Which parcels were erased; see tombstones.ts. */
  readonly tombstones: string;
  readonly lock: string;
}

export const folderAt = (path: string): Folder => ({
  path,
  database: join(path, 'office.db'),
  key: join(path, 'office.key'),
  objects: join(path, 'objects'),
  tombstones: join(path, 'erased.txt'),
  lock: join(path, 'office.lock'),
});

/** Makes the folder if need be, closed to everyone but the server's own user. */
export function makeFolder(folder: Folder): void {
  mkdirSync(folder.path, { recursive: true });
  chmodSync(folder.path, 0o700);
  mkdirSync(folder.objects, { recursive: true });
}

/**
 * One process per folder. The lock is SQLite's own on a file of its own, so the system lets go of it when the
 * process dies, however it dies; a file with a process number would stay behind.
 */
export function lockFolder(folder: Folder): Result<{ release(): void }, 'folderBusy'> {
  const lock = new Database(folder.lock, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      return err('folderBusy');
    }
    throw error;
  }
  return ok({ release: () => lock.close() });
}
