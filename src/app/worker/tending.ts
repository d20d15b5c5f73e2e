import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { ok, type Result } from '../../base/result.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import type { ParcelKind } from '../../parcel/model/manifest.ts';
import type { PublicOffice } from '../../sync/model/office.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';
import { bringBack, comingBack } from './bring-back.ts';
import { clearLeft, hourly, leaveTablet } from './leaving.ts';
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

export interface TendingDeps {
  readonly vault: OpenVault;
  readonly sync: Pick<Sync, 'deliveryStates' | 'membership' | 'openFile'>;
  readonly packAgain: (stream: StreamId) => void;
  readonly retention: RetentionDeps;
  readonly office: Pick<PublicOffice, 'card'>;
  readonly filesReady: () => Promise<unknown>;
  readonly clock: Clock;
}

export interface Tending {
  /** What is to be done at once after a parcel of this kind. */
  after(kind: ParcelKind, stream: StreamId): Promise<Result<'tended', StoreProblem>>;
  /** What every round does. */
  round(): Promise<Result<'tended', SyncProblem>>;
}

/** What goes from a device by itself, and what comes back: in every round, or after a parcel that may end something. */
export function openTending(deps: TendingDeps): Tending {
  const { vault, sync, clock } = deps;
  const takingBack = openTakingBack(vault, deps.packAgain, clock);
  const lastTalks = openLastTalks({ vault, sync, takingBack, clock });
  const officeTime = hourly(async () => {
    const card = await deps.office.card();
    return card.ok ? card.value.now : null;
  }, clock);
  /** Where there is no sound, nothing that knows of it is loaded. What the disk refuses is tried in the next round. */
  const weed = async () => {
    if ((await vault.journal.list('sound')).length === 0) return;
    const { weedSound } = await import('./sound-retention.ts');
    const gone = await weedSound(deps.retention, clock.now());
    if (gone.ok && gone.value.length > 0) tell({ type: 'changed' });
  };
  const clear = async (): Promise<Result<'tended', StoreProblem>> => {
    if ((await vault.journal.list('handover')).length === 0) return ok('tended');
    const { clearHandedOver } = await import('./left-drafts.ts');
    const cleared = await clearHandedOver(vault, sync, clock);
    return cleared.ok ? ok('tended') : cleared;
  };
  /** A supervisor's own interviews stay: that is where all of them are kept. */
  const leave = async (): Promise<Result<unknown, SyncProblem>> => {
    if ((await sync.membership())?.identity.role === 'supervisor') return ok(0);
    const left = await leaveTablet({ vault, takingBack, officeTime });
    if (!left.ok) return left;
    const back = await bringBack({ vault, sync, filesReady: deps.filesReady });
    if (!back.ok) return back;
    const coming = await comingBack(vault.journal);
    return clearLeft({ vault, takingBack }, new Set(coming.map(({ interview }) => interview)));
  };
  return {
    after: async (kind, stream) => (ENDING.has(kind) ? lastTalks(kind, stream) : ok('tended')),
    round: async () => {
      // One after the other, whatever became of the one before: a row that cannot be cleared keeps no sound here.
      const lent = await lastTalks();
      const cleared = await clear();
      await weed();
      const left = await leave();
      const failed = [lent, cleared, left].find(({ ok: fine }) => !fine);
      return failed && !failed.ok ? failed : ok('tended');
    },
  };
}
