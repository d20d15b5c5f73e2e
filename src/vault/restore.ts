import type { Tables } from './database.ts';
import type { Keyring } from './keyring.ts';
import type { HeldRow } from './reserve.ts';
import type { SealedRow } from './seal.ts';
import type { TwoCopies } from './two-copies.ts';

export interface Restored {
  /** Rows that were in the reserve and not in the database, and are in both now. */
  readonly restored: number;
  /** Rows of the reserve that no version of opens, though their stream is there. */
  readonly unreadable: readonly HeldRow[];
}

/**
 * At start the reserve is compared with the database and what is missing is put back (DESIGN section 7). The sealed
 * bytes are the same in both copies, so putting back is copying, after the row's seal has proved it.
 */
export async function restoreFromReserve(copies: TwoCopies, ring: Keyring): Promise<Restored> {
  const { reserve, database } = copies;
  const known = new Set<string>(ring.streams().map((entry) => entry.stream));
  const held = reserve.held().filter((row) => row.stream === '' || known.has(row.stream));
  const revisions = await database.run((tables) => revisionsOf(held, tables));
  if (!revisions.ok) return { restored: 0, unreadable: [] };

  const missing: SealedRow[] = [];
  const unreadable: HeldRow[] = [];
  for (const row of held) {
    const stored = revisions.value.get(row.id);
    const isGone = row.store === 'draftGone' || row.store === 'recordGone';
    if (isGone ? stored === undefined : stored !== undefined && stored >= row.revision) {
      reserve.confirm([{ ...row, revision: Math.max(row.revision, stored ?? 0) }]);
      continue;
    }
    const proved = await provedVersion(copies, ring, row);
    if (!proved) unreadable.push(row);
    else if (stored === undefined || stored < proved.revision) missing.push(proved);
  }
  const written = await database.write(missing);
  if (written.ok) reserve.confirm(missing);
  const put = missing.filter((row) => row.store !== 'draftGone' && row.store !== 'recordGone');
  return { restored: written.ok ? put.length : 0, unreadable };
}

/**
 * At least how new the database has each of these rows. An event is written once and then only with a new key: one of
 * the first key is there or not, and to know that its words need not be read.
 */
async function revisionsOf(
  held: readonly HeldRow[],
  { rows, records }: Tables,
): Promise<ReadonlyMap<string, number>> {
  const isFirst = (row: HeldRow): boolean => row.store === 'event' && row.revision === 1;
  const found = new Map<string, number>();
  for (const stream of new Set(held.filter(isFirst).map((row) => row.stream))) {
    const there = await rows.where('[store+stream]').equals(['event', stream]).primaryKeys();
    for (const id of there) found.set(id, 1);
  }
  const others = held.filter((row) => !isFirst(row));
  const ids = (inRows: boolean): string[] =>
    others.filter((row) => (row.stream !== '') === inRows).map((row) => row.id);
  for (const row of await rows.bulkGet(ids(true))) if (row) found.set(row.id, row.revision);
  for (const row of await records.bulkGet(ids(false))) if (row) found.set(row.id, row.revision);
  return found;
}

/** The newest version of the row that opens. */
async function provedVersion(
  copies: TwoCopies,
  ring: Keyring,
  row: HeldRow,
): Promise<SealedRow | undefined> {
  const newest = copies.reserve.read(row);
  if ((await ring.open(newest)).ok) return newest;
  for (const older of copies.reserve.versions(row)) {
    if ((await ring.open(older)).ok) return older;
  }
  return undefined;
}
