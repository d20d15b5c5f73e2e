import type { Deps } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import {
  isCountable,
  positionOf,
  RETRACTED,
  stampAfter,
  type StreamKind,
  type Writer,
} from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, Saved, StoreProblem, TakeProblem } from '../journal/model/port.ts';
import type { DataKey } from './data-key.ts';
import { draftLanes, type DraftWrite, type Settling } from './drafts.ts';
import { storeProblemOf, storing } from './files.ts';
import { faultsOf, headAfterAppend, headAfterMerge, summaryOf } from './head.ts';
import type { Keyring, StreamKey } from './keyring.ts';
import { makeLine } from './line.ts';
import { freshOf, hasLostWords, pick } from './lost-words.ts';
import { resealStream } from './reseal.ts';
import { assertReal } from './kept-kinds.ts';
import { seal, type SealedRow } from './seal.ts';
import { newStream, type HeldStream, type Streams } from './streams.ts';
import type { TwoCopies } from './two-copies.ts';

export interface SealedJournal extends Journal<'real'> {
  /** Finishes what a crash or a failing database left half done. */
  finishResealing(): Promise<void>;
  /** Brings drafts to the database and waits for all that is under way. */
  rest(): Promise<void>;
}

export interface SealedJournalDeps extends Deps {
  readonly writer: Writer;
  readonly ring: Keyring;
  readonly dataKey: DataKey;
  readonly copies: TwoCopies;
  readonly streams: Streams;
  readonly draftIdleMs: number;
  /** Higher than the revision of every draft on disk. */
  readonly firstDraftRevision: number;
}

