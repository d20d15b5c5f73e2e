import type { Deps } from '../base/deps.ts';
import { StreamId, type DeviceId, type Millis } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { JournalEvent, type StreamKind } from '../journal/model/event.ts';
import { merge, type ChainFault } from '../journal/model/merge.ts';
import type { Draft } from '../journal/model/port.ts';
import { DraftRow } from './draft-row.ts';
import { faultsOf, headAfterMerge, newHead, type Head } from './head.ts';
import { openHeadRows } from './head-rows.ts';
import type { HeadRowsDeps } from './kept-head.ts';
import type { StreamKey } from './keyring.ts';
import { seal, type SealedRow } from './seal.ts';

/** A stream as this worker knows it. Its events are read when they are first asked for. */
export interface HeldStream {
  readonly head: Head;
  readonly revision: number;
  readonly events: readonly JournalEvent[] | undefined;
  readonly faults: readonly ChainFault[];
}

/** The streams of an unlocked vault: summaries in memory, everything else sealed on disk. */
export interface Streams {
  readonly all: ReadonlyMap<StreamId, HeldStream>;
  /** Streams with something wrong, for the status line. */
  readonly damaged: ReadonlySet<StreamId>;
  /**
   * Streams that have a key, while the head row is not in the reserve and the database does not answer: nothing may
   * be written that could not be joined to what lies there.
   */
  readonly outOfReach: ReadonlySet<StreamId>;
  /** False for a stream whose head row is lost: it is of the kind that the next write says. */
  isOtherKind(stream: StreamId, kind: StreamKind): boolean;
  set(stream: StreamId, held: HeldStream): void;
  forget(stream: StreamId): void;
  /** What was missing has come back. */
  mend(stream: StreamId): void;
  /** Counts rows against the head rows, without opening any, until it is done or `isOver` says so. */
  checkCounts(isOver: () => boolean): Promise<void>;
  /** With events; undefined when there is no such stream. */
  load(stream: StreamId): Promise<(HeldStream & { events: readonly JournalEvent[] }) | undefined>;
  drafts(stream: StreamId): Promise<readonly Draft[]>;
  sealEvents(events: readonly JournalEvent[], key: StreamKey): Promise<SealedRow[]>;
  /** To be followed by `set` when the row is kept. */
  sealHead(stream: StreamId, head: Head, revision: number, key: StreamKey): Promise<SealedRow>;
  /** Brings the index of summaries up to date. */
  rest(): Promise<void>;
}

export interface StreamsDeps extends Deps, HeadRowsDeps {
  readonly device: DeviceId;
  readonly onDamage: () => void;
}

/** A stream before its first event. */
export const newStream = (
  kind: StreamKind,
  now: Millis,
): HeldStream & { readonly events: readonly JournalEvent[] } => ({
  head: newHead(kind, now),
  revision: 0,
  events: [],
  faults: [],
});

/** How many streams are counted by one question to the database. */
const COUNTED_AT_ONCE = 16;
/** Between two of them whatever a person asks for goes first: the database answers one after the other. */
const REST_MS = 60;

/** How many opened streams keep their events in memory. */
const OPEN_STREAMS = 24;

