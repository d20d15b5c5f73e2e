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
  const revisions = await database.run(async ({ rows, records }) => {
    const inRows = await rows.bulkGet(held.filter((row) => row.stream !== '').map((row) => row.id));
    const inRecords = await records.bulkGet(
      held.filter((row) => row.stream === '').map((row) => row.id),
    );
    return new Map(
      [...inRows, ...inRecords].flatMap((row) => (row ? [[row.id, row.revision]] : [])),
    );
  });
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
