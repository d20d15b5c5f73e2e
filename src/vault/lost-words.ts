import type { JournalEvent } from '../journal/model/event.ts';

/** The merged state of the events just made: a retraction may already have taken their words. */
export function pick(
  merged: readonly JournalEvent[],
  made: readonly JournalEvent[],
): JournalEvent[] {
  const ids = new Set(made.map((event) => event.id));
  return merged.filter((event) => ids.has(event.id));
}

/** True when an event that was kept with its words is without them now. */
export function hasLostWords(
  before: readonly JournalEvent[],
  after: readonly JournalEvent[],
): boolean {
  const bare = new Set(after.filter((event) => !event.body).map((event) => event.id));
  return before.some((event) => event.body && bare.has(event.id));
}

/** What must be kept after a merge: new events, and words that were missing here and have come. */
export function freshOf(
  before: readonly JournalEvent[],
  merged: readonly JournalEvent[],
): JournalEvent[] {
  const known = new Map(before.map((event) => [event.id, event]));
  return merged.filter(({ id, body }) => {
    const here = known.get(id);
    return !here || (body !== null && here.body === null);
  });
}
