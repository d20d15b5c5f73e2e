import type { Deps } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import {
  isCountable,
  positionOf,
  stamp,
  type JournalEvent,
  type StreamKind,
  type Writer,
} from './model/event.ts';
import { merge, verifyChain } from './model/merge.ts';
import type { Draft, Journal, JournalClass, StreamSummary } from './model/port.ts';

interface Held {
  readonly kind: StreamKind;
  readonly events: readonly JournalEvent[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly summary: StreamSummary;
}

/**
 * A journal that lives only as long as the page: practice and "Try it". It keeps JSON, as the sealed vault does, so
 * that nothing works here that would not work there.
 */
export function openMemoryJournal(writer: Writer, deps: Deps): Journal<'practice'>;
/** @param journalClass real only for tests and made-up offices: what is real is kept in a vault. */
export function openMemoryJournal<C extends JournalClass>(
  writer: Writer,
  deps: Deps,
  journalClass: C,
): Journal<C>;
export function openMemoryJournal(
  writer: Writer,
  deps: Deps,
  journalClass: JournalClass = 'practice',
): Journal {
  const streams = new Map<StreamId, Held>();
  const listeners = new Set<(stream: StreamId) => void>();

  /** Undefined when the stream is of another kind. */
  function begin(stream: StreamId, kind: StreamKind): Held | undefined {
    const known = streams.get(stream) ?? {
      kind,
      events: [],
      drafts: new Map(),
      summary: { stream, kind, changed: deps.clock.now(), own: 0, data: null },
    };
    return known.kind === kind ? known : undefined;
  }

  function keep(
    stream: StreamId,
    held: Held,
    events: readonly JournalEvent[],
    summary: unknown,
    settled: readonly string[] = [],
  ): void {
    const drafts = new Map([...held.drafts].filter(([key]) => !settled.includes(key)));
    const merged = merge(held.events, events);
    streams.set(stream, {
      ...held,
      events: merged,
      drafts,
      summary: {
        ...held.summary,
        changed: deps.clock.now(),
        own: positionOf(merged, writer.device).seq,
        data: plain(summary),
      },
    });
    for (const listener of listeners) listener(stream);
  }

  return {
    class: journalClass,
    async list(kind) {
      return [...streams.values()]
        .filter((held) => held.kind === kind && held.events.length > 0)
        .map((held) => held.summary)
        .sort((a, b) => b.changed - a.changed);
    },
    async open(stream) {
      const held = streams.get(stream);
      if (!held) return undefined;
      const { kind, events } = held;
      return { kind, events, drafts: [...held.drafts.values()], faults: verifyChain(events) };
    },
    async append(stream, kind, facts, summary, settledDrafts) {
      const held = begin(stream, kind);
      if (!held) return err({ type: 'otherKind' });
      const stamped = stamp(facts, stream, held.events, writer, deps);
      keep(stream, held, stamped, summary, settledDrafts);
      const ids = new Set(stamped.map((event) => event.id));
      const events = (streams.get(stream)?.events ?? []).filter((event) => ids.has(event.id));
      return ok({ events, saved: 'both' });
    },
    async draft(stream, kind, key, value) {
      const held = begin(stream, kind);
      if (!held) return err({ type: 'otherKind' });
      const draft = { key, value: plain(value), at: deps.clock.now() };
      streams.set(stream, { ...held, drafts: new Map(held.drafts).set(key, draft) });
      return ok('both');
    },
    async take(stream, kind, events, summary) {
      const held = begin(stream, kind);
      if (!held) return err({ type: 'otherKind' });
      if (!isCountable(events)) return err({ type: 'notCountable' });
      keep(stream, held, events, summary);
      return ok('both');
    },
    async erase(stream) {
      if (!streams.delete(stream)) return ok('both');
      for (const listener of listeners) listener(stream);
      return ok('both');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A copy that nobody else holds, of what JSON can hold. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
