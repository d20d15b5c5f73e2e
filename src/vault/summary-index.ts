import * as z from 'zod/mini';
import { StreamId } from '../base/ids.ts';
import { storeProblemOf } from './files.ts';
import { Head } from './head.ts';
import type { HeadRowsDeps, KeptHead } from './kept-head.ts';
import { makeLine } from './line.ts';
import { seal, unseal, type SealedRow, type SealKey } from './seal.ts';

/*
 * The index of summaries (docs/decisions/0021): what all head rows say, sealed once more in pages, so that a vault with
 * thousands of streams opens a few dozen rows with one key and not thousands with a key each. It is never the truth.
 * Every line names the one row it was made from, and counts only while that row is the one on disk; whatever is missing,
 * older or damaged here is read from the head rows themselves. Its key goes whenever a stream's key goes, so that the
 * summary of what was erased is unreadable in every page that was ever written.
 */

const Line = z.object({
  stream: StreamId,
  head: Head,
  revision: z.int(),
  mark: z.string(),
});
const Page = z.object({ page: z.int().check(z.nonnegative()), lines: z.array(Line) });

export interface SummaryIndex {
  /** What the pages said when they were read. */
  readonly found: ReadonlyMap<StreamId, KeptHead>;
  /** Something of what is kept may be another than what the pages say: they are compared and written in a while. */
  changed(): void;
  /** Writes what is not written yet. */
  rest(): Promise<void>;
}

/** How many streams a page holds: about 100 kB, written anew when one of them changes. */
const PAGE = 128;
/** How many pages go into one transaction; between two of them whatever a person asks for goes first. */
const AT_ONCE = 4;

export async function openSummaryIndex(
  deps: HeadRowsDeps,
  kept: ReadonlyMap<StreamId, KeptHead>,
): Promise<SummaryIndex> {
  const { ring, copies, dataKey, random } = deps;
  const line = makeLine();
  const found = new Map<StreamId, KeptHead>();
  /** The row of each stream that the pages on disk know. */
  let written = new Map<StreamId, { readonly page: number; readonly mark: string }>();
  let sizes: number[] = [];
  let writtenWith = ring.indexId();
  let timer: ReturnType<typeof setTimeout> | undefined;

  if (writtenWith !== undefined) {
    const key = await ring.index();
    const pages = deps.early.index.map((row) => unseal(row, key.key));
    for (const opened of await Promise.all(pages)) {
      const page = opened.ok ? Page.safeParse(opened.value) : undefined;
      if (page?.success) take(page.data);
    }
  }

  function take({ page, lines }: z.infer<typeof Page>): void {
    for (const { stream, ...row } of lines) {
      found.set(stream, row);
      written.set(stream, { page, mark: row.mark });
      sizes[page] = (sizes[page] ?? 0) + 1;
    }
  }

  /** Which pages say something else than what is kept; streams without a page are given one. */
  function stale(): Set<number> {
    const pages = new Set<number>();
    for (const [stream, { page }] of written) {
      if (kept.has(stream)) continue;
      written.delete(stream);
      sizes[page] = (sizes[page] ?? 1) - 1;
      pages.add(page);
    }
    for (const [stream, { mark }] of kept) {
      const known = written.get(stream);
      if (known?.mark === mark) continue;
      const page = known?.page ?? roomIn();
      if (!known) sizes[page] = (sizes[page] ?? 0) + 1;
      written.set(stream, { page, mark });
      pages.add(page);
    }
    return pages;
  }

  let last = 0;
  function roomIn(): number {
    while ((sizes[last] ?? 0) >= PAGE) last += 1;
    return last;
  }

  async function write(): Promise<void> {
    // Without the database there is nowhere to write, and nothing that the next start could read.
    if (copies.saved() === 'reserve') return;
    const key = await ring.index();
    if (key.id !== writtenWith) startAfresh(key);
    const pages = [...stale()];
    for (let at = 0; at < pages.length; at += AT_ONCE) {
      const rows = await sealPages(pages.slice(at, at + AT_ONCE), key);
      // A page whose key has gone meanwhile is noise; the next writing begins afresh.
      if (!(await copies.database.write(rows)).ok) return;
    }
  }

  function startAfresh(key: SealKey): void {
    writtenWith = key.id;
    written = new Map();
    sizes = [];
    last = 0;
  }

  function sealPages(pages: readonly number[], key: SealKey): Promise<SealedRow[]> {
    const lines = new Map<number, z.infer<typeof Line>[]>(pages.map((page) => [page, []]));
    for (const [stream, { page }] of written) {
      const row = lines.get(page) && kept.get(stream);
      if (!row) continue;
      written.set(stream, { page, mark: row.mark });
      lines.get(page)?.push({ stream, ...row });
    }
    return Promise.all(
      [...lines].map(async ([page, each]) => {
        const id = await dataKey.hide(`index ${page}`);
        // An older page does no harm, so all have the same revision.
        const place = { store: 'index', stream: '', id, revision: 1 } as const;
        return seal({ page, lines: each }, place, key, random);
      }),
    );
  }

  /** What the storage refuses is no loss: the next start opens the head rows. */
  const writeOrNot = (): Promise<void> =>
    line(() =>
      write().catch((error: unknown) => {
        storeProblemOf(error);
      }),
    );

  function changed(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void writeOrNot(), deps.index.idleMs);
  }

  return {
    found,
    changed,
    async rest() {
      clearTimeout(timer);
      await writeOrNot();
    },
  };
}
