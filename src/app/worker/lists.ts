import type { StreamId } from '../../base/ids.ts';
import type { StreamKind } from '../../journal/model/event.ts';
import type { Journal, StreamSummary } from '../../journal/model/port.ts';

/** What of a list is new since the page asked last; with thousands of streams the rest does not cross again. */
export interface ListNews {
  /** To be handed in the next time. */
  readonly stamp: number;
  readonly changed: readonly StreamSummary[];
  readonly gone: readonly StreamId[];
}

export interface Lists {
  /** @param since the stamp of the last answer; 0 for all there is. */
  since(kind: StreamKind, since: number): Promise<ListNews>;
}

export function openLists(journal: Pick<Journal, 'list' | 'subscribe'>): Lists {
  let stamp = 1;
  const changedAt = new Map<StreamId, number>();
  journal.subscribe((stream) => {
    stamp += 1;
    changedAt.set(stream, stamp);
  });
  return {
    async since(kind, since) {
      // Before looking: what changes meanwhile is told once more and not left out.
      const now = stamp;
      const all = await journal.list(kind);
      if (since === 0) return { stamp: now, changed: all, gone: [] };
      const here = new Set(all.map(({ stream }) => stream));
      const recent = [...changedAt].flatMap(([stream, at]) => (at > since ? [stream] : []));
      const wanted = new Set(recent);
      return {
        stamp: now,
        changed: all.filter(({ stream }) => wanted.has(stream)),
        gone: recent.filter((stream) => !here.has(stream)),
      };
    },
  };
}
