import type { Deps } from '../../base/deps.ts';
import type { MemberId, StreamId, VaultId } from '../../base/ids.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import type { Result } from '../../base/result.ts';
import type { StoreProblem } from '../../journal/model/port.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { verifySignature } from '../../parcel/verify.ts';
import { onlyWhatIsKept, outboxWithoutTheGone } from '../../sync/drop-stream.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { openHttp, openHttpOffice } from '../../sync/http.ts';
import { timerPause, webLocks, type Loop } from '../../sync/loop.ts';
import { openLockedSending, openSync, type Sync } from '../../sync/open.ts';
import type { OpenVault, Outbox } from '../../vault/model/port.ts';
import type { GuideShelf } from './guides.ts';
import type { RetentionDeps } from './sound-retention.ts';
import type { SoundWay } from './sound-way.ts';
import { laterDesk } from './parcel-desk.ts';
import { tell } from './serve.ts';

/*
 * The worker's line to the office: a chunk of its own, since a word can be written and kept without it
 * (performance.md: nothing but the runner, the store and AES-GCM before the first question).
 */
const DRAFT_EVERY_MS = 5 * 60_000;

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

/** All that an open vault does with its office; nothing is sent before its loop is started. */
export function openOfficeLine(vault: OpenVault, shelf: GuideShelf, deps: Deps): OfficeLine {
  const { ready, ...desk } = laterDesk();
  const office = openHttpOffice(httpOf(deps), vault.signer);
  const sync = openSync({
    ...runnerOf(deps),
    ...desk,
    vault: { ...vault, outbox: outboxWithoutTheGone(vault) },
    office: { ...office, open: onlyWhatIsKept(office.open, vault.outbox) },
    class: 'real',
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
      const role = (await sync.membership())?.identity.role;
      const taken = await takeIn(vault.journal, vault.member, kind, stream, events, {
        supervises: role === 'supervisor',
        now: deps.clock.now(),
      });
      if (kind === 'erasure' && taken.ok) return eraseApproved();
      if (kind !== 'sound' || !taken.ok) return taken;
      const { takeSound } = await import('./contents-sound.ts');
      return (await soundWay()).taking(stream, (...going) =>
        takeSound(vault, stream, opened, ...going),
      );
    },
    beforeRound: async () => {
      // Also what was approved when this tablet was closed in the middle of erasing.
      if ((await vault.journal.list('erasure')).length > 0) await eraseApproved();
      await offers.offer();
      await common();
      await weed();
    },
  });
  const eraseApproved = async () => {
    const [erasing, { openTakingBack }] = await Promise.all([
      import('./erasing.ts'),
      import('./taking-back.ts'),
    ]);
    const takingBack = () => Promise.resolve(openTakingBack(vault, packAgain, deps.clock));
    return erasing.eraseApproved(vault, takingBack, deps.clock);
  };
  const retention: RetentionDeps = {
    vault,
    deliveries: sync.deliveryStates,
    retention: async () => (await sync.membership())?.directory.retention?.sound ?? null,
  };
  /** Where there is no sound, nothing that knows of it is loaded. What the disk refuses is tried in the next round. */
  const weed = async () => {
    if ((await vault.journal.list('sound')).length === 0) return;
    const { weedSound } = await import('./sound-retention.ts');
    const gone = await weedSound(retention, deps.clock.now());
    if (gone.ok && gone.value.length > 0) tell({ type: 'changed' });
  };
  let way: Promise<SoundWay> | undefined;
  const soundWay = () =>
    (way ??= import('./sound-way.ts').then(({ openSoundWay }) =>
      openSoundWay({ sound: vault.sound, sync, changed: () => tell({ type: 'changed' }) }),
    ));
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
  return { ...sync, filesReady: ready, packAgain, soundWay, eraseApproved, retention };
}

/** Somebody said yes, and is not under 15 after all: of a child nothing is kept anywhere (domain.md section 4). */
function mayBeCopied(events: readonly JournalEvent[]): boolean {
  const age = events.findLast((event) => event.type === 'AgeStated')?.body?.data;
  const child = typeof age === 'object' && age !== null && 'age' in age && age.age === 'under15';
  return !child && events.some((event) => event.type === 'ConsentGiven');
}

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

/** A bug in the background: told by its name only, since its message may hold words. */
export const tellBroken = (cause: unknown): void =>
  tell({ type: 'broke', name: cause instanceof Error ? cause.name : 'unknown' });

/** The register and what else several write in; where there is nothing of it, nothing that knows of it is loaded. */
function commonOffers(vault: OpenVault, sync: Sync): () => Promise<void> {
  let offer: (() => Promise<void>) | undefined;
  return async () => {
    if (!offer) {
      const listed = await Promise.all(
        (['participant', 'program', 'assignment'] as const).map((kind) => vault.journal.list(kind)),
      );
      if (listed.every((streams) => streams.length === 0)) return;
      const { openCommonOffers } = await import('./common-offers.ts');
      offer = openCommonOffers(vault, sync);
    }
    await offer();
  };
}

