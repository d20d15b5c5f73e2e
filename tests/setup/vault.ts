import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { newId, systemClock, systemRandom, type Deps } from '../../src/base/deps.ts';
import { DeviceId, MemberId } from '../../src/base/ids.ts';
import type { Result } from '../../src/base/result.ts';
import type { Writer } from '../../src/journal/model/event.ts';
import { vaultHostOn, type VaultDeps } from '../../src/vault/host.ts';
import type { OpenVault, VaultHost } from '../../src/vault/model/port.ts';
import { memoryFiles, type MemoryFiles } from './memory-files.ts';

export const PASSPHRASE = 'granit lampa tallkotte söndag';
/** The cheapest parameters that are not refused. */
export const CHEAP = { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 };

/** A device in memory: its files and its IndexedDB outlive the hosts that are started on it. */
export interface Device {
  readonly files: MemoryFiles;
  indexedDB: IDBFactory;
  start(more?: Partial<VaultDeps>): ReturnType<typeof vaultHostOn>;
}

export function memoryDevice(deps: Deps = { clock: systemClock(), random: systemRandom }): Device {
  const files = memoryFiles();
  const device: Device = {
    files,
    indexedDB: new IDBFactory(),
    start: (more = {}) =>
      vaultHostOn({
        ...deps,
        files,
        takeLock: files.takeLock,
        isPersisted: async () => true,
        derivation: CHEAP,
        indexedDB: device.indexedDB,
        IDBKeyRange,
        limits: { draftIdleMs: 20, watchdogMs: 300, reserveBytes: 256 * 1024 },
        ...more,
      }),
  };
  return device;
}

export async function createVault(host: VaultHost, writer?: Writer): Promise<OpenVault> {
  const created = await host.create({
    label: 'AB',
    passphrase: PASSPHRASE,
    member: writer?.author ?? newId(MemberId, systemRandom),
    device: writer?.device ?? newId(DeviceId, systemRandom),
    recovery: [],
  });
  return must(created);
}

export async function unlockVault(host: VaultHost, vault: OpenVault['vault']): Promise<OpenVault> {
  return must(await host.unlock(vault, { type: 'passphrase', passphrase: PASSPHRASE }));
}

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
