import { sha256 } from '@noble/hashes/sha2.js';
import { release } from '../base/bytes.ts';
import { writeAll, type SyncFile } from './files.ts';

/** A sealed slice and its place; all of it but the bytes is in clear, and says no more than that a second passed. */
export interface SealedSlice {
  readonly n: number;
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a slice lies in the file. */
export interface SliceAt extends Omit<SealedSlice, 'bytes'> {
  readonly at: number;
  readonly length: number;
}

/*
 * One file a recording: records one after the other, to the first that is not whole.
 *
 *   record  slot(4) ‖ n(4) ‖ from(4) ‖ to(4) ‖ length(4) ‖ check(4) ‖ sealed bytes     check = SHA-256 of the rest, cut
 *
 * The check finds a torn end; who sealed a slice is proved by its own seal. A later record of the same number counts.
 */
const HEADER_BYTES = 24;
const CHECKED_BYTES = 20;
/** The slot of a record whose bytes were overwritten because they were struck out. */
const VOID = 0xffff_ffff;

/** The file of one recording, written and flushed synchronously. */
export interface SoundLog {
  /** The newest record of each number, in order. */
  slices(): readonly SliceAt[];
  find(n: number): SliceAt | undefined;
  read(slice: SliceAt): SealedSlice;
  /** Flushed when it returns. @throws DOMException when the disk refuses; none of them is kept then. */
  append(slices: readonly SealedSlice[]): void;
  /** Overwrites every record for which `isGone` says so, in place, and flushes. */
  blank(isGone: (slice: SealedSlice) => boolean): void;
  close(): void;
}

export function openSoundLog(file: SyncFile): SoundLog {
  const index = new Map<number, SliceAt>();
  let end = 0;
  const all = scan(file);
  for (const slice of all) {
    end = slice.at + slice.length;
    if (slice.slot !== VOID) index.set(slice.n, slice);
  }

  function read({ n, slot, from, to, at, length }: SliceAt): SealedSlice {
    const bytes = new Uint8Array(length);
    file.read(bytes, { at });
    return { n, slot, from, to, bytes };
  }

  return {
    slices: () => [...index.values()].sort((a, b) => a.n - b.n),
    find: (n) => index.get(n),
    read,
    append(slices) {
      const length = slices.reduce((sum, { bytes }) => sum + HEADER_BYTES + bytes.length, 0);
      const records = new Uint8Array(length);
      const placed: SliceAt[] = [];
      let at = 0;
      for (const { bytes, n, slot, from, to } of slices) {
        const slice = { n, slot, from, to, at: end + at + HEADER_BYTES, length: bytes.length };
        records.set(headerOf(slice), at);
        records.set(bytes, at + HEADER_BYTES);
        at += HEADER_BYTES + bytes.length;
        placed.push(slice);
      }
      try {
        writeAll(file, records, end);
        file.flush();
      } catch (error) {
        // Half a record would be taken for the end, and what is written behind it later would not be found.
        file.truncate(end);
        throw error;
      }
      release(records);
      end += length;
      for (const slice of placed) {
        index.set(slice.n, slice);
        all.push(slice);
      }
    },
    blank(isGone) {
      for (const [number, slice] of all.entries()) {
        if (slice.slot === VOID || !isGone(read(slice))) continue;
        const gone = { ...slice, slot: VOID };
        writeAll(file, headerOf(gone), slice.at - HEADER_BYTES);
        writeAll(file, new Uint8Array(slice.length), slice.at);
        all[number] = gone;
        if (index.get(slice.n)?.at === slice.at) index.delete(slice.n);
      }
      file.flush();
    },
    close: () => file.close(),
  };
}

function headerOf({ slot, n, from, to, length }: SliceAt): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  [slot, n, from, to, length].forEach((value, at) => view.setUint32(at * 4, value));
  bytes.set(checkOf(bytes), CHECKED_BYTES);
  return bytes;
}

const checkOf = (header: Uint8Array): Uint8Array =>
  sha256(header.subarray(0, CHECKED_BYTES)).subarray(0, HEADER_BYTES - CHECKED_BYTES);

/** Header by header: the sound itself is not read into memory. */
function scan(file: SyncFile): SliceAt[] {
  const found: SliceAt[] = [];
  const size = file.getSize();
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  let at = 0;
  while (at + HEADER_BYTES <= size) {
    file.read(header, { at });
    const length = view.getUint32(16);
    const isWhole = checkOf(header).every((byte, i) => header[CHECKED_BYTES + i] === byte);
    if (!isWhole || at + HEADER_BYTES + length > size) break;
    found.push({
      slot: view.getUint32(0),
      n: view.getUint32(4),
      from: view.getUint32(8),
      to: view.getUint32(12),
      at: at + HEADER_BYTES,
      length,
    });
    at += HEADER_BYTES + length;
  }
  return found;
}
