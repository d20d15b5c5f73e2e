import type { StreamId } from '../base/ids.ts';
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

/** What this device still holds of them: the entry, also half-typed, and the talks that were given, with the name. */
export async function streamsOfRemoved(
  journal: Pick<Journal, 'list'>,
  removed: ReadonlySet<StreamId>,
): Promise<readonly StreamId[]> {
  if (removed.size === 0) return [];
  const [entries, assignments] = await Promise.all([
    journal.list('participant'),
    journal.list('assignment'),
  ]);
  return [
    ...entries.filter(({ stream }) => removed.has(stream)),
    ...assignments.filter(({ data }) => {
      const given = AssignmentSummary.safeParse(data).data;
      return given !== undefined && removed.has(given.brief.participant);
    }),
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
  if (kind !== 'shared' && kind !== 'assignment') return false;
  const removed = await removedHere(journal);
  if (removed.size === 0) return false;
  if (kind === 'shared') return removed.has(stream);
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
