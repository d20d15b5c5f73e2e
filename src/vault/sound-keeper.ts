import { release } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Saved } from '../journal/model/port.ts';
import type { DatabaseDeps } from './database.ts';
import {
  hasFreeSpace,
  openPatiently,
  storeProblemOf,
  storing,
  type TakeLock,
  type VaultFiles,
} from './files.ts';
import { makeLine } from './line.ts';
import type { KeptSound, VaultProblem } from './model/port.ts';
import type { SoundHandOver } from './model/sound.ts';
import { openSoundDatabase } from './sound-database.ts';
import { openSoundLog } from './sound-log.ts';
import { sealSlice, slotOf } from './sound-seal.ts';
import { soundFileOf } from './sound-store.ts';

export interface KeeperDeps {
  readonly vault: VaultId;
  readonly files: VaultFiles;
  readonly takeLock: TakeLock;
  readonly random: Random;
  readonly database: DatabaseDeps;
}

/**
 * Goes on with one recording of a vault that is locked; it can seal what comes and open nothing that was said. It holds
 * the vault's lock, so that nobody opens the vault meanwhile.
 */
export async function keepSound(
  deps: KeeperDeps,
  handOver: SoundHandOver,
): Promise<Result<KeptSound, VaultProblem>> {
  const unlock = await takePatiently(deps);
  if (!unlock) return err({ type: 'openElsewhere' });
  try {
    const { append, close } = await openKeeper(deps, handOver);
    return ok({ append, close: () => close().finally(unlock) });
  } catch (error) {
    unlock();
    return err(storeProblemOf(error));
  }
}

/** The worker that had it is just ending. */
async function takePatiently({ takeLock, vault }: KeeperDeps): ReturnType<TakeLock> {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const unlock = await takeLock(`vault:${vault}`);
    if (unlock) return unlock;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

async function openKeeper(
  { vault, files, random, database: databaseDeps }: KeeperDeps,
  { recording, keys }: SoundHandOver,
): Promise<KeptSound> {
  const line = makeLine();
  const log = openSoundLog(await openPatiently(files, vault, soundFileOf(recording)));
  const database = openSoundDatabase(vault, databaseDeps);
  if (!(await hasFreeSpace(files, vault))) database.close();
  const bySlot = new Map(keys.map((each) => [each.slot, each]));
  return {
    append: (which, slice) =>
      line(() =>
        storing<Saved>(async () => {
          const key = bySlot.get(slotOf(slice));
          // Longer than keys were made for: the recorder says that it is not kept, and ends.
          if (which !== recording || !key) return err({ type: 'storeFailed', name: 'NoKey' });
          if (log.find(slice.n)) return ok('both');
          const sealed = await sealSlice(recording, slice, key, random);
          log.append([sealed]);
          const written = await database.put(recording, [sealed]);
          release(sealed.bytes);
          return ok(written.ok ? 'both' : 'reserve');
        }),
      ),
    async close() {
      await line(async () => undefined);
      log.close();
      database.close();
    },
  };
}
