import Dexie, { type Table } from 'dexie';
import type { VaultId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { makeBreaker, type Breaker, type BreakerDeps } from './breaker.ts';
import type { SealedRow } from './seal.ts';

export interface OutboxRow {
  readonly parcel: string;
  readonly addedAt: number;
  readonly item: unknown;
}
export interface ObjectRow {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the database holds: sealed rows and records, and the outbox, which is ciphertext by itself. */
export interface Tables {
  readonly rows: Table<SealedRow, string>;
  readonly records: Table<SealedRow, string>;
  readonly outbox: Table<OutboxRow, string>;
  readonly objects: Table<ObjectRow, string>;
}

/** The first copy, behind its breaker. */
export interface Database {
  readonly breaker: Breaker;
  run<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StoreProblem>>;
  /** Puts rows and takes away what is "gone", in one strict transaction. */
  write(rows: readonly SealedRow[]): Promise<Result<void, StoreProblem>>;
  /** One strict transaction over the outbox. */
  outbox<T>(work: (tables: Tables) => Promise<T>): Promise<Result<T, StoreProblem>>;
  close(): void;
}

/** IndexedDB from outside, so that a test can bring one. */
export interface DatabaseDeps extends BreakerDeps {
  readonly indexedDB?: IDBFactory | undefined;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined;
}

const nameOf = (vault: VaultId): string => `vault-${vault}`;

function connect(vault: VaultId, deps: DatabaseDeps): Dexie {
  return new Dexie(nameOf(vault), {
    // The default lost every acknowledged row in 11 of 11 power cuts (security.md 4.1).
    chromeTransactionDurability: 'strict',
    ...(deps.indexedDB ? { indexedDB: deps.indexedDB } : {}),
    ...(deps.IDBKeyRange ? { IDBKeyRange: deps.IDBKeyRange } : {}),
  });
}

export function openDatabase(vault: VaultId, deps: DatabaseDeps): Database {
  const dexie = connect(vault, deps);
  // In clear: random ids, which stream, what kind of row, a revision. Upgrades only add (security.md 4.6).
  dexie.version(1).stores({
    rows: 'id, stream, store, [store+stream]',
    records: 'id',
    outbox: 'parcel, addedAt',
    objects: 'hash',
  });
  const tables: Tables = {
    rows: dexie.table('rows'),
    records: dexie.table('records'),
    outbox: dexie.table('outbox'),
    objects: dexie.table('objects'),
  };
  const breaker = makeBreaker(deps);
  let isClosing = false;
  const close = (): void => {
    isClosing = true;
    dexie.close({ disableAutoOpen: true });
  };
  breaker.onTrip(close);
  // A newer version in another tab, or the browser itself, takes the database away: go on in the reserve.
  dexie.on('versionchange', () => breaker.trip('VersionChange'));
  dexie.on('close', () => {
    if (!isClosing) breaker.trip('DatabaseClosed');
  });

  return {
    breaker,
    run: (work) => breaker.run(() => work(tables)),
    write: (rows) => breaker.run(() => writeRows(dexie, tables, rows)),
    outbox: (work) =>
      breaker.run(() => dexie.transaction('rw', tables.outbox, tables.objects, () => work(tables))),
    close,
  };
}

export async function deleteDatabase(vault: VaultId, deps: DatabaseDeps): Promise<void> {
  await connect(vault, deps).delete();
}

async function writeRows(dexie: Dexie, tables: Tables, rows: readonly SealedRow[]): Promise<void> {
  const of = (...stores: SealedRow['store'][]): SealedRow[] =>
    rows.filter((row) => stores.includes(row.store));
  const ids = (list: readonly SealedRow[]): string[] => list.map((row) => row.id);
  const [kept, gone] = [of('event', 'head', 'draft', 'index'), of('draftGone')];
  const [records, recordsGone] = [of('record'), of('recordGone')];
  const touched = [
    ...(kept.length + gone.length > 0 ? [tables.rows] : []),
    ...(records.length + recordsGone.length > 0 ? [tables.records] : []),
  ];
  if (touched.length === 0) return;
  await dexie.transaction('rw', touched, async () => {
    if (kept.length > 0) await tables.rows.bulkPut(kept);
    if (gone.length > 0) await tables.rows.bulkDelete(ids(gone));
    if (records.length > 0) await tables.records.bulkPut(records);
    if (recordsGone.length > 0) await tables.records.bulkDelete(ids(recordsGone));
  });
}
