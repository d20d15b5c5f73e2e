import type { JournalEvent } from '../../journal/model/event.ts';
import { monthOf, type Edit, type EditedKind } from './access-log.ts';

/** A stream as the log looks at it. */
export interface Edited {
  readonly kind: EditedKind;
  readonly events: readonly JournalEvent[];
}

/**
 * Who changed what in a month, out of the streams' own events, so that nothing is stored twice: an edit cannot be left
 * out of the log without being left out of the stream. One line for each member, stream and day, at the first change
 * of that day; never a word of what was written.
 */
export function editsOf(streams: readonly Edited[], month: string): readonly Edit[] {
  const found = new Map<string, Edit>();
  for (const { kind, events } of streams) {
    for (const { id, author, stream, at, type } of events) {
      // The word to everyone else's device; the removal itself stands in the register.
      if (monthOf(at) !== month || type === 'EntryErased') continue;
      const act = type === 'PersonRemoved' ? ('removed' as const) : ('edited' as const);
      const key = `${author} ${stream} ${act} ${new Date(at).toISOString().slice(0, 10)}`;
      const known = found.get(key);
      if (!known || at < known.at) found.set(key, { id, by: author, at, act, kind, stream });
    }
  }
  return [...found.values()].sort((a, b) => b.at - a.at);
}