/** Reads every head row: what lists and search work on (DESIGN section 7). */
export async function openStreams(deps: StreamsDeps): Promise<Streams> {
  const { ring, copies } = deps;
  const all = new Map<StreamId, HeldStream>();
  const recent: StreamId[] = [];

  const rows = await openHeadRows(deps);
  for (const [stream, { head, revision }] of rows.kept) {
    all.set(stream, { head, revision, events: undefined, faults: [] });
  }
  const damaged = new Set([...rows.lost.keys(), ...rows.rolledBack]);
  const outOfReach = new Set<StreamId>();
  const isBlind = copies.saved() === 'reserve';
  for (const { stream, begun } of ring.streams()) {
    if (all.has(stream)) continue;
    if (begun || isBlind) damaged.add(stream);
    if (isBlind) outOfReach.add(stream);
  }

  function markDamaged(stream: StreamId): void {
    if (damaged.has(stream)) return;
    damaged.add(stream);
    deps.onDamage();
  }

  function keepRecent(stream: StreamId): void {
    const at = recent.indexOf(stream);
    if (at >= 0) recent.splice(at, 1);
    recent.push(stream);
    const oldest = recent.length > OPEN_STREAMS ? recent.shift() : undefined;
    const held = oldest === undefined ? undefined : all.get(oldest);
    // Without the database they could not be read again.
    if (oldest === undefined || !held || copies.saved() === 'reserve') return;
    all.set(oldest, { ...held, events: undefined });
  }

  /** Rows that don't open are left out; the head row then tells that they are missing. */
  async function readEvents(stream: StreamId): Promise<JournalEvent[]> {
    return merge(await readRows(stream, 'event', JournalEvent));
  }

  /** What opens and is what it should be; what opens and is something else is damage. */
  async function readRows<T extends JournalEvent | DraftRow>(
    stream: StreamId,
    store: 'event' | 'draft',
    kind: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  ): Promise<T[]> {
    const opened = await Promise.all((await copies.rowsOf(stream, store)).map(openEither));
    return opened.flatMap((each) => {
      if (!each.ok) return [];
      const parsed = kind.safeParse(each.value);
      if (!parsed.success) markDamaged(stream);
      return parsed.success ? [parsed.data] : [];
    });
  }

  async function openEither(row: SealedRow): Promise<Result<unknown, 'altered'>> {
    const opened = await ring.open(row);
    const other = opened.ok ? undefined : copies.otherCopy(row);
    return other ? ring.open(other) : opened;
  }

  /** What the index said of the head row was right; whether the row opens shows here. */
  async function openHead(stream: StreamId): Promise<void> {
    const [row] = await copies.rowsOf(stream, 'head');
    if (!row || !(await openEither(row)).ok) markDamaged(stream);
  }

  /** The head row itself is gone: what can be read is still shown, and said to be damaged. */
  function withoutHead(stream: StreamId, events: readonly JournalEvent[]): HeldStream {
    const unread = { ...newHead('log', 0), whole: false };
    const head = headAfterMerge(unread, events, deps.device);
    return { head, revision: rows.lost.get(stream) ?? 0, events, faults: [] };
  }

  function set(stream: StreamId, held: HeldStream): void {
    all.set(stream, held);
    rows.keep(stream, held.revision);
    keepRecent(stream);
  }

  return {
    all,
    damaged,
    outOfReach,
    isOtherKind: (stream, kind) => (all.get(stream)?.head.kind ?? kind) !== kind,
    set,
    forget(stream) {
      all.delete(stream);
      rows.forget(stream);
      damaged.delete(stream);
      outOfReach.delete(stream);
    },
    mend(stream) {
      if (damaged.delete(stream)) deps.onDamage();
    },
    async checkCounts(isOver) {
      const left = [...all.keys()];
      // A few at a time and by counting alone: the names of all rows of thousands of streams would fill the memory.
      while (left.length > 0 && !isOver()) {
        const some = left.splice(0, COUNTED_AT_ONCE);
        // Before counting: what is appended meanwhile only makes the count higher.
        const expected = some.map((stream) => {
          const heads = Object.values(all.get(stream)?.head.heads ?? {});
          return heads.reduce((sum, [count]) => sum + count, 0);
        });
        const found = await copies.eventCounts(some);
        if (!found) return;
        for (const [i, stream] of some.entries()) {
          if (all.has(stream) && (found[i] ?? 0) < (expected[i] ?? 0)) markDamaged(stream);
        }
        if (left.length > 0) await new Promise((rested) => setTimeout(rested, REST_MS));
      }
    },
    async load(stream) {
      const known = all.get(stream);
      if (!known && !damaged.has(stream)) return undefined;
      if (known?.events) return { ...known, events: known.events };
      const events = await readEvents(stream);
      if (known && !rows.isOpened(stream)) await openHead(stream);
      const held = known ?? withoutHead(stream, events);
      const faults = faultsOf(events, held.head);
      if (faults.length > 0) markDamaged(stream);
      const head = faults.length > 0 ? held.head : { ...held.head, whole: true };
      const loaded = { ...held, head, events, faults };
      if (known) set(stream, loaded);
      return loaded;
    },
    drafts: (stream) => readRows(stream, 'draft', DraftRow),
    sealEvents: (events, key) =>
      Promise.all(
        events.map((event) => {
          const { id, stream } = event;
          return seal(
            event,
            { store: 'event', stream, id, revision: key.generation },
            key,
            deps.random,
          );
        }),
      ),
    sealHead: rows.seal,
    rest: rows.rest,
  };
}
