import type { Clock } from '../base/deps.ts';
import { audit } from './audit.ts';
import type { Objects } from './objects.ts';
import { eraseParcel, isErased, listErased } from './store/erased.ts';
import { listedObjects, noteLoose, removeLoose } from './store/loose.ts';
import type { Db } from './store/open.ts';
import { forgetUncommitted } from './store/parcels.ts';
import type { Tombstones } from './tombstones.ts';

const KEEP_UNCOMMITTED_MS = 30 * 24 * 60 * 60_000;

/**
 * What is put in order before the office answers anyone: parcels that were erased stay erased, also in a database
 * from before that; what was announced and never came whole is forgotten; and bytes that no parcel names are removed.
 */
export async function sweep(
  db: Db,
  objects: Objects,
  tombstones: Tombstones,
  clock: Clock,
): Promise<void> {
  await replayErasures(db, tombstones, clock);
  const before = clock.now() - KEEP_UNCOMMITTED_MS;
  await db.transaction().execute(async (tx) => {
    // It would fill the disk for ever. A tablet that still has it announces it anew.
    const parcels = await forgetUncommitted(tx, before);
    if (parcels > 0) await audit(tx, clock.now(), 'parcelsForgotten', { parcels });
  });
  // What nothing names and nobody has noted: as old as any backup may be, so that no database still asks for it.
  const listed = await listedObjects(db);
  await noteLoose(db, await objects.unlisted(listed, before));
  await removeLoose(db, objects);
}

/** Erases once more what the tombstones name, and writes tombstones for what was erased before there were any. */
export async function replayErasures(
  db: Db,
  tombstones: Tombstones,
  clock: Pick<Clock, 'now'>,
): Promise<number> {
  const buried = tombstones.all();
  let erased = 0;
  for (const parcel of buried) {
    await db.transaction().execute(async (tx) => {
      if (await isErased(tx, parcel)) return;
      const at = clock.now();
      await eraseParcel(tx, parcel, at);
      await audit(tx, at, 'parcelErased', { parcel, by: 'tombstone' });
      erased += 1;
    });
  }
  const known = new Set(buried);
  tombstones.add((await listErased(db)).filter((parcel) => !known.has(parcel)));
  return erased;
}
