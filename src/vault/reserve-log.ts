import * as z from 'zod/mini';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { SealedRow } from './seal.ts';

/*
 * The reserve's file: a header, then records to the first one that is not whole. A record is a batch of sealed
 * rows that belong together (an answer and its head row), so a cut never leaves half a batch:
 *
 *   header  magic(8) ‖ epoch(4) ‖ check(16)
 *   record  length(4) ‖ check(16) ‖ body          check = SHA-256(check before ‖ epoch ‖ length ‖ body), cut to 16
 *   body    per row: length(4) ‖ JSON of its place ‖ length(4) ‖ sealed bytes
 *
 * The checks chain, so records of an earlier turn that still lie behind the tail never follow on. They find cuts and
 * accidents; who wrote a row is proved by the row's own seal when it is opened.
 */
export const HEADER_BYTES = 28;
const CHECK_BYTES = 16;
const FRAME_BYTES = 4 + CHECK_BYTES;
const MAGIC = utf8('ATBRES1\n');

const Header = z.tuple([
  z.enum(['event', 'head', 'draft', 'draftGone', 'record', 'recordGone']),
  z.string(),
  z.string(),
  z.int(),
]);

const check = (...parts: Uint8Array[]): Uint8Array => {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest().slice(0, CHECK_BYTES);
};

const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

const readU32 = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The tail of a log: where the next record goes and what it chains to. */
export interface Tail {
  readonly epoch: number;
  readonly at: number;
  readonly check: Uint8Array;
}

/** The header of a log that is empty, and its tail. */
export function newLog(epoch: number): {
  readonly header: Uint8Array<ArrayBuffer>;
  readonly tail: Tail;
} {
  const head = join([MAGIC, u32(epoch)]);
  const mark = check(head);
  return { header: join([head, mark]), tail: { epoch, at: HEADER_BYTES, check: mark } };
}

/** A batch as bytes for the tail, the tail after it, and where each row's sealed bytes will lie in the file. */
export function encodeRecord(
  rows: readonly SealedRow[],
  tail: Tail,
): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tail: Tail;
  readonly at: readonly number[];
} {
  const at: number[] = [];
  const parts: Uint8Array[] = [];
  let offset = tail.at + FRAME_BYTES;
  for (const row of rows) {
    const place = utf8(JSON.stringify([row.store, row.stream, row.id, row.revision]));
    parts.push(u32(place.length), place, u32(row.bytes.length), row.bytes);
    at.push(offset + 8 + place.length);
    offset += 8 + place.length + row.bytes.length;
  }
  const body = join(parts);
  const length = u32(body.length);
  const mark = check(tail.check, u32(tail.epoch), length, body);
  return {
    bytes: join([length, mark, body]),
    tail: { epoch: tail.epoch, at: tail.at + FRAME_BYTES + body.length, check: mark },
    at,
  };
}

/** A row found in a log, and where its sealed bytes begin. */
export interface FoundRow {
  readonly row: SealedRow;
  readonly at: number;
}

/** The epoch in a log's first bytes; undefined when this is no log. */
export function epochOf(file: Uint8Array): number | undefined {
  if (file.length < HEADER_BYTES) return undefined;
  const head = file.subarray(0, 12);
  if (!same(head.subarray(0, 8), MAGIC)) return undefined;
  return same(check(head), file.subarray(12, HEADER_BYTES)) ? readU32(file, 8) : undefined;
}

/** Reads all whole records; undefined when this is no log. An incomplete tail is cut off. */
export function scanLog(
  file: Uint8Array,
): { readonly rows: readonly FoundRow[]; readonly tail: Tail } | undefined {
  const epoch = epochOf(file);
  if (epoch === undefined) return undefined;
  const rows: FoundRow[] = [];
  let tail: Tail = { epoch, at: HEADER_BYTES, check: file.slice(12, HEADER_BYTES) };
  while (tail.at + FRAME_BYTES <= file.length) {
    const length = readU32(file, tail.at);
    const start = tail.at + FRAME_BYTES;
    if (length === 0 || start + length > file.length) break;
    const body = file.subarray(start, start + length);
    const mark = file.slice(tail.at + 4, start);
    if (!same(check(tail.check, u32(epoch), u32(length), body), mark)) break;
    rows.push(...decodeBody(body, start));
    tail = { epoch, at: start + length, check: mark };
  }
  return { rows, tail };
}

function decodeBody(body: Uint8Array, start: number): FoundRow[] {
  const rows: FoundRow[] = [];
  let at = 0;
  while (at < body.length) {
    const placeLength = readU32(body, at);
    const [store, stream, id, revision] = Header.parse(
      JSON.parse(fromUtf8(body.subarray(at + 4, at + 4 + placeLength))),
    );
    at += 4 + placeLength;
    const length = readU32(body, at);
    at += 4;
    rows.push({
      row: { store, stream, id, revision, bytes: body.slice(at, at + length) },
      at: start + at,
    });
    at += length;
  }
  return rows;
}
