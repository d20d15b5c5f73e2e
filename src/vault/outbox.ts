import type { Result } from '../base/result.ts';
import { err, ok } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import type { Database, OutboxRow, Tables } from './database.ts';
import { OutboxItem, type Outbox } from './model/port.ts';

/**
 * Parcels on their way. They are ciphertext and signatures by themselves, so they lie here as they are and can be sent
 * while the vault is locked (DESIGN section 9).
 */
export function openOutbox(database: Database): Outbox {
  /** What was last read: when the database fails, the person still sees what is waiting. */
  let last: readonly OutboxItem[] = [];

  const kept = (result: Result<void, StoreProblem>): Result<'kept', StoreProblem> =>
    result.ok ? ok('kept') : result;

  return {
    async stage(hash, bytes) {
      return kept(
        await database.run(async ({ objects }) => {
          await objects.put({ hash, bytes: ownBytes(bytes) });
        }),
      );
    },
    async sweep() {
      await database.outbox(async (tables) => {
        const named = namedBy(await tables.outbox.toArray());
        const all = await tables.objects.toCollection().primaryKeys();
        await tables.objects.bulkDelete(all.filter((hash) => !named.has(hash)));
      });
    },
    async add(item, objects) {
      const staged = item.objects.filter((hash) => !objects.has(hash));
      const found = await database.run((tables) =>
        tables.objects.where('hash').anyOf(staged).primaryKeys(),
      );
      if (!found.ok) return found;
      // Swept away since it was staged. Half a parcel is none: it is packed once more.
      if (found.value.length < staged.length) return err({ type: 'storeFailed', name: 'staged' });
      const added = await database.outbox(async (tables) => {
        if (await tables.outbox.get(item.parcel)) return;
        await tables.objects.bulkPut(
          [...objects].map(([hash, bytes]) => ({ hash, bytes: new Uint8Array(bytes) })),
        );
        await tables.outbox.put({ parcel: item.parcel, addedAt: item.addedAt, item });
      });
      return kept(added);
    },
    async list() {
      const rows = await database.run(({ outbox }) => outbox.orderBy('addedAt').toArray());
      if (rows.ok) last = rows.value.map((row) => OutboxItem.parse(row.item));
      return last;
    },
    async object(hash) {
      const row = await database.run(({ objects }) => objects.get(hash));
      return row.ok ? row.value?.bytes : undefined;
    },
    async receive(parcel, receipt) {
      const received = await database.outbox(async (tables) => {
        const row = await tables.outbox.get(parcel);
        if (!row) return;
        await tables.outbox.put({ ...row, item: { ...OutboxItem.parse(row.item), receipt } });
      });
      return kept(received);
    },
    async drop(parcel) {
      await database.outbox((tables) => dropParcel(tables, parcel));
    },
  };
}

/** The same sealed part may belong to several parcels; it stays while one of them names it. */
async function dropParcel(tables: Tables, parcel: string): Promise<void> {
  const row = await tables.outbox.get(parcel);
  if (!row) return;
  await tables.outbox.delete(parcel);
  const named = namedBy(await tables.outbox.toArray());
  const own = OutboxItem.parse(row.item).objects;
  await tables.objects.bulkDelete(own.filter((hash) => !named.has(hash)));
}

const namedBy = (rows: readonly OutboxRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => OutboxItem.parse(row.item).objects));

/** As they are where they have a buffer of their own: what is put into the database is copied there anyway. */
const ownBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? new Uint8Array(bytes.buffer)
    : new Uint8Array(bytes);
