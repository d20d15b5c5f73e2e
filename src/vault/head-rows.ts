import { StreamId } from '../base/ids.ts';
import { Head } from './head.ts';
import { markOf, type HeadRowsDeps, type KeptHead } from './kept-head.ts';
import type { StreamKey } from './keyring.ts';
import { seal, type SealedRow } from './seal.ts';
import type { SummaryIndex } from './summary-index.ts';

/** The head rows as they lie on disk: read at the start, by way of the index of summaries where there are many. */
export interface HeadRows {
  readonly kept: ReadonlyMap<StreamId, KeptHead>;
  /** Revisions of rows that do not open, so that a new one is newer. */
  readonly lost: ReadonlyMap<StreamId, number>;
  /** Streams whose row is older than one that was here before. */
  readonly rolledBack: readonly StreamId[];
  /** False while only the index has vouched for the row. */
  isOpened(stream: StreamId): boolean;
  seal(stream: StreamId, head: Head, revision: number, key: StreamKey): Promise<SealedRow>;
  /** Says that the row sealed last, if it has this revision, is the one on disk now. */
  keep(stream: StreamId, revision: number): void;
  forget(stream: StreamId): void;
  /** Brings the index up to date. */
  rest(): Promise<void>;
}

/** How many head rows are being opened at a time. */
const AT_ONCE = 256;

export async function openHeadRows(deps: HeadRowsDeps): Promise<HeadRows> {
  const { ring, copies } = deps;
  const kept = new Map<StreamId, KeptHead>();
  const lost = new Map<StreamId, number>();
  const rolledBack: StreamId[] = [];
  const byIndex = new Set<StreamId>();
  /** Sealed and perhaps not yet on disk. */
  const sealed = new Map<StreamId, KeptHead>();
  let index: Promise<SummaryIndex | undefined> | undefined;
  const isMany = (): boolean => ring.streams().length >= deps.index.from;

  const load = (): Promise<SummaryIndex | undefined> =>
    import('./summary-index.ts')
      .then(({ openSummaryIndex }) => openSummaryIndex(deps, kept))
      // Nothing can be lost: every line of it counts only beside the head row it was made from, and without it the rows
      // themselves are read (docs/decisions/0021). The next start tries again.
      .catch(() => undefined);
  if (isMany()) index = load();
  const rows = copies.withReserve('head', deps.early.heads);
  const known = await index;
  const unknown: { readonly stream: StreamId; readonly row: SealedRow }[] = [];
  for (const row of rows) {
    const stream = StreamId.safeParse(row.stream);
    if (!stream.success || !ring.has(stream.data)) continue;
    const found = known?.found.get(stream.data);
    if (found?.revision === row.revision && found.mark === markOf(row)) {
      kept.set(stream.data, found);
      byIndex.add(stream.data);
      continue;
    }
    if (found && found.revision > row.revision) rolledBack.push(stream.data);
    unknown.push({ stream: stream.data, row });
  }
  // Many at once: the cipher works beside this thread, and one after the other would wait for it each time.
  for (let at = 0; at < unknown.length; at += AT_ONCE) {
    const some = unknown.slice(at, at + AT_ONCE);
    const opened = await Promise.all(some.map(({ row }) => ring.open(row)));
    for (const [i, { stream, row }] of some.entries()) {
      const value = opened[i];
      // A row that is not what it should be is damage like any other: it must not keep the whole vault shut.
      const head = value?.ok ? Head.safeParse(value.value) : undefined;
      if (head?.success) {
        kept.set(stream, { head: head.data, revision: row.revision, mark: markOf(row) });
      } else lost.set(stream, row.revision);
    }
  }
  known?.changed();

  function changed(): void {
    if (isMany()) index ??= load();
    void index?.then((made) => made?.changed());
  }

  return {
    kept,
    lost,
    rolledBack,
    isOpened: (stream) => !byIndex.has(stream),
    async seal(stream, head, revision, key) {
      const row = await seal(
        head,
        { store: 'head', stream, id: stream, revision },
        key,
        deps.random,
      );
      sealed.set(stream, { head, revision, mark: markOf(row) });
      return row;
    },
    keep(stream, revision) {
      const row = sealed.get(stream);
      if (row?.revision !== revision) return;
      sealed.delete(stream);
      byIndex.delete(stream);
      kept.set(stream, row);
      changed();
    },
    forget(stream) {
      sealed.delete(stream);
      byIndex.delete(stream);
      kept.delete(stream);
      changed();
    },
    async rest() {
      await (await index)?.rest();
    },
  };
}
