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
  /** False until a later start finds the stream begun: a crash in between leaves a key without a stream. */
  begun: z.boolean(),
});
export type StreamKeys = z.infer<typeof StreamKeys>;

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
  if (bytes.length < HEADER_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte))
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12);
  if (HEADER_BYTES + length > bytes.length) return undefined;
  if (!checksum(bytes, length).every((byte, at) => bytes[16 + at] === byte)) return undefined;
  const json: unknown = JSON.parse(fromUtf8(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)));
  const content = KeyFile.safeParse(json);
  return content.success ? { content: content.data, generation: view.getUint32(8) } : undefined;
}

/** The newer of the whole ones. */
export function newestKeyFile(
  files: readonly Uint8Array[],
): { readonly content: KeyFile; readonly generation: number } | undefined {
  return files
    .map(decodeKeyFile)
    .filter((found) => found !== undefined)
    .reduce<ReturnType<typeof decodeKeyFile>>(
      (a, b) => (a && a.generation >= b.generation ? a : b),
      undefined,
    );
}

/** The key files in use. */
export interface Keys {
  content(): KeyFile;
  /** Overwrites both. When it throws, the older content is still whole in one of them. */
  save(change: (content: KeyFile) => KeyFile): void;
  close(): void;
}

export function useKeyFiles(
  files: readonly [SyncFile, SyncFile],
  found: { readonly content: KeyFile; readonly generation: number },
): Keys {
  let { content, generation } = found;
  return {
    content: () => content,
    save(change) {
      const changed = change(content);
      for (const file of files) {
        const bytes = encodeKeyFile(changed, generation + 1, file.getSize());
        writeAll(file, bytes, 0);
        file.flush();
      }
      // Only now: a failed save must not be taken for done. The next one overwrites what it left.
      content = changed;
      generation += 1;
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
