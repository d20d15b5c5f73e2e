import * as z from 'zod/mini';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { StreamId } from '../base/ids.ts';
import { Derivation } from './derive.ts';
import { writeAll, type SyncFile } from './files.ts';
import { VaultCard } from './model/port.ts';
import { Tries } from './tries.ts';

/** A wrapped key: nonce ‖ AES-256-GCM ciphertext, base64url. */
const Wrapped = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));

const StreamKeyEntry = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  generation: z.int().check(z.positive()),
  key: Wrapped,
});
export type StreamKeyEntry = z.infer<typeof StreamKeyEntry>;

export const StreamKeys = z.object({
  stream: StreamId,
  now: StreamKeyEntry,
  /** A retraction is under way: everything is being sealed anew with this key. */
  next: z.optional(StreamKeyEntry),
  /** False until its first events are kept: a crash in between leaves a key without a stream. */
  begun: z.boolean(),
});
export type StreamKeys = z.infer<typeof StreamKeys>;

const SoundKeyEntry = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** 0: the file's head, which every minute needs; from 1 on, the minutes of sound. */
  slot: z.int().check(z.nonnegative()),
  key: Wrapped,
});
export type SoundKeyEntry = z.infer<typeof SoundKeyEntry>;

/** The keys of one recording, one a minute, so that a minute can be destroyed. The last one of a slot is in use. */
export const SoundKeys = z.object({
  recording: StreamId,
  interview: StreamId,
  keys: z.array(SoundKeyEntry),
  /** A stretch is being struck out, in ms of sound; these keys go when what remains is sealed anew. */
  striking: z.optional(z.object({ from: z.int(), to: z.int(), drop: z.array(z.string()) })),
});
export type SoundKeys = z.infer<typeof SoundKeys>;

/** What the two key files say. Keys are wrapped; nothing here opens without a secret from outside. */
export const KeyFile = z.object({
  v: z.literal(1),
  card: VaultCard,
  derivation: z.object({ ...Derivation.shape, salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
  /** The data key, wrapped once per way in. */
  passphrase: Wrapped,
  passkey: z.nullable(Wrapped),
  /** An age file (base64url) for the office's recovery recipients. */
  recovery: z.nullable(z.string()),
  /** Who the vault belongs to and the device's own keys, sealed with the data key. */
  identity: Wrapped,
  streams: z.array(StreamKeys),
  sound: z.optional(z.array(SoundKeys)),
  tries: Tries,
});
export type KeyFile = z.infer<typeof KeyFile>;

/*
 * On disk: magic(8) ‖ generation(4) ‖ length(4) ‖ SHA-256(32) of generation, length and JSON ‖ JSON ‖ zeros.
 * Both files are overwritten in place, one after the other, each flushed: a crash in one leaves the other whole,
 * and a key that is taken out is gone from both.
 */
const MAGIC = utf8('ATBKEY1\n');
const HEADER_BYTES = 48;
const FIRST_BYTES = 64 * 1024;

export function encodeKeyFile(content: KeyFile, generation: number, size: number): Uint8Array {
  const json = utf8(JSON.stringify(content));
  let whole = Math.max(FIRST_BYTES, size);
  while (whole < HEADER_BYTES + json.length) whole *= 2;
  const bytes = new Uint8Array(whole);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, generation);
  view.setUint32(12, json.length);
  bytes.set(json, HEADER_BYTES);
  bytes.set(checksum(bytes, json.length), 16);
  return bytes;
}

/** What one file says, or undefined when it is not whole. */
export function decodeKeyFile(
  bytes: Uint8Array,
): { readonly content: KeyFile; readonly generation: number } | undefined {
  const generation = generationOf(bytes);
  if (generation === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12);
  if (HEADER_BYTES + length > bytes.length) return undefined;
  if (!checksum(bytes, length).every((byte, at) => bytes[16 + at] === byte)) return undefined;
  const json: unknown = JSON.parse(fromUtf8(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)));
  const content = KeyFile.safeParse(json);
  return content.success ? { content: content.data, generation } : undefined;
}

/** What a file says of itself, before anyone has looked whether it is whole. */
function generationOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < HEADER_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte))
    return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(8);
}

/** The newer of the whole ones. With thousands of keys reading one takes a while, so the older is left alone. */
export function newestKeyFile(
  files: readonly Uint8Array[],
): { readonly content: KeyFile; readonly generation: number } | undefined {
  const newestFirst = files
    .map((bytes) => ({ bytes, generation: generationOf(bytes) ?? -1 }))
    .sort((a, b) => b.generation - a.generation);
  for (const { bytes } of newestFirst) {
    const found = decodeKeyFile(bytes);
    if (found) return found;
  }
  return undefined;
}

/** The key files in use. */
export interface Keys {
  content(): KeyFile;
  /**
   * Overwrites both. When it throws, the older content is still the one that counts; where what was refused may have
   * reached one of the files and could not be overwritten again, `assertSound` throws until it is.
   */
  save(change: (content: KeyFile) => KeyFile): void;
  /** Asked before anything is sealed: throws while a restart might find other keys than the ones in use. */
  assertSound(): void;
  close(): void;
}

export function useKeyFiles(
  files: readonly [SyncFile, SyncFile],
  found: { readonly content: KeyFile; readonly generation: number },
): Keys {
  let { content, generation } = found;
  /** The file that could not be written: it may be torn, so it goes first, while the other one is whole. */
  let doubtful: SyncFile | undefined;
  /** Why what was refused may still lie in a file, as the newest. */
  let trouble: { readonly error: unknown } | undefined;

  function write(what: KeyFile): void {
    generation += 1;
    const [a, b] = files;
    for (const file of doubtful === b ? [b, a] : [a, b]) {
      doubtful = file;
      writeAll(file, encodeKeyFile(what, generation, file.getSize()), 0);
      file.flush();
    }
    doubtful = undefined;
  }

  /** Puts what is in use above what was refused. */
  function restore(): void {
    try {
      write(content);
      trouble = undefined;
    } catch (error) {
      trouble = { error };
    }
  }

  function assertSound(): void {
    if (trouble) restore();
    if (trouble) throw trouble.error;
  }

  return {
    content: () => content,
    assertSound,
    save(change) {
      assertSound();
      const changed = change(content);
      try {
        write(changed);
      } catch (error) {
        restore();
        throw error;
      }
      // Only now: a failed save must not be taken for done.
      content = changed;
    },
    close() {
      for (const file of files) file.close();
    },
  };
}

function checksum(file: Uint8Array, length: number): Uint8Array {
  return sha256
    .create()
    .update(file.subarray(8, 16))
    .update(file.subarray(HEADER_BYTES, HEADER_BYTES + length))
    .digest();
}