/** Streams of one author whose summary says by whom, and the kind of parcel in which they go. */
const OWN_WORD = [
  ['reply', 'reply'],
  ['withdrawal', 'withdrawal'],
  ['erasure', 'erasure'],
  ['log', 'log'],
] as const;

/** The log grows with every look: it goes out twice a day at most, and whenever somebody has unlocked anew. */
const halfDay = (at: number): number => Math.floor(at / (12 * 60 * 60_000));

const isBy = (summary: unknown, interviewer: MemberId): boolean =>
  typeof summary === 'object' &&
  summary !== null &&
  'interviewer' in summary &&
  summary.interviewer === interviewer;

export interface Offers {
  offer(): Promise<void>;
  /** Its parcels are gone from the outbox: the stream is offered as if it never was. */
  forget(stream: StreamId): void;
}

/**
 * What of one's own should meet the office now: a draft for a report, a flag and a completed interview at once (also when a crash came
 * between completing and packing), a half-done interview now and then as a sealed copy for its author and the
 * recovery keys. Packing the same again changes nothing; what is not packed is tried again in the next round.
 */
export function openOffers(
  vault: Pick<OpenVault, 'journal' | 'member'>,
  sync: Pick<Sync, 'deliver' | 'deliveryStates'>,
  { clock }: Pick<Deps, 'clock'>,
): Offers {
  const packed = new Map<string, number>();
  const draftAt = new Map<StreamId, number>();
  const once = async (kind: Deliverable, stream: StreamId, changed: number) => {
    const key = `${kind} ${stream}`;
    if (packed.get(key) === changed) return;
    if ((await sync.deliver(kind, stream)).ok) packed.set(key, changed);
  };
  // Reports and sound have streams of their own: where there are none, nothing that knows of them is loaded.
  const offerConcerns = async () => {
    const listed = await vault.journal.list('concern');
    if (listed.length === 0) return;
    const { ownConcerns } = await import('./side-offers.ts');
    for (const { stream, changed } of ownConcerns(listed, vault.member)) {
      await once('concern', stream, changed);
    }
  };
  const offerSound = async (interview: StreamId) => {
    const listed = await vault.journal.list('sound');
    if (listed.length === 0) return;
    const { soundToSend } = await import('./side-offers.ts');
    for (const { stream, changed } of await soundToSend(vault.journal, listed, interview)) {
      await once('sound', stream, changed);
    }
  };
  const offerTranscripts = async () => {
    const listed = await vault.journal.list('transcript');
    if (listed.length === 0) return;
    const { transcriptsToReplace } = await import('./side-offers.ts');
    const rows = await sync.deliveryStates();
    for (const { stream, changed } of await transcriptsToReplace(vault.journal, listed, rows)) {
      await once('transcript', stream, changed);
    }
  };
  /** What goes out as soon as it is written, and all the same when a crash came in between. */
  const offerOwn = async () => {
    for (const [kind, parcel] of OWN_WORD) {
      for (const { stream, data, changed } of await vault.journal.list(kind)) {
        const isOwn =
          typeof data === 'object' && data !== null && 'by' in data && data.by === vault.member;
        if (isOwn) await once(parcel, stream, kind === 'log' ? halfDay(changed) : changed);
      }
    }
  };
  /** A supervisor has thousands of reviews: only what was written since it was packed last is looked at. */
  let reviewed = 0;
  const offerReviews = async () => {
    const listed = await vault.journal.list('review');
    const newest = listed[0]?.changed ?? 0;
    if (newest === reviewed) return;
    const { reviewsToSend } = await import('./side-offers.ts');
    const left = reviewsToSend(listed, vault.member, await sync.deliveryStates());
    const sent = await Promise.all(left.map((stream) => sync.deliver('review', stream)));
    if (sent.every(({ ok }) => ok)) reviewed = newest;
  };
  const offer = async () => {
    await offerOwn();
    await offerReviews();
    const completed: StreamId[] = [];
    await offerConcerns();
    await offerTranscripts();
    for (const { stream, data, changed } of await vault.journal.list('interview')) {
      // Looked at before it is parsed: a supervisor has thousands that are somebody else's.
      if (!isBy(data, vault.member)) continue;
      const known = InterviewSummary.safeParse(data).data;
      if (!known) continue;
      if (known.flags > 0) await once('safety', stream, changed);
      if (known.status === 'completed') {
        await once('interview', stream, changed);
        completed.push(stream);
      } else if (clock.now() - (draftAt.get(stream) ?? 0) >= DRAFT_EVERY_MS) {
        // Before the person has said yes nothing of theirs goes anywhere, not even as a sealed copy.
        const opened = await vault.journal.open(stream);
        if (!mayBeCopied(opened?.events ?? [])) continue;
        draftAt.set(stream, clock.now());
        await sync.deliver('draft', stream);
      }
    }
    // Last, since it takes longest: no flag waits for it.
    for (const stream of completed) await offerSound(stream);
  };
  const forget = (stream: StreamId) => {
    draftAt.delete(stream);
    packed.delete(`interview ${stream}`);
    packed.delete(`safety ${stream}`);
    packed.delete(`sound ${stream}`);
    packed.delete(`transcript ${stream}`);
  };
  return { offer, forget };
}
