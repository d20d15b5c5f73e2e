import type { Deps } from '../../base/deps.ts';
import type { StreamId, VaultId } from '../../base/ids.ts';
import { once } from '../../base/once.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import { verifySignature } from '../../parcel/verify.ts';
import { onlyWhatIsKept, outboxWithoutTheGone } from '../../sync/drop-stream.ts';
import { openHttp, openHttpOffice } from '../../sync/http.ts';
import { timerPause, webLocks, type Loop } from '../../sync/loop.ts';
import { ERASING } from '../../sync/model/kept.ts';
import { FINE, later } from '../../sync/model/problem.ts';
import { openLockedSending, openSync, type Sync } from '../../sync/open.ts';
import type { OpenVault, Outbox } from '../../vault/model/port.ts';
import type { GuideShelf } from './guides.ts';
import type { RetentionDeps } from './sound-retention.ts';
import type { SoundWay } from './sound-way.ts';
import { commonOffers, openOffers } from './offers.ts';
import { laterDesk } from './parcel-desk.ts';
import { tell, tellBroken } from './serve.ts';

/*
 * The worker's line to the office: a chunk of its own, since a word can be written and kept without it
 * (performance.md: nothing but the runner, the store and AES-GCM before the first question).
 */
export interface OfficeLine extends Sync {
  /** To be waited for before a parcel becomes a file, or a file a parcel. */
  readonly filesReady: () => Promise<unknown>;
  /** Erases here what two supervisors have approved. */
  readonly eraseApproved: () => Promise<Result<number, StoreProblem>>;
  /** Packs anew what is left of a stream whose parcels were dropped because words were taken back. */
  readonly packAgain: (stream: StreamId) => void;
  /** How long sound stays here. */
  readonly retention: RetentionDeps;
  /** How far sound has come; loaded when there is some. */
  readonly soundWay: () => Promise<SoundWay>;
}

const httpOf = ({ clock }: Deps) => ({ baseUrl: self.location.origin, clock });

/**
 * All that an open vault does with its office; nothing is sent before its loop is started. What was being erased when
 * everything stopped is gone by then.
 */
