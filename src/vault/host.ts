import { newId, type Deps } from '../base/deps.ts';
import { VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { openDataKey, openJson } from './data-key.ts';
import { deleteDatabase, openDatabase, type Database, type DatabaseDeps } from './database.ts';
import type { Derivation } from './derive.ts';
import {
  hasFreeSpace,
  inPlace,
  openPatiently,
  readPatiently,
  storeProblemOf,
  type SyncFile,
  type TakeLock,
  type VaultFiles,
} from './files.ts';
import { VaultIdentity } from './identity.ts';
import { newestCard, newestKeyFile } from './key-file.ts';
import { readEarly, type EarlyRows } from './early-rows.ts';
import { useKeyFiles, type Keys } from './keys.ts';
import type { IndexLimits } from './kept-head.ts';
import type {
  NewVault,
  OpenVault,
  UnlockSecret,
  VaultCard,
  VaultHost,
  VaultProblem,
} from './model/port.ts';
import { assembleVault } from './open-vault.ts';
import { openOutbox } from './outbox.ts';
import { openWith, refuseLikeAWrongSecret } from './unlock.ts';

export interface VaultDeps extends Deps {
  readonly files: VaultFiles;
  readonly takeLock: TakeLock;
  /** What navigator.storage.persisted() says; asking for it is the page's part. */
  readonly isPersisted: () => Promise<boolean>;
  /** Instead of measuring this device, for tests; never below the floor. */
  readonly derivation?: Derivation;
  readonly indexedDB?: DatabaseDeps['indexedDB'];
  readonly IDBKeyRange?: DatabaseDeps['IDBKeyRange'];
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  readonly watchdogMs: number;
  readonly draftIdleMs: number;
  readonly reserveBytes: number;
  readonly reserveMaxBytes: number;
  readonly index: IndexLimits;
}

const LIMITS: Limits = {
  watchdogMs: 3000,
  draftIdleMs: 2000,
  reserveBytes: 4 * 1024 * 1024,
  reserveMaxBytes: 64 * 1024 * 1024,
  index: { from: 256, idleMs: 3000 },
};

const KEY_FILES = ['key-a', 'key-b'] as const;
const FILES = [...KEY_FILES, 'reserve-a', 'reserve-b'] as const;

/** The vaults of the given files and database. It runs in the vault worker; unwrapped keys never leave it. */
export function vaultHostOn(deps: VaultDeps): VaultHost & { setVisible(isVisible: boolean): void } {
  const limits = { ...LIMITS, ...deps.limits };
  const databases = new Map<VaultId, Promise<Database>>();
  let isVisible = true;
  const databaseDeps: DatabaseDeps = {
    isVisible: () => isVisible,
    watchdogMs: limits.watchdogMs,
    indexedDB: deps.indexedDB,
    IDBKeyRange: deps.IDBKeyRange,
  };

  /** One connection a vault; once its breaker is open it stays so in this page, also across a lock. */
  function databaseOf(vault: VaultId): Promise<Database> {
    const known = databases.get(vault);
    if (known) return known;
    const opening = (async () => {
      const database = openDatabase(vault, databaseDeps);
      if (!(await hasFreeSpace(deps.files, vault))) database.breaker.trip('NoFreeSpace');
      return database;
    })();
    databases.set(vault, opening);
    return opening;
  }

  /** Takes the lock and the four files, or gives all back. */
  async function hold(vault: VaultId): Promise<Result<Held, VaultProblem>> {
    const unlock = await deps.takeLock(`vault:${vault}`);
    if (!unlock) return err({ type: 'openElsewhere' });
    // What every start reads takes a while with thousands of streams, and opens without a key: it is fetched meanwhile.
    const early = databaseOf(vault).then(readEarly);
    // At once: each takes the browser several rounds.
    const opening = FILES.map((name) => openPatiently(deps.files, vault, name));
    const files = (await Promise.allSettled(opening)).flatMap((each) =>
      each.status === 'fulfilled' ? [each.value] : [],
    );
    const giveUp = (): void => {
      for (const file of files) file.close();
      unlock();
    };
    try {
      await Promise.all(opening);
    } catch (error) {
      giveUp();
      return err(storeProblemOf(error));
    }
    const [keyA, keyB, reserveA, reserveB] = files;
    if (!keyA || !keyB || !reserveA || !reserveB) throw new Error('host: four files');
    return ok({ keys: [keyA, keyB], reserve: [reserveA, reserveB], early, giveUp });
  }

  async function finish(
    vault: VaultId,
    held: Held,
    keys: Keys,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Result<OpenVault, VaultProblem>> {
    const dataKey = await openDataKey(bytes, vault, deps.random);
    const sealed = await openJson(keys.content().identity, 'identity', dataKey);
    if (!sealed.ok) {
      held.giveUp();
      return err({ type: 'vaultDamaged' });
    }
    const database = await databaseOf(vault);
    const parts = {
      clock: deps.clock,
      random: deps.random,
      vault,
      keys,
      dataKey,
      identity: VaultIdentity.parse(sealed.value),
      reserveFiles: held.reserve,
      reserveSize: { bytes: limits.reserveBytes, maxBytes: limits.reserveMaxBytes },
      database,
      inPlace: inPlace(deps.files, vault, KEY_FILES[0]),
      early: await held.early,
      persisted: await deps.isPersisted(),
      draftIdleMs: limits.draftIdleMs,
      index: limits.index,
      derivation: keys.content().derivation,
      sound: { files: deps.files, database: databaseDeps },
      release: () => {
        held.giveUp();
        if (database.breaker.cause() === null) databases.delete(vault);
      },
    };
    try {
      return ok(await assembleVault(parts));
    } catch (error) {
      held.giveUp();
      return err(storeProblemOf(error));
    }
  }

  async function create(input: NewVault): Promise<Result<OpenVault, VaultProblem>> {
    const { newKeyFile, refusalOf } = await import('./new-vault.ts');
    const refusal = refusalOf(input, deps);
    if (refusal) return err(refusal);
    const vault = newId(VaultId, deps.random);
    const held = await hold(vault);
    if (!held.ok) return held;
    const bytes = deps.random.bytes(32);
    const made = await (async (): Promise<Result<OpenVault, VaultProblem>> => {
      try {
        const content = await newKeyFile(vault, input, bytes, deps);
        const keys = useKeyFiles(held.value.keys, { content, generation: 0 });
        keys.save((same) => same);
        return await finish(vault, held.value, keys, bytes);
      } catch (error) {
        held.value.giveUp();
        return err(storeProblemOf(error));
      }
    })();
    // A vault that was not made must not stand on the lock screen.
    if (!made.ok) await deps.files.remove(vault);
    return made;
  }

  async function unlock(
    vault: VaultId,
    secret: UnlockSecret,
  ): Promise<Result<OpenVault, VaultProblem>> {
    if (!(await deps.files.vaults()).includes(vault)) return refuseLikeAWrongSecret(secret);
    const held = await hold(vault);
    if (!held.ok) return held;
    const found = newestKeyFile(held.value.keys.map(contentOf));
    if (!found) {
      held.value.giveUp();
      return err({ type: 'vaultDamaged' });
    }
    const keys = useKeyFiles(held.value.keys, found);
    const opened = await openWith(secret, vault, keys, deps.clock).catch((error: unknown) => {
      held.value.giveUp();
      throw error;
    });
    if (!opened.ok) {
      held.value.giveUp();
      return opened;
    }
    return finish(vault, held.value, keys, opened.value);
  }

  return {
    create,
    unlock,
    async cards() {
      const vaults = await deps.files.vaults();
      const cards = await Promise.all(
        vaults.map(async (vault): Promise<VaultCard | undefined> => {
          const files = await Promise.all(
            KEY_FILES.map((name) => readPatiently(deps.files, vault, name)),
          );
          return newestCard(files.filter((file) => file !== undefined));
        }),
      );
      return cards.filter((card) => card !== undefined).sort((a, b) => a.createdAt - b.createdAt);
    },
    keepSound: async (vault, handOver) => {
      const { keepSound } = await import('./sound-keeper.ts');
      return keepSound({ ...deps, vault, database: databaseDeps }, handOver);
    },
    outbox: async (vault) => openOutbox(await databaseOf(vault)),
    async destroy(vault) {
      const held = await hold(vault);
      if (!held.ok) throw new Error(`vault: cannot be destroyed now (${held.error.type})`);
      await held.value.early;
      for (const file of held.value.keys) {
        file.write(deps.random.bytes(file.getSize()), { at: 0 });
        file.flush();
      }
      held.value.giveUp();
      (await databases.get(vault))?.close();
      databases.delete(vault);
      await deps.files.remove(vault);
      await deleteDatabase(vault, databaseDeps);
      const { deleteSoundDatabase } = await import('./sound-database.ts');
      await deleteSoundDatabase(vault, databaseDeps);
    },
    setVisible(now) {
      isVisible = now;
    },
  };
}

interface Held {
  readonly keys: readonly [SyncFile, SyncFile];
  readonly reserve: readonly [SyncFile, SyncFile];
  readonly early: Promise<EarlyRows>;
  readonly giveUp: () => void;
}

function contentOf(file: SyncFile): Uint8Array {
  const bytes = new Uint8Array(file.getSize());
  file.read(bytes, { at: 0 });
  return bytes;
}
