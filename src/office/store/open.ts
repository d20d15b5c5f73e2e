import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import * as z from 'zod/mini';
import { migrate } from './migrations.ts';
import type { Tables } from './schema.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * Opens the office's database. WAL with synchronous=FULL: a transaction that has returned is on disk
 * (sqlite.org/pragma.html#pragma_synchronous); with NORMAL the last ones could go in a power cut.
 */
export async function openDatabase(file: string): Promise<Db> {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  await migrate(db);
  return db;
}

/** JSON text from our own database back into its type. @throws when it is not what we wrote. */
export function decode<T>(schema: z.ZodMiniType<T>, text: string): T {
  return schema.parse(JSON.parse(text));
}