export async function openOfficeLine(
  vault: OpenVault,
  shelf: GuideShelf,
  deps: Deps,
): Promise<OfficeLine> {
  const { ready, ...desk } = laterDesk();
  const inTheWay = once(async () => (await import('../own-places.ts')).openOwnPlaces(vault));
  const office = openHttpOffice(httpOf(deps), vault.signer);
  const sync = openSync({
    ...runnerOf(deps),
    ...desk,
    vault: { ...vault, outbox: outboxWithoutTheGone(vault) },
    office: { ...office, open: onlyWhatIsKept(office.open, vault.outbox) },
    origin: self.location.origin,
    partsOf: async (...args) => {
      const { contentsOf } = await import('./contents.ts');
      const soundParts = async (recording: StreamId) => (await soundWay()).parts(recording);
      return contentsOf(vault.journal, shelf, soundParts)(...args);
    },
    importParcel: async (opened) => {
      const { manifest, events } = opened;
      const { takeIn } = await import('../take-in.ts');
      const { kind, stream } = manifest;
      const current = await sync.membership();
      const members = current?.directory.members ?? [];
      if ((await inTheWay())({ kind, stream, events }, members, deps.clock.now())) {
        return err({ type: 'badContents' });
      }
      const sender = members.find(({ member }) => member === manifest.sender.member);
      const taken = await takeIn(vault.journal, vault.member, kind, stream, events, {
        supervises: current?.identity.role === 'supervisor',
        now: deps.clock.now(),
        bySupervisor: sender?.role === 'supervisor',
        sendOwn: async (assignment) => (await sync.deliver('assignment', assignment)).ok,
        wasErased: async (gone) => (await marks()).wasErased(vault.records, gone),
      });
      if (taken.ok && (kind === 'handover' || taken.value === 'removed')) {
        // It has become an interview of one's own, or nothing of it is kept: the office need not keep it either.
        return (await marks()).markErased(vault.records, stream, deps.clock.now());
      }
      const tended = taken.ok ? await (await tend())?.after(kind, stream) : taken;
      if (tended && !tended.ok) return tended;
      if (kind === 'erasure' && taken.ok) return eraseApproved();
      if (kind !== 'sound' || !taken.ok) return taken;
      const { takeSound } = await import('./contents-sound.ts');
      return (await soundWay()).taking(stream, (...going) =>
        takeSound(vault, stream, opened, ...going),
      );
    },
    beforeRound: async () => {
      // Also what was approved when this tablet was closed in the middle of erasing.
      const erasing = (await vault.journal.list('erasure')).length > 0;
      const erased = erasing ? await eraseApproved() : ok(0);
      const finished = await finishErasing();
      await offers.offer();
      const tended = await (await tend())?.round();
      await common();
      // Said at the line to the office and tried again soon: two people have decided that it is gone.
      if (!erased.ok) return later(erased.error);
      if (!finished.ok) return later(finished.error);
      return tended && !tended.ok ? later(tended.error) : FINE;
    },
  });
  const marks = () => import('../../sync/erasures.ts');
  const eraseApproved = async () =>
    (await import('./erasing.ts')).eraseHere(vault, packAgain, deps.clock);
  const finishErasing = async () => {
    if ((await vault.records.names(ERASING)).length === 0) return ok('none');
    const { openTakingBack } = await import('./taking-back.ts');
    return openTakingBack(vault, packAgain, deps.clock).finish();
  };
  const tending = once(async () => {
    const { openTending } = await import('./tending.ts');
    return openTending({
      vault,
      sync,
      packAgain,
      retention,
      office: office.open,
      filesReady: ready,
      clock: deps.clock,
    });
  });
  /** What may stay here no longer goes; where there is nothing of the kind, nothing that knows of it is loaded. */
  const tend = async () => {
    const listed = await Promise.all(MAY_GO.map((each) => vault.journal.list(each)));
    if (listed.every(({ length }) => length === 0)) return undefined;
    return tending();
  };
  const retention: RetentionDeps = {
    vault,
    deliveries: sync.deliveryStates,
    retention: async () => (await sync.membership())?.directory.retention?.sound ?? null,
  };
  const soundWay = once(async () => {
    const { openSoundWay } = await import('./sound-way.ts');
    return openSoundWay({ sound: vault.sound, sync, changed: () => tell({ type: 'changed' }) });
  });
  const offers = openOffers(
    vault,
    {
      ...sync,
      deliver: async (kind, stream) =>
        kind === 'sound' ? (await soundWay()).deliver(stream) : sync.deliver(kind, stream),
    },
    deps,
  );
  const common = commonOffers(vault, sync);
  let lastContact: number | null = null;
  sync.onChange(() => {
    const { loop, directoryProblem, forgedJoins } = sync.status();
    if (loop.type === 'resting') lastContact = loop.since;
    const reachable =
      loop.type === 'resting' ? true : loop.type === 'waiting' ? false : lastContact !== null;
    tell({
      type: 'line',
      reachable,
      lastContact,
      problem: directoryProblem?.type ?? null,
      forgedJoins: forgedJoins.length,
    });
    tell({ type: 'changed' });
  });
  const packAgain = (stream: StreamId) => {
    offers.forget(stream);
    // Now and not in the next round: without a network there is none, and while locked nothing can be packed.
    offers.offer().catch(tellBroken);
  };
  await finishErasing().catch(tellBroken);
  return { ...sync, filesReady: ready, packAgain, soundWay, eraseApproved, retention };
}

/** Where one of these is, something may be here that goes by itself. */
const MAY_GO = ['lastTalk', 'assignment', 'handover', 'sound', 'review', 'left'] as const;

/** Sends what lies sealed in the outbox of a vault that stays locked. */
export const openSending = (vault: VaultId, outbox: Outbox, deps: Deps): Loop =>
  openLockedSending({
    ...runnerOf(deps),
    vault,
    outbox,
    office: onlyWhatIsKept(openHttp(httpOf(deps)), outbox),
    progress: () => undefined,
  });

const runnerOf = (deps: Deps) => ({
  ...deps,
  verify: verifySignature,
  locks: webLocks,
  pause: timerPause,
  broke: tellBroken,
});
