import { err, ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { errorName, writeAll, type SyncFile } from './files.ts';
import { encodeRecord, epochOf, HEADER_BYTES, newLog, scanLog, type Tail } from './reserve-log.ts';
import type { RowStore, SealedRow } from './seal.ts';

/** A row the reserve holds: its place, where it lies, and whether the database has it too. */
export interface HeldRow {
  readonly store: RowStore;
  readonly stream: string;
  readonly id: string;
  readonly revision: number;
  readonly at: number;
  readonly length: number;
  readonly inDatabase: boolean;
}

/**
 * The second copy (DESIGN section 7): a sealed log in two pre-allocated files that take turns. Everything here is
 * synchronous; what `append` answered `ok` to is flushed.
 */
export interface Reserve {
  append(rows: readonly SealedRow[]): Result<'kept', StoreProblem>;
  /** The newest row of every slot. */
  held(): readonly HeldRow[];
  find(store: RowStore, id: string): HeldRow | undefined;
  read(row: HeldRow): SealedRow;
  /** All versions of a slot in the file in use, newest first: for when the newest does not open. */
  versions(row: HeldRow): readonly SealedRow[];
  /** Says that the database has these revisions too. */
  confirm(rows: readonly Pick<SealedRow, 'store' | 'id' | 'revision'>[]): void;
  /** Copies what `keep` keeps, else what a full file keeps, and `added`, to the other file, and goes on there. */
  compact(
    keep?: (row: HeldRow) => boolean,
    added?: readonly SealedRow[],
  ): Result<'kept', StoreProblem>;
  close(): void;
}

export interface ReserveSize {
  /** Each file's size at first. */
  readonly bytes: number;
  /** A reserve that stays full after copying grows up to this, if the disk lets it. */
  readonly maxBytes: number;
}

/** "Gone" takes the slot of what is gone. */
const slotOf = (row: Pick<SealedRow, 'store' | 'id'>): string =>
  `${row.store === 'draftGone' ? 'draft' : row.store === 'recordGone' ? 'record' : row.store}:${row.id}`;

/** Opens the two files, taking the one with the higher epoch; formats them when neither is a log. */
export function openReserve(
  files: readonly [SyncFile, SyncFile],
  size: ReserveSize,
  /** What may be let go of when a file is full. */
  keepWhenFull: (row: HeldRow) => boolean,
): Reserve {
  let [current, other] = files;
  let tail: Tail;
  let index = new Map<string, HeldRow>();

  // The other file is what this one was copied from: it is not read again.
  const [a, b] = files.map((file) => epochOf(contentOf(file, HEADER_BYTES)) ?? -1);
  if (b !== undefined && a !== undefined && b > a) [current, other] = [other, current];
  const log = scanLog(contentOf(current));
  if (log) {
    tail = log.tail;
    for (const found of log.rows) note(index, found.row, found.at, false);
  } else {
    for (const file of [other, current]) blank(file, Math.max(size.bytes, file.getSize()));
    const fresh = newLog(1);
    writeAll(current, fresh.header, 0);
    current.flush();
    tail = fresh.tail;
  }

  const read = (row: HeldRow): SealedRow => {
    const bytes = new Uint8Array(row.length);
    current.read(bytes, { at: row.at });
    return { store: row.store, stream: row.stream, id: row.id, revision: row.revision, bytes };
  };

  function append(rows: readonly SealedRow[]): Result<'kept', StoreProblem> {
    const record = encodeRecord(rows, tail);
    if (tail.at + record.bytes.length > current.getSize()) {
      // The new rows go across together with what is kept, so that being full is one step, not two.
      return compact(keepWhenFull, rows);
    }
    try {
      writeAll(current, record.bytes, tail.at);
      current.flush();
    } catch (error) {
      return err(undoTail(error));
    }
    tail = record.tail;
    rows.forEach((row, number) => note(index, row, record.at[number] ?? 0, false));
    return ok('kept');
  }

  /** What was refused must not appear after a restart: the person was told that it is not saved. */
  function undoTail(error: unknown): StoreProblem {
    try {
      writeAll(current, new Uint8Array(4).fill(0xff), tail.at);
      current.flush();
    } catch (second) {
      return { type: 'storeFailed', name: `${errorName(error)}/${errorName(second)}` };
    }
    return problemOf(error);
  }

  function compact(
    keep: (row: HeldRow) => boolean = keepWhenFull,
    offered: readonly SealedRow[] = [],
  ): Result<'kept', StoreProblem> {
    // A draft sealed before its field settled may come after the "gone": the higher revision stays.
    const added = offered.filter((row) => (index.get(slotOf(row))?.revision ?? 0) <= row.revision);
    const replaced = new Set(added.map(slotOf));
    const kept = [...index.values()].filter((row) => !replaced.has(slotOf(row)) && keep(row));
    const rows = [...kept.map(read), ...added];
    const fresh = newLog(tail.epoch + 1);
    const records: Uint8Array[] = [];
    const next = new Map<string, HeldRow>();
    let end = fresh.tail;
    rows.forEach((row, number) => {
      const record = encodeRecord([row], end);
      records.push(record.bytes);
      note(next, row, record.at[0] ?? 0, kept[number]?.inDatabase ?? false);
      end = record.tail;
    });
    try {
      const room = roomFor(end.at, Math.max(other.getSize(), size.bytes), size.maxBytes);
      if (room === undefined) return err({ type: 'diskFull' });
      // The header goes first and comes back last: a crash in between leaves the file in use as it was.
      writeAll(other, new Uint8Array(HEADER_BYTES).fill(0xff), 0);
      other.flush();
      let at = HEADER_BYTES;
      for (const record of records) {
        writeAll(other, record, at);
        at += record.length;
      }
      writeAll(other, new Uint8Array(room - at).fill(0xff), at);
      other.flush();
      writeAll(other, fresh.header, 0);
      other.flush();
    } catch (error) {
      return err(problemOf(error));
    }
    [current, other] = [other, current];
    tail = end;
    index = next;
    return ok('kept');
  }

  return {
    append,
    compact,
    read,
    held: () => [...index.values()],
    find: (store, id) => index.get(slotOf({ store, id })),
    versions: (row) =>
      (scanLog(contentOf(current))?.rows ?? [])
        .map((found) => found.row)
        .filter((found) => slotOf(found) === slotOf(row))
        .sort((x, y) => y.revision - x.revision),
    confirm(rows) {
      for (const row of rows) {
        const slot = slotOf(row);
        const known = index.get(slot);
        if (known && known.revision <= row.revision)
          index.set(slot, { ...known, inDatabase: true });
      }
    },
    close() {
      current.flush();
      for (const file of files) file.close();
    },
  };
}

function note(index: Map<string, HeldRow>, row: SealedRow, at: number, inDatabase: boolean): void {
  const slot = slotOf(row);
  const known = index.get(slot);
  if (known && known.revision > row.revision) return;
  const { store, stream, id, revision, bytes } = row;
  index.set(slot, { store, stream, id, revision, at, length: bytes.length, inDatabase });
}

function contentOf(file: SyncFile, length = file.getSize()): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, file.read(bytes, { at: 0 }));
}

function blank(file: SyncFile, bytes: number): void {
  writeAll(file, new Uint8Array(bytes).fill(0xff), 0);
  file.flush();
}

/** At least a quarter stays free after copying, or every input would copy again. */
function roomFor(needed: number, size: number, maxBytes: number): number | undefined {
  let room = size;
  while (needed > room * 0.75 && room * 2 <= maxBytes) room *= 2;
  return needed <= room ? room : undefined;
}

const problemOf = (error: unknown): StoreProblem =>
  errorName(error) === 'QuotaExceededError'
    ? { type: 'diskFull' }
    : { type: 'storeFailed', name: errorName(error) };
