import type { MemberId, StreamId } from '../../base/ids.ts';
import { LastTalkSummary } from '../../interview/model/last-talk.ts';
import type { StreamKind } from '../../journal/model/event.ts';
import type { Journal, StreamSummary } from '../../journal/model/port.ts';
import type { Deliverable } from '../../sync/delivery.ts';
import { isSupervisor, type Directory } from '../../sync/model/directory.ts';
import type { Sync } from '../../sync/open.ts';
import { CaseSummary } from '../../training/model/own-case.ts';
import { TrainingSummary } from '../../training/model/progress.ts';

/** Streams that several people hold, and the parcels they travel in. */
const COMMON = [
  ['program', 'policy'],
  ['participant', 'shared'],
  ['assignment', 'assignment'],
  ['handover', 'handover'],
  ['lastTalk', 'lastTalk'],
  ['incident', 'incident'],
  ['signoff', 'signoff'],
  ['case', 'case'],
  ['group', 'group'],
  ['training', 'training'],
] as const satisfies readonly (readonly [StreamKind, Deliverable])[];

/** So many at a time: between them the round sends, and what a person hands over meanwhile does not wait long. */
const AT_ONCE = 25;

/**
 * Packs what of the register, the programme and the assignments is in no parcel yet: what a crash left, what an import
 * brought, and everything once more when a supervisor has joined. Whoever has written in a stream packs it; what was
 * written by people who have all left is packed by the supervisor who has been there longest (docs/decisions/0019), or
 * by the trainer who has been there longest where it is the trainers' own.
 */
export function openCommonOffers(
  vault: { readonly journal: Pick<Journal, 'list' | 'open'>; readonly member: MemberId },
  sync: Pick<Sync, 'deliver' | 'lagging' | 'membership'>,
): () => Promise<void> {
  /** What others wrote, as it stood when it was read whether any of them is still here. */
  const read = new Map<StreamId, { readonly changed: number; readonly alone: boolean }>();

  async function orphans(
    listed: readonly StreamSummary[],
    directory: Directory,
    here: Directory['members'],
  ): Promise<readonly StreamId[]> {
    const isGone = directory.members.some(hasLeft);
    // The directory grows at its end: who stands first was there before whoever lacks something.
    const [first] = here.filter((member) => !hasLeft(member));
    if (!isGone || first?.member !== vault.member) return [];
    const found: StreamId[] = [];
    for (const { stream, changed } of listed) {
      if (read.get(stream)?.changed !== changed) {
        const events = (await vault.journal.open(stream))?.events ?? [];
        const alone = !events.some(({ author }) => here.some(({ member }) => member === author));
        read.set(stream, { changed, alone });
      }
      if (read.get(stream)?.alone) found.push(stream);
    }
    return found;
  }

  return async () => {
    const directory = (await sync.membership())?.directory;
    if (!directory) return;
    let left = AT_ONCE;
    for (const [kind, parcel] of COMMON) {
      const listed = await vault.journal.list(kind);
      const own = listed.flatMap((each) =>
        each.own && maySayNow(kind, each.data, vault.member) ? [{ ...each, own: each.own }] : [],
      );
      const foreign = listed.filter((each) => !each.own);
      const alone = await orphans(foreign, directory, whoSpeaks(kind, directory));
      const rows = [...own, ...alone.map((stream) => ({ stream, own: 0 }))];
      if (rows.length === 0) continue;
      for (const stream of await sync.lagging(parcel, rows)) {
        if (left === 0) return;
        left -= 1;
        // What finds no place now is tried again in the next round.
        await sync.deliver(parcel, stream);
      }
    }
  };
}

/** Who may pass on what a colleague wrote in a stream of this kind. */
function whoSpeaks(kind: (typeof COMMON)[number][0], directory: Directory): Directory['members'] {
  switch (kind) {
    // Each speaks for themselves here; nobody can bring a colleague's word.
    case 'program':
    case 'training':
    case 'signoff':
      return [];
    case 'case':
    case 'group':
      return directory.members.filter((member) => member.role === 'trainer' && !hasLeft(member));
    default:
      return directory.members.filter((member) => isSupervisor(directory, member));
  }
}

/** A trainee's progress goes out once they share it, a case once it is published; what one lends oneself is here. */
function maySayNow(kind: StreamKind, summary: unknown, me: MemberId): boolean {
  if (kind === 'training') return TrainingSummary.safeParse(summary).data?.shared === true;
  if (kind === 'lastTalk') return LastTalkSummary.safeParse(summary).data?.to !== me;
  if (kind === 'case') return CaseSummary.safeParse(summary).data?.isOut === true;
  return true;
}

const hasLeft = ({ leftAt, devices }: Directory['members'][number]): boolean =>
  leftAt !== undefined || devices.every(({ revokedAt }) => revokedAt !== undefined);
