import { sha256 } from '@noble/hashes/sha2.js';

/*
 * Behind the JSON of a key file (key-file.ts), what was added since it was written whole:
 *
 *   change  length(4) ‖ check(16) ‖ JSON          check = SHA-256(check before ‖ length ‖ JSON), cut to 16
 *
 * With thousands of keys, writing all of them for every new one made the first sync of an office take ever longer. The
 * checks chain on from the checksum of the whole, so nothing older that still lies there ever follows on. Only what
 * takes nothing away is added: a key that is destroyed goes by writing both files whole.
 */
const CHECK_BYTES = 16;
const FRAME_BYTES = 4 + CHECK_BYTES;

/** Where the next change goes and what it chains to. */
export interface KeyTail {
  readonly at: number;
  readonly check: Uint8Array;
}

export function encodeChange(
  body: Uint8Array,
  tail: KeyTail,
): { readonly bytes: Uint8Array; readonly tail: KeyTail } {
  const bytes = new Uint8Array(FRAME_BYTES + body.length);
  new DataView(bytes.buffer).setUint32(0, body.length);
  bytes.set(body, FRAME_BYTES);
  const check = checkOf(tail.check, bytes.subarray(0, 4), body);
  bytes.set(check, 4);
  return { bytes, tail: { at: tail.at + bytes.length, check } };
}

/** The changes up to the first that is not whole: one that was being written when everything stopped. */
export function readChanges(
  file: Uint8Array,
  from: KeyTail,
): { readonly bodies: readonly Uint8Array[]; readonly tail: KeyTail } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const bodies: Uint8Array[] = [];
  let tail = from;
  for (;;) {
    const start = tail.at + FRAME_BYTES;
    const length = start <= file.length ? view.getUint32(tail.at) : 0;
    if (length === 0 || start + length > file.length) return { bodies, tail };
    const body = file.subarray(start, start + length);
    const check = checkOf(tail.check, file.subarray(tail.at, tail.at + 4), body);
    if (!check.every((byte, at) => file[tail.at + 4 + at] === byte)) return { bodies, tail };
    bodies.push(body);
    tail = { at: start + length, check };
  }
}

const checkOf = (before: Uint8Array, length: Uint8Array, body: Uint8Array): Uint8Array =>
  sha256.create().update(before).update(length).update(body).digest().slice(0, CHECK_BYTES);
