import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId, systemRandom } from '../base/deps.ts';
import { VaultId } from '../base/ids.ts';
import { memoryFiles, type MemoryFiles } from '../../tests/setup/memory-files.ts';
import { encodeRecord, newLog, scanLog } from './reserve-log.ts';
import { openReserve, type HeldRow, type Reserve } from './reserve.ts';
import type { RowStore, SealedRow } from './seal.ts';

const vault = newId(VaultId, systemRandom);
const row = (id: string, revision = 1, length = 300, store: RowStore = 'event'): SealedRow => ({
  store,
  stream: 'f0',
  id,
  revision,
  bytes: systemRandom.bytes(length),
});

function logOf(batches: readonly (readonly SealedRow[])[]): Uint8Array {
  const fresh = newLog(7);
  let { tail } = fresh;
  const parts: Uint8Array[] = [fresh.header];
  for (const batch of batches) {
    const record = encodeRecord(batch, tail);
    parts.push(record.bytes);
    tail = record.tail;
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('the log', () => {
  const batches = [[row('a'), row('b')], [row('c', 3, 17)], [row('d', 1, 0), row('a', 2)]];
  const whole = logOf(batches);

  test('gives back what was written, and where it lies', () => {
    const found = scanLog(whole)?.rows ?? [];
    expect(found.map((each) => each.row)).toEqual(batches.flat());
    for (const { row: each, at } of found) {
      expect(whole.slice(at, at + each.bytes.length)).toEqual(each.bytes);
    }
  });

  test('any truncation yields whole batches from the front', () => {
    const prefixes = [0, 1, 2, 3].map((count) => batches.slice(0, count).flat());
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const rows = (scanLog(whole.slice(0, length))?.rows ?? []).map((each) => each.row);
        expect(prefixes).toContainEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  test('any flipped bit ends the log before the record that has it', () => {
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const bytes = whole.slice();
        const byte = Math.floor(bit / 8);
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit % 8));
        const rows = scanLog(bytes)?.rows ?? [];
        const all = batches.flat();
        expect(rows.length).toBeLessThan(all.length);
        expect(rows.map((each) => each.row)).toEqual(all.slice(0, rows.length));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the reserve', () => {
  let files: MemoryFiles;
  const size = { bytes: 8192, maxBytes: 16_384 };
  const keepAll = (): boolean => true;
  const open = async (keep: (row: HeldRow) => boolean = keepAll): Promise<Reserve> =>
    openReserve(
      [await files.open(vault, 'reserve-a'), await files.open(vault, 'reserve-b')],
      size,
      keep,
    );
  const content = (reserve: Reserve): SealedRow[] => reserve.held().map(reserve.read);

  beforeEach(() => {
    files = memoryFiles();
  });

  test('what was acknowledged survives a power cut', async () => {
    const reserve = await open();
    const rows = [row('a'), row('b')];
    for (const each of rows) expect(reserve.append([each]).ok).toBe(true);
    files.powerCut();
    expect(content(await open())).toEqual(rows);
  });

  test('the newest of each slot goes across when a file is full, however often', async () => {
    const reserve = await open();
    for (let revision = 1; revision <= 200; revision += 1) {
      expect(reserve.append([row('q1', revision, 300, 'draft')]).ok).toBe(true);
    }
    files.powerCut();
    expect(content(await open()).map((each) => each.revision)).toEqual([200]);
  });

  test('what may be let go of makes room', async () => {
    const reserve = await open((held) => !held.inDatabase);
    for (let number = 0; number < 100; number += 1) {
      const next = row(`e${number}`);
      expect(reserve.append([next]).ok).toBe(true);
      if (number < 97) reserve.confirm([next]);
    }
    const ids = content(reserve).map((each) => each.id);
    expect(ids).toEqual(expect.arrayContaining(['e97', 'e98', 'e99']));
  });

  test('it grows while it must, then says that it is full and keeps what it has', async () => {
    const reserve = await open();
    let kept = 0;
    for (; kept < 1000; kept += 1) {
      const result = reserve.append([row(`e${kept}`, 1, 500)]);
      if (result.ok) continue;
      expect(result.error).toEqual({ type: 'diskFull' });
      break;
    }
    expect(kept).toBeGreaterThan(8192 / 600);
    expect(kept).toBeLessThan(16_384 / 500);
    files.powerCut();
    expect(content(await open())).toHaveLength(kept);
  });

  test('on a full disk it goes on in the space it has', async () => {
    const reserve = await open();
    files.fillDisk(true);
    for (let revision = 1; revision <= 60; revision += 1) {
      expect(reserve.append([row('q1', revision, 300, 'draft')]).ok).toBe(true);
    }
  });

  test('a crash while copying across leaves the file in use as it was', async () => {
    const reserve = await open();
    const rows = [row('a'), row('b')];
    reserve.append(rows);
    const { length } = files.bytes(vault, 'reserve-b');
    reserve.compact(keepAll);
    files.powerCut();
    // The header of the new turn did not make it to disk.
    const copied = files.bytes(vault, 'reserve-b');
    copied.fill(0xff, 0, 28);
    expect(copied).toHaveLength(length);
    files.put(vault, 'reserve-b', copied);
    expect(content(await open())).toEqual(rows);
  });

  test('a draft that comes late does not undo its settling', async () => {
    const reserve = await open();
    reserve.append([row('q1', 5, 300, 'draftGone')]);
    reserve.append([row('q1', 4, 300, 'draft')]);
    expect(reserve.find('draft', 'q1')?.store).toBe('draftGone');
    reserve.compact(keepAll, [row('q1', 3, 300, 'draft')]);
    expect(content(reserve).map((each) => each.store)).toEqual(['draftGone']);
  });
});
