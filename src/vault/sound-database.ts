import Dexie, { type Table } from 'dexie';
import type { StreamId, VaultId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { makeBreaker } from './breaker.ts';
import type { DatabaseDeps } from './database.ts';
import type { SealedSlice } from './sound-log.ts';

interface SliceRow extends SealedSlice {
  readonly id: string;
  readonly recording: string;
}

/** The second copy of sound: a database of its own behind a breaker of its own, so that it can't stop the text's. */
export interface SoundDatabase {
  put(recording: StreamId, slices: readonly SealedSlice[]): Promise<Result<void, StoreProblem>>;
  remove(recording: StreamId, numbers: readonly number[]): Promise<Result<void, StoreProblem>>;
  drop(recording: StreamId): Promise<Result<void, StoreProblem>>;
  /** The numbers and places of what it has, without the sound; empty when it fails. */
  numbers(recording: StreamId): Promise<readonly number[]>;
  get(recording: StreamId, n: number): Promise<SealedSlice | undefined>;
  close(): void;
}

const nameOf = (vault: VaultId): string => `sound-${vault}`;
/** Numbers stand in the key as fixed digits, so that a recording's rows lie in order. */
const idOf = (recording: StreamId, n: number): string =>
  `${recording}:${n.toString().padStart(8, '0')}`;

function connect(vault: VaultId, deps: DatabaseDeps): Dexie {
  return new Dexie(nameOf(vault), {
    // As in database.ts: without it a power cut loses what was acknowledged (security.md 4.1).
    chromeTransactionDurability: 'strict',
    ...(deps.indexedDB ? { indexedDB: deps.indexedDB } : {}),
    ...(deps.IDBKeyRange ? { IDBKeyRange: deps.IDBKeyRange } : {}),
  });
}

export function openSoundDatabase(vault: VaultId, deps: DatabaseDeps): SoundDatabase {
  const dexie = connect(vault, deps);
  dexie.version(1).stores({ slices: 'id, recording' });
  const slices: Table<SliceRow, string> = dexie.table('slices');
  const breaker = makeBreaker(deps);
  dexie.on('versionchange', () => breaker.trip('VersionChange'));
  breaker.onTrip(() => dexie.close({ disableAutoOpen: true }));
  return {
    put: (recording, rows) =>
      breaker.run(async () => {
        await slices.bulkPut(
          rows.map((row) => ({ ...row, id: idOf(recording, row.n), recording })),
        );
      }),
    remove: (recording, numbers) =>
      breaker.run(() => slices.bulkDelete(numbers.map((n) => idOf(recording, n)))),
    drop: (recording) =>
      breaker.run(async () => {
        await slices.where('recording').equals(recording).delete();
      }),
    async numbers(recording) {
      const keys = await breaker.run(() =>
        slices.where('recording').equals(recording).primaryKeys(),
      );
      return keys.ok ? keys.value.map((id) => Number(id.split(':')[1])) : [];
    },
    async get(recording, n) {
      const row = await breaker.run(() => slices.get(idOf(recording, n)));
      return row.ok ? row.value : undefined;
    },
    close: () => dexie.close({ disableAutoOpen: true }),
  };
}

export async function deleteSoundDatabase(vault: VaultId, deps: DatabaseDeps): Promise<void> {
  await connect(vault, deps).delete();
}
