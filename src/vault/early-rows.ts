import type { Database } from './database.ts';
import type { SealedRow } from './seal.ts';

/** Rows of the database that were fetched while the vault was being unlocked; sealed, as they lie there. */
export interface EarlyRows {
  readonly heads: readonly SealedRow[];
  /** The index of summaries. */
  readonly index: readonly SealedRow[];
}

/** Without the database there are none. What only the reserve has is newer and is put beside them by `allOf`. */
export async function readEarly(database: Database): Promise<EarlyRows> {
  const read = await database.run(async ({ rows }) => {
    const of = (store: string) => rows.where('store').equals(store).toArray();
    const [heads, index] = await Promise.all([of('head'), of('index')]);
    return { heads, index };
  });
  return read.ok ? read.value : { heads: [], index: [] };
}
