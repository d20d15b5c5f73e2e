import type { VaultId } from '../../src/base/ids.ts';
import type { SyncFile, TakeLock, VaultFiles } from '../../src/vault/files.ts';

/** Files in memory that forget, at a power cut, what was not flushed. */
export interface MemoryFiles extends VaultFiles {
  readonly takeLock: TakeLock;
  /** Every handle and lock is gone, and so is every write since the last flush. */
  powerCut(): void;
  /** The flushed bytes of a file, to look at or to damage. */
  bytes(vault: VaultId, name: string): Uint8Array<ArrayBuffer>;
  put(vault: VaultId, name: string, bytes: Uint8Array<ArrayBuffer>): void;
  /** From now on writes that would make a file longer fail, as on a full disk. */
  fillDisk(isFull: boolean): void;
}

interface Stored {
  flushed: Uint8Array<ArrayBuffer>;
  live: Uint8Array<ArrayBuffer>;
  handle: object | undefined;
}

export function memoryFiles(): MemoryFiles {
  const vaults = new Map<VaultId, Map<string, Stored>>();
  const locks = new Map<string, object>();
  let isFull = false;

  const stored = (vault: VaultId, name: string): Stored => {
    const folder = vaults.get(vault) ?? new Map<string, Stored>();
    vaults.set(vault, folder);
    const file = folder.get(name) ?? {
      flushed: new Uint8Array(),
      live: new Uint8Array(),
      handle: undefined,
    };
    folder.set(name, file);
    return file;
  };

  function open(file: Stored): SyncFile {
    const handle = {};
    file.handle = handle;
    const mine = (): Stored => {
      if (file.handle !== handle) throw new DOMException('closed', 'InvalidStateError');
      return file;
    };
    return {
      read(into, { at }) {
        const part = mine().live.subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write(bytes, { at }) {
        const { live } = mine();
        const end = at + bytes.length;
        if (end > live.length) {
          if (isFull) throw new DOMException('full', 'QuotaExceededError');
          const longer = new Uint8Array(end);
          longer.set(live);
          file.live = longer;
        }
        file.live.set(bytes, at);
        return bytes.length;
      },
      truncate(size) {
        mine().live = file.live.slice(0, size);
      },
      getSize: () => mine().live.length,
      flush() {
        mine().flushed = file.live.slice();
      },
      close() {
        if (file.handle === handle) file.handle = undefined;
      },
    };
  }

  return {
    async vaults() {
      return [...vaults.keys()];
    },
    async open(vault, name) {
      const file = stored(vault, name);
      if (file.handle) throw new DOMException('held', 'NoModificationAllowedError');
      return open(file);
    },
    async read(vault, name) {
      return vaults.get(vault)?.get(name)?.live.slice();
    },
    async assertThere(vault, name) {
      if (!vaults.get(vault)?.has(name)) throw new DOMException('gone', 'NotFoundError');
    },
    async discard(vault, name) {
      vaults.get(vault)?.delete(name);
    },
    async remove(vault) {
      vaults.delete(vault);
    },
    async takeLock(name) {
      if (locks.has(name)) return undefined;
      const holder = {};
      locks.set(name, holder);
      return () => {
        if (locks.get(name) === holder) locks.delete(name);
      };
    },
    powerCut() {
      locks.clear();
      for (const file of [...vaults.values()].flatMap((folder) => [...folder.values()])) {
        file.handle = undefined;
        file.live = file.flushed.slice();
      }
    },
    bytes: (vault, name) => stored(vault, name).flushed.slice(),
    put(vault, name, bytes) {
      const file = stored(vault, name);
      file.flushed = bytes;
      file.live = bytes.slice();
    },
    fillDisk(now) {
      isFull = now;
    },
  };
}
