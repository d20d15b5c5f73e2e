import type { VaultId } from '../base/ids.ts';
import { err, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';

/** A file that is written in place, synchronously: FileSystemSyncAccessHandle (WHATWG File System) or its fake. */
export interface SyncFile {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

/** The files of this device's vaults: one folder each. */
export interface VaultFiles {
  vaults(): Promise<readonly VaultId[]>;
  /** Opens a file for this vault alone, making it when it isn't there. Throws while another tab holds it. */
  open(vault: VaultId, name: string): Promise<SyncFile>;
  /** What a file holds now, also while another tab has it open; undefined when there is none. */
  read(vault: VaultId, name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Throws when a start would not find it. */
  assertThere(vault: VaultId, name: string): Promise<void>;
  /** Removes one file that is not open; nothing happens when there is none. */
  discard(vault: VaultId, name: string): Promise<void>;
  remove(vault: VaultId): Promise<void>;
}

/** Takes a lock that one tab at most holds (Web Locks); undefined when another has it. */
export type TakeLock = (name: string) => Promise<(() => void) | undefined>;

/** Writes all of it or throws: a short write on a full disk must not pass for a whole one. */
export function writeAll(file: SyncFile, bytes: Uint8Array, at: number): void {
  const written = file.write(bytes, { at });
  if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
}

/** A file that another tab is just letting go of takes a moment to be free. */
export async function openPatiently(
  files: VaultFiles,
  vault: VaultId,
  name: string,
): Promise<SyncFile> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await files.open(vault, name);
    } catch (error) {
      if (attempt === 20 || !isHeldElsewhere(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Reads a file that this worker may be writing meanwhile. What browsers hand out is the file as it was when it was asked
 * for: when it has changed before it is read, they say NotReadableError, and the next look finds it as it is now.
 */
export async function readPatiently(
  files: Pick<VaultFiles, 'read'>,
  vault: VaultId,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await files.read(vault, name);
    } catch (error) {
      const hasChanged = error instanceof DOMException && error.name === 'NotReadableError';
      if (attempt === 20 || !hasChanged) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export const isHeldElsewhere = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NoModificationAllowedError';

/** What the storage itself refuses is a problem a person is told of; anything else is a bug and goes on up. */
export function storeProblemOf(error: unknown): StoreProblem {
  if (!(error instanceof DOMException)) throw error;
  if (isHeldElsewhere(error)) return { type: 'openElsewhere' };
  if (error.name === 'QuotaExceededError') return { type: 'diskFull' };
  return { type: 'storeFailed', name: error.name };
}

/** Runs `work`; what the storage refuses in it is its answer. */
export async function storing<T, E = StoreProblem>(
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E | StoreProblem>> {
  try {
    return await work();
  } catch (error) {
    return err(storeProblemOf(error));
  }
}

const PROBE_BYTES = 1024 * 1024;

/**
 * True when a mebibyte can be written and flushed. On a full disk Chromium's IndexedDB lost every acknowledged
 * row when it was opened again (security.md 4.2), so this is asked first; estimate() can't be trusted.
 */
export async function hasFreeSpace(files: VaultFiles, vault: VaultId): Promise<boolean> {
  try {
    const file = await openPatiently(files, vault, 'probe');
    try {
      writeAll(file, new Uint8Array(PROBE_BYTES).fill(0xa5), 0);
      file.flush();
      return true;
    } finally {
      file.truncate(0);
      file.close();
    }
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** As the database's watchdog: Chromium may take many seconds once it has thrown an origin's files away. */
const ANSWER_MS = 3000;

/**
 * Asks whether a start would find a file that is open. Where the browser has not promised to keep an origin's data, it
 * throws all of it away when the disk runs full (decision 25); a file that is open goes on taking writes and flushes
 * then, which nobody will ever read.
 */
export const inPlace = (files: VaultFiles, vault: VaultId, name: string) => (): Promise<boolean> =>
  Promise.race([
    files.assertThere(vault, name).then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWER_MS)),
  ]);

export const errorName = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.name : 'UnknownError';
