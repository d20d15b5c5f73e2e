import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import type { ParcelKind } from '../../parcel/model/manifest.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { tell } from './serve.ts';
import type { RetentionDeps } from './sound-retention.ts';
import { openLastTalks } from './last-talks.ts';
import { openTakingBack } from './taking-back.ts';

/** After these something may have to go at once; after all others the next round is soon enough. */
const ENDING: ReadonlySet<ParcelKind> = new Set([
  'lastTalk',
  'assignment',
  'withdrawal',
  'erasure',
]);

/**
 * What goes from a device by itself: in every round, or after a parcel of a kind that may end it.
 * @returns for a kind and a stream what is to be done after that parcel, and for none what a round does.
 */
export function openTending(
  vault: OpenVault,
  sync: Pick<Sync, 'deliveryStates' | 'membership'>,
  packAgain: (stream: StreamId) => void,
  retention: RetentionDeps,
  clock: Clock,
): (kind?: ParcelKind, stream?: StreamId) => Promise<Result<'tended', StoreProblem>> {
  const takingBack = openTakingBack(vault, packAgain, clock);
  const lastTalks = openLastTalks({ vault, sync, takingBack, clock });
  /** Where there is no sound, nothing that knows of it is loaded. What the disk refuses is tried in the next round. */
  const weed = async () => {
    if ((await vault.journal.list('sound')).length === 0) return;
    const { weedSound } = await import('./sound-retention.ts');
    const gone = await weedSound(retention, clock.now());
    if (gone.ok && gone.value.length > 0) tell({ type: 'changed' });
  };
  const clear = async (): Promise<Result<'tended', StoreProblem>> => {
    if ((await vault.journal.list('handover')).length === 0) return ok('tended');
    const { clearHandedOver } = await import('./left-drafts.ts');
    const cleared = await clearHandedOver(vault, sync, clock);
    return cleared.ok ? ok('tended') : cleared;
  };
  return async (kind, stream) => {
    if (kind) return ENDING.has(kind) ? lastTalks(kind, stream) : ok('tended');
    // One after the other, whatever became of the one before: a row that cannot be cleared keeps no sound here.
    const lent = await lastTalks();
    const cleared = await clear();
    await weed();
    return lent.ok ? cleared : lent;
  };
}
