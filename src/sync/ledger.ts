import type * as z from 'zod/mini';
import type { MemberId, Millis, ParcelId, StreamId } from '../base/ids.ts';
import { once } from '../base/once.ts';
import { ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { Records } from '../vault/model/port.ts';
import { Aside, Imported, Sent } from './model/kept.ts';

/** Reads a sealed record. What we sealed ourselves and can't read is a bug, so that throws. */
export async function readRecord<T>(
  records: Records,
  name: string,
  kind: z.ZodMiniType<T>,
): Promise<T | undefined> {
  const stored = await records.get(name);
  return stored === undefined || stored === null ? undefined : kind.parse(stored);
}

type Kept = Promise<Result<'kept', StoreProblem>>;

/** What this device has sent, taken in and put aside: sealed records, held in memory after the first look. */
export interface Ledger {
  /** Oldest revision first. */
  sentOf(stream: StreamId, kind: ParcelKind): Promise<readonly Sent[]>;
  allSent(): Promise<readonly Sent[]>;
  putSent(sent: Sent): Kept;
  received(parcel: ParcelId, at: Millis): Kept;
  opened(parcel: ParcelId, member: MemberId, at: Millis): Kept;
  imported(parcel: ParcelId): Promise<Imported | undefined>;
  allImported(): Promise<readonly Imported[]>;
  putImported(imported: Imported): Kept;
  asides(): Promise<readonly Aside[]>;
  putAside(aside: Aside): Kept;
  removeAside(parcel: ParcelId): Kept;
}

export function openLedger(records: Records): Ledger {
  const sent = shelf(records, 'sent/', Sent);
  const imported = shelf(records, 'imported/', Imported);
  const aside = shelf(records, 'aside/', Aside);
  const change = async (parcel: ParcelId, edit: (known: Sent) => Sent): Kept => {
    const known = (await sent.all()).get(parcel);
    return known ? sent.put(parcel, edit(known)) : ok('kept');
  };
  return {
    sentOf: async (stream, kind) =>
      [...(await sent.all()).values()]
        .filter((each) => each.stream === stream && each.kind === kind)
        .sort((a, b) => a.revision - b.revision),
    allSent: async () => [...(await sent.all()).values()],
    putSent: (each) => sent.put(each.parcel, each),
    received: (parcel, at) =>
      change(parcel, (known) => ({ ...known, receivedAt: known.receivedAt ?? at })),
    opened: (parcel, member, at) =>
      change(parcel, (known) =>
        known.opened.some((each) => each.member === member)
          ? known
          : { ...known, opened: [...known.opened, { member, at }] },
      ),
    imported: async (parcel) => (await imported.all()).get(parcel),
    allImported: async () => [...(await imported.all()).values()],
    putImported: (each) => imported.put(each.parcel, each),
    asides: async () => [...(await aside.all()).values()],
    putAside: (each) => aside.put(each.signed.consignment.parcel, each),
    removeAside: (parcel) => aside.remove(parcel),
  };
}

function shelf<T>(records: Records, prefix: string, kind: z.ZodMiniType<T>) {
  const all = once(async () => {
    const found = new Map<string, T>();
    for (const name of await records.names(prefix)) {
      const value = await readRecord(records, name, kind);
      if (value !== undefined) found.set(name.slice(prefix.length), value);
    }
    return found;
  });
  return {
    all,
    put: async (key: string, value: T): Kept => {
      const kept = await records.put(prefix + key, value);
      if (!kept.ok) return kept;
      (await all()).set(key, value);
      return ok('kept');
    },
    remove: async (key: string): Kept => {
      if (!(await all()).has(key)) return ok('kept');
      const gone = await records.remove(prefix + key);
      if (!gone.ok) return gone;
      (await all()).delete(key);
      return ok('kept');
    },
  };
}
