import { err, ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { Database } from './database.ts';
import type { HeldRow, Reserve } from './reserve.ts';
import type { RowStore, SealedRow } from './seal.ts';

/** Every row of this device on disk twice: the reserve first, then the database. */
export interface TwoCopies {
  readonly reserve: Reserve;
  readonly database: Database;
  /** Resolves when the rows are flushed in both, or in the reserve alone because the database fails. */
  keep(rows: readonly SealedRow[]): Promise<Result<Saved, StoreProblem>>;
  /** A draft on its way: flushed to the reserve before this returns, brought to the database by `catchUp`. */
  keepInReserve(rows: readonly SealedRow[]): Promise<Result<Saved, StoreProblem>>;
  /** Writes the drafts that the database does not have yet. */
  catchUp(): Promise<void>;
  /** The newest of both copies, every row of a stream of this kind once. */
  rowsOf(stream: string, store: 'event' | 'head' | 'draft'): Promise<SealedRow[]>;
  /** The reserve's copy of a row of the database that does not open. */
  otherCopy(row: SealedRow): SealedRow | undefined;
  /** The newest of both copies, every row of a kind once. */
  allOf(store: RowStore): Promise<SealedRow[]>;
  /** The same of rows that were read from the database before. */
  withReserve(store: RowStore, stored: readonly SealedRow[]): SealedRow[];
  /** How many events of each of these streams the database has; undefined when it fails. */
  eventCounts(streams: readonly string[]): Promise<readonly number[] | undefined>;
  /** What the status line says: both copies are well, or the reserve alone. */
  saved(): Saved;
}

/** Bigger records (a guide) are fetched again rather than carried in the reserve for ever, and read at every start. */
const SMALL_RECORD_BYTES = 32 * 1024;
const isBigRecord = ({ store, bytes }: SealedRow): boolean =>
  store === 'record' && bytes.length > SMALL_RECORD_BYTES;

/** What a full reserve must carry on: everything that is not in the database, and what is still being worked on. */
export function mustKeep(row: HeldRow, isReceived: (row: HeldRow) => boolean): boolean {
  switch (row.store) {
    case 'draft':
    case 'head':
      return true;
    case 'event':
      return !row.inDatabase || !isReceived(row);
    case 'record':
      return !row.inDatabase || row.length <= SMALL_RECORD_BYTES;
    case 'draftGone':
    case 'recordGone':
    case 'index':
      return !row.inDatabase;
  }
}

/** @param inPlace false when a start would not find the reserve; asked when it is the only copy. */
export function keepTwoCopies(
  reserve: Reserve,
  database: Database,
  inPlace: () => Promise<boolean>,
): TwoCopies {
  const saved = (): Saved => (database.breaker.cause() === null ? 'both' : 'reserve');

  /** What the reserve alone has is saved only where it will be found again. */
  const willBeFound = async (): Promise<boolean> => saved() === 'both' || (await inPlace());
  const thrownAway = (): Result<never, StoreProblem> =>
    err({ type: 'storeFailed', name: 'ThrownAway' });

  const newest = (rows: readonly SealedRow[]): SealedRow[] => {
    const byId = new Map<string, SealedRow>();
    for (const row of rows) {
      const known = byId.get(row.id);
      if (!known || known.revision < row.revision) byId.set(row.id, row);
    }
    return [...byId.values()];
  };

  const held = (wanted: (row: HeldRow) => boolean): SealedRow[] =>
    reserve.held().filter(wanted).map(reserve.read);

  function withReserve(store: RowStore, stored: readonly SealedRow[]): SealedRow[] {
    const gone = `${store}Gone`;
    const news = held((row) => row.store === store || row.store === gone);
    return newest([...news, ...stored]).filter((row) => row.store === store);
  }

  return {
    reserve,
    database,
    saved,
    async keep(rows) {
      // Before anything is kept: an event that is refused and yet found again would be a fork of the next one.
      if (!(await willBeFound())) return thrownAway();
      const flushed = reserve.append(rows);
      if (!flushed.ok) return flushed;
      const written = await database.write(rows);
      if (written.ok) reserve.confirm(rows);
      if (written.ok && rows.some(isBigRecord)) reserve.compact();
      return ok(written.ok ? 'both' : 'reserve');
    },
    async keepInReserve(rows) {
      const flushed = reserve.append(rows);
      if (!flushed.ok) return flushed;
      return (await willBeFound()) ? ok(saved()) : thrownAway();
    },
    async catchUp() {
      const behind = held((row) => row.store === 'draft' && !row.inDatabase);
      if (behind.length === 0) return;
      const written = await database.write(behind);
      if (written.ok) reserve.confirm(behind);
    },
    async rowsOf(stream, store) {
      const stored = await database.run(({ rows }) =>
        rows.where('[store+stream]').equals([store, stream]).toArray(),
      );
      const there = stored.ok ? stored.value : [];
      const known = new Map(there.map((row) => [row.id, row.revision]));
      // A long interview is read once and not from both: here only what the database does not have as new.
      const isNews = (row: HeldRow): boolean => (known.get(row.id) ?? -1) < row.revision;
      const isOfKind = (row: HeldRow): boolean =>
        row.store === store || row.store === `${store}Gone`;
      const news = held((row) => row.stream === stream && isOfKind(row) && isNews(row));
      return newest([...news, ...there]).filter((row) => row.store === store);
    },
    otherCopy(row) {
      const kept = reserve.find(row.store, row.id);
      return kept?.store === row.store ? reserve.read(kept) : undefined;
    },
    async eventCounts(streams) {
      const counts = await database.run(({ rows }) =>
        Promise.all(
          streams.map((stream) => rows.where('[store+stream]').equals(['event', stream]).count()),
        ),
      );
      return counts.ok ? counts.value : undefined;
    },
    async allOf(store) {
      const stored = await database.run(({ rows, records }) =>
        store === 'record' ? records.toArray() : rows.where('store').equals(store).toArray(),
      );
      return withReserve(store, stored.ok ? stored.value : []);
    },
    withReserve,
  };
}
