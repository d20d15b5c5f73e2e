import * as z from 'zod/mini';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { StreamId } from '../base/ids.ts';
import { Derivation } from './derive.ts';
import { readChanges, type KeyTail } from './key-tail.ts';
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
  /** Of the index of summaries (summary-index.ts). It is destroyed together with any stream's key. */
  index: z.optional(StreamKeyEntry),
  sound: z.optional(z.array(SoundKeys)),
  tries: Tries,
});
export type KeyFile = z.infer<typeof KeyFile>;

/** What can be added without writing everything: nothing is destroyed by it. */
export const KeyChange = z.union([
  /** A stream's key is made, or it is noted that rows of it are kept. */
  z.object({ stream: StreamKeys }),
  z.object({ tries: Tries }),
  z.object({ index: StreamKeyEntry }),
]);
export type KeyChange = z.infer<typeof KeyChange>;

export function withChanges(content: KeyFile, changes: readonly KeyChange[]): KeyFile {
  if (changes.length === 0) return content;
  const streams = new Map(content.streams.map((entry) => [entry.stream, entry]));
  let rest: Partial<KeyFile> = {};
  for (const change of changes) {
    if ('stream' in change) streams.set(change.stream.stream, change.stream);
    else rest = { ...rest, ...change };
  }
  return { ...content, ...rest, streams: [...streams.values()] };
}

/*
 * On disk: magic(8) ‖ generation(4) ‖ length(4) ‖ SHA-256(32) of generation, length and JSON ‖ JSON ‖ changes since
 * (key-tail.ts) ‖ zeros. Both files are overwritten in place, one after the other, each flushed: a crash in one leaves
 * the other whole, and a key that is taken out is gone from both.
 */
const MAGIC = utf8('ATBKEY1\n');
const CHECKSUM_AT = 16;
const HEADER_BYTES = 48;
const FIRST_BYTES = 64 * 1024;

export function encodeKeyFile(content: KeyFile, generation: number, size: number): Uint8Array {
  const json = utf8(JSON.stringify(content));
  let whole = Math.max(FIRST_BYTES, size);
  // A quarter stays free for what is added, or a file that is nearly full would be written whole every time.
  while (whole * 0.75 < HEADER_BYTES + json.length) whole *= 2;
  const bytes = new Uint8Array(whole);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(8, generation);
  view.setUint32(12, json.length);
  bytes.set(json, HEADER_BYTES);
  bytes.set(checksum(bytes, json.length), CHECKSUM_AT);
  return bytes;
}

/** A key file as it was read. */
export interface FoundKeys {
  readonly content: KeyFile;
  readonly generation: number;
  /** Where the next change goes; only where both files are the same, byte for byte. */
  readonly tail?: KeyTail | undefined;
  /** How many changes were added since it was written whole. */
  readonly changes?: number;
}

/** What one file says, or undefined when it is not whole. */
export function decodeKeyFile(bytes: Uint8Array): FoundKeys | undefined {
  const file = lookAt(bytes);
  return file && contentOf(file);
}

/** A file of which nothing is read yet but where it ends. */
interface LookedAt {
  readonly bytes: Uint8Array;
  readonly generation: number;
  readonly start: KeyTail;
  readonly added: ReturnType<typeof readChanges>;
}

/** What a file says of itself, before anyone has looked whether it is whole. */
function lookAt(bytes: Uint8Array): LookedAt | undefined {
  if (bytes.length < HEADER_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte))
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = firstTail(bytes);
  if (start.at > bytes.length) return undefined;
  return { bytes, generation: view.getUint32(8), start, added: readChanges(bytes, start) };
}

function jsonOf({ bytes, start }: LookedAt): unknown {
  const length = start.at - HEADER_BYTES;
  return checksum(bytes, length).every((byte, at) => start.check[at] === byte)
    ? jsonIn(bytes.subarray(HEADER_BYTES, start.at))
    : undefined;
}

function contentOf(file: LookedAt): FoundKeys | undefined {
  const content = KeyFile.safeParse(jsonOf(file));
  const changes = z.array(KeyChange).safeParse(file.added.bodies.map(jsonIn));
  if (!content.success || !changes.success) return undefined;
  return {
    content: withChanges(content.data, changes.data),
    generation: file.generation,
    changes: changes.data.length,
  };
}

const jsonIn = (bytes: Uint8Array): unknown => JSON.parse(fromUtf8(bytes));

/** Where the changes begin, as the file says. */
export function firstTail(bytes: Uint8Array): KeyTail {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(12);
  return { at: HEADER_BYTES + length, check: bytes.slice(CHECKSUM_AT, HEADER_BYTES) };
}

/**
 * The newer of the whole ones: of the same writing, the one to which more was added. With thousands of keys reading one
 * takes a while, so the other is only compared with it.
 */
export function newestKeyFile(files: readonly Uint8Array[]): FoundKeys | undefined {
  for (const file of newestFirst(files)) {
    const found = contentOf(file);
    const { tail } = file.added;
    const isTwice = files.every((bytes) => isSame(bytes, file.bytes, tail.at));
    if (found) return { ...found, tail: isTwice ? tail : undefined };
  }
  return undefined;
}

const Cover = z.object({ card: VaultCard });

/** What the lock screen shows of it, without reading thousands of keys. */
export function newestCard(files: readonly Uint8Array[]): VaultCard | undefined {
  for (const file of newestFirst(files)) {
    const cover = Cover.safeParse(jsonOf(file));
    if (cover.success) return cover.data.card;
  }
  return undefined;
}

const newestFirst = (files: readonly Uint8Array[]): LookedAt[] =>
  files
    .flatMap((bytes) => lookAt(bytes) ?? [])
    .sort((a, b) => b.generation - a.generation || b.added.tail.at - a.added.tail.at);

function isSame(a: Uint8Array, b: Uint8Array, length: number): boolean {
  if (a.length < length || b.length < length) return false;
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

function checksum(file: Uint8Array, length: number): Uint8Array {
  return sha256
    .create()
    .update(file.subarray(8, 16))
    .update(file.subarray(HEADER_BYTES, HEADER_BYTES + length))
    .digest();
}
