import type { StreamId } from '../base/ids.ts';
import { listLastTalks } from '../interview/last-talk.ts';
import { foldLastTalk } from '../interview/model/last-talk.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { AssignmentSummary, foldAssignment } from '../people/model/assignment.ts';
import { EntryErasedSummary } from '../people/model/removal.ts';

/** The people whose entry in the register a supervisor has erased, as this device knows it. */
export async function removedHere(journal: Pick<Journal, 'list'>): Promise<ReadonlySet<StreamId>> {
  const erasures = await journal.list('erasure');
  return new Set(
    erasures.flatMap(({ data }) => EntryErasedSummary.safeParse(data).data?.participant ?? []),
  );
}

/**
 * What this device still holds of them: the entry, also half-typed, the talks that were given, with the name, and what
 * was lent for those talks. That comes first: only its assignment tells whose it is.
 */
export async function streamsOfRemoved(
  journal: Pick<Journal, 'list'>,
  removed: ReadonlySet<StreamId>,
): Promise<readonly StreamId[]> {
  if (removed.size === 0) return [];
  const [entries, assignments, lent] = await Promise.all([
    journal.list('participant'),
    journal.list('assignment'),
    listLastTalks(journal),
  ]);
  const given = assignments.filter(({ data }) => {
    const known = AssignmentSummary.safeParse(data).data;
    return known !== undefined && removed.has(known.brief.participant);
  });
  return [
    ...lent.filter(({ assignment }) => given.some(({ stream }) => stream === assignment)),
    ...given,
    ...entries.filter(({ stream }) => removed.has(stream)),
  ].map(({ stream }) => stream);
}

/**
 * True when a parcel brings back somebody who was removed: from a colleague's device that was away, or from an office
 * that was restored from a backup. It is taken for read and nothing of it is kept.
 */
export async function isOfRemoved(
  journal: Pick<Journal, 'list'>,
  kind: ParcelKind,
  stream: StreamId,
  events: readonly JournalEvent[],
  wasErased: (stream: StreamId) => Promise<boolean>,
): Promise<boolean> {
  if (kind !== 'shared' && kind !== 'assignment' && kind !== 'lastTalk') return false;
  const removed = await removedHere(journal);
  if (removed.size === 0) return false;
  if (kind === 'shared') return removed.has(stream);
  if (kind === 'lastTalk') {
    const lent = foldLastTalk(events.toSorted(inOrder));
    return lent !== undefined && wasErased(lent.assignment);
  }
  const given = foldAssignment(events.toSorted(inOrder));
  // Only an answer: whom it is about stood in what was erased here.
  return given ? removed.has(given.brief.participant) : wasErased(stream);
}

/** Erases them from a journal in memory ("Try it"); a device that has an office asks it as well (worker/erasing.ts). */
export async function eraseRemoved(journal: Pick<Journal, 'erase' | 'list'>): Promise<number> {
  const gone = await streamsOfRemoved(journal, await removedHere(journal));
  for (const stream of gone) await journal.erase(stream);
  return gone.length;
}
