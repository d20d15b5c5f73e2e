import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, type ReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Sha256, type Millis } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { SealedObject } from '../parcel/model/consignment.ts';
import { syncFolder, syncFolderNow } from './disk.ts';

/** Sealed bytes by name; the name is their SHA-256. Never changed, so a copy is as good as the original. */
export interface Objects {
  has(object: SealedObject): Promise<boolean>;
  /** Resolves when the bytes would survive a power cut. Nothing appears under the name before that is sure. */
  put(
    object: SealedObject,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Result<void, 'wrongHash' | 'tooLarge'>>;
  /** Makes sure that what is there already is durable too: a receipt is about to say so. */
  settle(hashes: readonly Sha256[]): Promise<void>;
  read(hash: Sha256): ReadStream;
  /** Removes what no parcel names any more; gone also after a power cut. */
  remove(hash: Sha256): Promise<void>;
  /** What lies here from before `before` and is not among the names. */
  unlisted(listed: ReadonlySet<string>, before: Millis): Promise<readonly Sha256[]>;
}

export function openObjects(root: string): Objects {
  const waiting = join(root, 'waiting');
  // What a dead server left half written was never promised to anyone.
  rmSync(waiting, { recursive: true, force: true });
  mkdirSync(waiting, { recursive: true });
  const known = new Set(readdirSync(root));
  for (let byte = 0; byte < 256; byte += 1) {
    const name = byte.toString(16).padStart(2, '0');
    if (!known.has(name)) mkdirSync(join(root, name));
  }
  syncFolderNow(root);

  /** Names this process has itself made durable and that wait for their commit. */
  const durable = new Set<Sha256>();
  const folderOf = (hash: Sha256) => join(root, hash.slice(0, 2));
  const pathOf = (hash: Sha256) => join(folderOf(hash), hash);

  const has = async ({ hash, length }: SealedObject) => (await lengthOf(pathOf(hash))) === length;

  return {
    has,
    async put(object, bytes) {
      // Read to the end all the same: only who has the bytes may say so.
      if (await has(object)) return checked(object, bytes);
      const temporary = join(waiting, randomUUID());
      const written = await writeChecked(temporary, object, bytes);
      if (!written.ok) return written;
      await rename(temporary, pathOf(object.hash));
      await syncFolder(folderOf(object.hash));
      durable.add(object.hash);
      return ok(undefined);
    },
    async settle(hashes) {
      const unsure = hashes.filter((hash) => !durable.delete(hash));
      // The bytes were flushed before the rename; only the name may still be in memory alone.
      for (const folder of new Set(unsure.map(folderOf))) await syncFolder(folder);
    },
    read: (hash) => createReadStream(pathOf(hash)),
    remove: async (hash) => {
      await rm(pathOf(hash), { force: true });
      await syncFolder(folderOf(hash));
    },
    unlisted: async (listed, before) => {
      const found: Sha256[] = [];
      for (let byte = 0; byte < 256; byte += 1) {
        const folder = join(root, byte.toString(16).padStart(2, '0'));
        for (const name of await readdir(folder)) {
          const hash = Sha256.safeParse(name).data;
          if (!hash || listed.has(hash)) continue;
          if ((await stat(join(folder, name))).mtimeMs < before) found.push(hash);
        }
      }
      return found;
    },
  };
}

/** Whether the bytes are the object's, without writing them. */
async function checked(
  { hash, length }: SealedObject,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<void, 'wrongHash' | 'tooLarge'>> {
  const digest = createHash('sha256');
  let received = 0;
  for await (const chunk of bytes) {
    received += chunk.length;
    if (received > length) return err('tooLarge');
    digest.update(chunk);
  }
  return digest.digest('hex') === hash ? ok(undefined) : err('wrongHash');
}

const WRITE_BYTES = 512 * 1024;

/** Writes and flushes the bytes while hashing them; on any doubt the file is removed again. */
async function writeChecked(
  file: string,
  { hash, length }: SealedObject,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<void, 'wrongHash' | 'tooLarge'>> {
  const handle = await open(file, 'wx', 0o600);
  let whole = false;
  try {
    const digest = createHash('sha256');
    let received = 0;
    let waiting: Uint8Array[] = [];
    let written = 0;
    for await (const chunk of bytes) {
      received += chunk.length;
      if (received > length) return err('tooLarge');
      digest.update(chunk);
      waiting.push(chunk);
      // The socket gives 64 KiB at a time; each write is a trip to another thread.
      if (received - written < WRITE_BYTES) continue;
      await handle.writeFile(Buffer.concat(waiting));
      written = received;
      waiting = [];
    }
    if (received !== length || digest.digest('hex') !== hash) return err('wrongHash');
    await handle.writeFile(Buffer.concat(waiting));
    await handle.sync();
    whole = true;
    return ok(undefined);
  } finally {
    await handle.close();
    if (!whole) await rm(file, { force: true });
  }
}

/** The file's length; undefined when there is none. */
export async function lengthOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