/** The journal of an unlocked vault: sealed before the transaction, flushed before it answers. */
export function sealedJournal(deps: SealedJournalDeps): SealedJournal {
  const { ring, copies, streams, writer } = deps;
  const line = makeLine();
  const listeners = new Set<(stream: StreamId) => void>();
  /** While a stream is being sealed anew, its drafts wait: none may be sealed with the key that is going. */
  const gates = new Map<StreamId, Promise<void>>();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastDraft = '';

  const lanes = draftLanes(deps.firstDraftRevision, flushDraft);
  const changed = (stream: StreamId): void => listeners.forEach((listener) => listener(stream));
  const draftId = (stream: StreamId, key: string): Promise<string> =>
    deps.dataKey.hide(`draft ${stream} ${key}`);

  async function flushDraft(write: DraftWrite): Promise<Result<Saved, StoreProblem>> {
    await gates.get(write.stream);
    const { stream, revision, key: name, value } = write;
    return storing(async () => {
      const key = await ring.current(stream);
      const id = await draftId(stream, name);
      const place = { store: 'draft', stream, id, revision } as const;
      const content = { key: name, value: value ?? null, at: deps.clock.now() };
      const row = await seal(content, place, key, deps.random);
      // From here to the flush nothing waits, so a draft sealed with a key that is going or gone is never written.
      if (gates.has(stream) || ring.isReplaced(stream, key)) return flushDraft(write);
      const kept = await copies.keepInReserve([row]);
      if (kept.ok && lastDraft !== '' && lastDraft !== id) void catchUp();
      lastDraft = id;
      clearTimeout(idle);
      idle = setTimeout(() => void catchUp(), deps.draftIdleMs);
      return kept;
    });
  }

  const otherKind = (): Result<never, { readonly type: 'otherKind' }> => err({ type: 'otherKind' });
  const databaseFails = (): Result<never, StoreProblem> =>
    err({ type: 'storeFailed', name: copies.database.breaker.cause() ?? 'UnknownError' });

  /** If this fails, the rows are kept all the same, and the keys are asked again before the next are sealed. */
  function noteBegun(stream: StreamId): void {
    try {
      ring.noteBegun(stream);
    } catch (error) {
      storeProblemOf(error);
    }
  }

  /** Not waited for: what it brings to the database is flushed in the reserve, and is brought again by the next. */
  const catchUp = (): Promise<void> => line(() => copies.catchUp());

  /** A stream begins with its first event or its first draft. */
  async function begin(stream: StreamId, kind: StreamKind): Promise<Result<Saved, StoreProblem>> {
    if (streams.isOtherKind(stream, kind)) return otherKind();
    if (streams.all.has(stream)) return ok(copies.saved());
    if (streams.outOfReach.has(stream)) return databaseFails();
    // A stream whose head row is lost is there all the same, and goes on from what can be read.
    const held = (await streams.load(stream)) ?? newStream(kind, deps.clock.now());
    const head = { ...held.head, kind };
    const revision = held.revision + 1;
    const key = await ring.current(stream);
    const kept = await copies.keep([await streams.sealHead(stream, head, revision, key)]);
    if (kept.ok) streams.set(stream, { ...held, head, revision });
    return kept;
  }

  async function tombstones(
    stream: StreamId,
    settlings: ReadonlyMap<string, Settling>,
    key: StreamKey,
  ): Promise<SealedRow[]> {
    const rows: SealedRow[] = [];
    for (const [name, settling] of settlings) {
      const wasWritten = await settling.quiet;
      const id = await draftId(stream, name);
      if (!wasWritten && copies.reserve.find('draft', id)?.store !== 'draft') continue;
      const place = { store: 'draftGone', stream, id, revision: settling.revision } as const;
      rows.push(await seal(null, place, key, deps.random));
    }
    return rows;
  }

  /** Seals the stream anew if words were erased from it; what that comes to is said by `saved`. */
  async function afterErasing(stream: StreamId, saved: Saved): Promise<Saved> {
    if (!streams.all.get(stream)?.head.reseal) return saved;
    let open = (): void => undefined;
    gates.set(stream, new Promise((resolve) => (open = resolve)));
    try {
      return await resealStream(stream, deps);
    } finally {
      gates.delete(stream);
      open();
    }
  }

  return {
    class: 'real',
    async list(kind) {
      return [...streams.all]
        .filter(([, { head }]) => head.kind === kind && head.position.order > 0)
        .map(([stream, { head }]) => summaryOf(stream, head))
        .sort((a, b) => b.changed - a.changed);
    },

    open: (stream) =>
      line(async () => {
        await lanes.quiet(stream);
        const held = await streams.load(stream);
        if (!held) return undefined;
        const { events, faults } = held;
        return { kind: held.head.kind, events, faults, drafts: await streams.drafts(stream) };
      }),

    async append(stream, kind, facts, summary, settledDrafts = []) {
      assertReal(kind);
      if (streams.isOtherKind(stream, kind)) return otherKind();
      // At the call, not in the line: what is typed from here on is a new draft and must stay.
      const settlings = new Map(settledDrafts.map((key) => [key, lanes.settle(stream, key)]));
      return line(() =>
        storing(async () => {
          if (streams.isOtherKind(stream, kind)) return otherKind();
          if (streams.outOfReach.has(stream)) return databaseFails();
          const erases = facts.some((fact) => fact.type === RETRACTED);
          const known = erases ? undefined : streams.all.get(stream);
          const held: HeldStream =
            known ?? (await streams.load(stream)) ?? newStream(kind, deps.clock.now());
          const stamped = stampAfter(held.head.position, facts, stream, writer, deps);
          const merged = held.events && merge(held.events, stamped);
          const fresh = merged && erases ? pick(merged, stamped) : stamped;
          const own = positionOf(stamped, writer.device);
          const head = {
            ...headAfterAppend(held.head, stamped, own, writer.device),
            kind,
            changed: deps.clock.now(),
            summary: summary ?? null,
            reseal: held.head.reseal || hasLostWords(held.events ?? [], merged ?? []),
          };
          const key = await ring.current(stream);
          const revision = held.revision + 1;
          const rows = [
            ...(await streams.sealEvents(fresh, key)),
            await streams.sealHead(stream, head, revision, key),
            ...(await tombstones(stream, settlings, key)),
          ];
          const kept = await copies.keep(rows);
          if (!kept.ok) return kept;
          streams.set(stream, { head, revision, events: merged, faults: held.faults });
          noteBegun(stream);
          const saved = await afterErasing(stream, kept.value);
          return ok({ events: fresh, saved });
        }),
      ).then((result) => {
        const kept = result.ok ? ok(result.value.saved) : result;
        for (const settling of settlings.values()) settling.finish(kept);
        if (result.ok) changed(stream);
        return result;
      });
    },

    async draft(stream, kind, key, value) {
      assertReal(kind);
      if (streams.isOtherKind(stream, kind)) return otherKind();
      if (!streams.all.has(stream)) {
        const begun = await line(() => storing(() => begin(stream, kind)));
        if (!begun.ok) return begun;
      }
      return lanes.write(stream, key, value);
    },

    take: async (stream, kind, events, summary) => {
      assertReal(kind);
      return line(() =>
        storing<Saved, TakeProblem>(async () => {
          if (streams.isOtherKind(stream, kind)) return otherKind();
          if (!isCountable(events)) return err({ type: 'notCountable' });
          const held = (await streams.load(stream)) ?? newStream(kind, deps.clock.now());
          const merged = merge(held.events, events);
          const fresh = freshOf(held.events, merged);
          const after = headAfterMerge(held.head, merged, writer.device);
          // The copy may have brought what was missing here.
          const faults = faultsOf(merged, { ...after, whole: false });
          const head = {
            ...after,
            whole: faults.length === 0,
            kind,
            changed: deps.clock.now(),
            summary: summary ?? null,
            reseal: held.head.reseal || hasLostWords(held.events, merged),
          };
          const key = await ring.current(stream);
          const revision = held.revision + 1;
          // What came from others is not in the reserve: it can be fetched again (DESIGN section 7).
          const written = await copies.database.write([
            ...(await streams.sealEvents(fresh, key)),
            await streams.sealHead(stream, head, revision, key),
          ]);
          if (!written.ok) return written;
          streams.set(stream, { head, revision, events: merged, faults });
          noteBegun(stream);
          if (faults.length === 0) streams.mend(stream);
          return ok(await afterErasing(stream, 'both'));
        }),
      ).then((result) => {
        if (result.ok) changed(stream);
        return result;
      });
    },

    erase: (stream) =>
      line(() =>
        storing(async () => {
          await lanes.quiet(stream);
          if (!ring.has(stream)) return ok(copies.saved());
          ring.destroy(stream);
          streams.forget(stream);
          const compacted = copies.reserve.compact((row) => row.stream !== stream);
          const deleted = await copies.database.run(({ rows }) =>
            rows.where('stream').equals(stream).delete(),
          );
          // The key is gone: rows that could not be removed are noise.
          const saved: Saved = compacted.ok && deleted.ok ? 'both' : 'reserve';
          return ok(saved);
        }),
      ).then((result) => {
        if (result.ok) changed(stream);
        return result;
      }),

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async finishResealing() {
      const half = ring
        .streams()
        .filter(({ stream, next }) => next ?? streams.all.get(stream)?.head.reseal);
      for (const { stream } of half) {
        await line(async () => {
          const held = streams.all.get(stream);
          if (!held) return;
          streams.set(stream, { ...held, head: { ...held.head, reseal: true } });
          await afterErasing(stream, copies.saved());
        });
      }
    },

    async rest() {
      await lanes.quiet();
      clearTimeout(idle);
      await catchUp();
    },
  };
}
