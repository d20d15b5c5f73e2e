import { VaultId } from '../../base/ids.ts';
import type { TakeLock, VaultFiles } from '../files.ts';

const ROOT = 'vaults';

/** The origin private file system (WHATWG File System): its synchronous access exists in dedicated workers only. */
export const opfsFiles: VaultFiles = {
  async vaults() {
    const found: VaultId[] = [];
    for await (const name of (await root()).keys()) {
      const vault = VaultId.safeParse(name);
      if (vault.success) found.push(vault.data);
    }
    return found;
  },
  async open(vault, name) {
    const folder = await (await root()).getDirectoryHandle(vault, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    return file.createSyncAccessHandle();
  },
  async read(vault, name) {
    try {
      const folder = await (await root()).getDirectoryHandle(vault);
      const file = await (await folder.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  },
  async assertThere(vault, name) {
    // Nothing is made on the way: what was thrown away must not look as if it were there.
    const origin = await navigator.storage.getDirectory();
    const folder = await (await origin.getDirectoryHandle(ROOT)).getDirectoryHandle(vault);
    await folder.getFileHandle(name);
  },
  async discard(vault, name) {
    try {
      const folder = await (await root()).getDirectoryHandle(vault);
      await folder.removeEntry(name);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
    }
  },
  async remove(vault) {
    await (await root()).removeEntry(vault, { recursive: true });
  },
};

async function root(): Promise<FileSystemDirectoryHandle> {
  const origin = await navigator.storage.getDirectory();
  return origin.getDirectoryHandle(ROOT, { create: true });
}

/** Web Locks: held until given back or until this worker ends. */
export const takeWebLock: TakeLock = (name) =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(reject);
  });

/** Whether the browser has promised not to evict this origin. Only the page can ask it to. */
export const isPersisted = (): Promise<boolean> => navigator.storage.persisted();
