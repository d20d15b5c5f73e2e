import type { Deps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { InterviewSummary, isBy } from '../../interview/model/summary.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import type { Sync } from '../../sync/open.ts';
import type { OpenVault } from '../../vault/model/port.ts';

const DRAFT_EVERY_MS = 5 * 60_000;

/** Somebody said yes, and is not under 15 after all: of a child nothing is kept anywhere (domain.md section 4). */
function mayBeCopied(events: readonly JournalEvent[]): boolean {
  const age = events.findLast((event) => event.type === 'AgeStated')?.body?.data;
  const child = typeof age === 'object' && age !== null && 'age' in age && age.age === 'under15';
  return !child && events.some((event) => event.type === 'ConsentGiven');
}

/** The register and what else several write in; where there is nothing of it, nothing that knows of it is loaded. */
export function commonOffers(vault: OpenVault, sync: Sync): () => Promise<void> {
  let offer: (() => Promise<void>) | undefined;
  return async () => {
    if (!offer) {
      const listed = await Promise.all(
        (
          [
            'participant',
            'program',
            'assignment',
            'handover',
            'lastTalk',
            'incident',
            'training',
            'signoff',
            'case',
            'group',
          ] as const
        ).map((kind) => vault.journal.list(kind)),
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
