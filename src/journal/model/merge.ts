import type { DeviceId, EventId, Sha256 } from '../../base/ids.ts';
import { digestOf, headerHash, Retracted, RETRACTED, type JournalEvent } from './event.ts';

/**
 * Merging copies of a stream is a union by id: commutative, associative, idempotent, and it loses nothing,
 * except that a retraction wins over any copy that still has the words (DESIGN section 5).
 * @returns the events in reading order, retracted ones without body.
 */
export function merge(...copies: readonly (readonly JournalEvent[])[]): JournalEvent[] {
  const byId = new Map<EventId, JournalEvent>();
  for (const event of copies.flat()) {
    const known = byId.get(event.id);
    if (!known || (known.body && !event.body)) byId.set(event.id, event);
  }
  const gone = retractedIds([...byId.values()]);
  return [...byId.values()]
    .map((event) => (gone.has(event.id) && event.body ? { ...event, body: null } : event))
    .sort(inOrder);
}

/** Which events the retractions among `events` name. A retraction itself can't be retracted. */
export function retractedIds(events: readonly JournalEvent[]): ReadonlySet<EventId> {
  const named = new Set<EventId>();
  const retractions = new Set<EventId>();
  for (const event of events) {
    if (event.type !== RETRACTED) continue;
    retractions.add(event.id);
    const data = Retracted.safeParse(event.body?.data);
    if (data.success) for (const id of data.data.events) named.add(id);
  }
  for (const id of retractions) named.delete(id);
  return named;
}

/** Lamport order; ties (two devices that did not know of each other) by device and seq, the same everywhere. */
export function inOrder(a: JournalEvent, b: JournalEvent): number {
  return a.order - b.order || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq);
}

/** What is wrong with a chain. Nothing is repaired silently: the person is told, the rest stays readable. */
export type ChainFault =
  | { readonly type: 'fork'; readonly device: DeviceId; readonly seq: number; readonly events: readonly EventId[] }
  | { readonly type: 'gap'; readonly device: DeviceId; readonly seq: number }
  | { readonly type: 'brokenLink'; readonly device: DeviceId; readonly event: EventId }
  | { readonly type: 'altered'; readonly event: EventId };

/** Checks every device's chain and every body against its digest. */
export function verifyChain(events: readonly JournalEvent[]): ChainFault[] {
  const faults: ChainFault[] = [];
  const byDevice = Map.groupBy(events, (event) => event.device);
  for (const [device, own] of byDevice) {
    const bySeq = Map.groupBy(own, (event) => event.seq);
    const last = own.reduce((highest, event) => Math.max(highest, event.seq), 0);
    let tip: Sha256 | null = null;
    for (let seq = 1; seq <= last; seq += 1) {
      const here = bySeq.get(seq) ?? [];
      const [event] = here;
      if (!event) {
        faults.push({ type: 'gap', device, seq });
        tip = null;
        continue;
      }
      if (here.length > 1) {
        faults.push({ type: 'fork', device, seq, events: here.map((each) => each.id).sort() });
      }
      const previousMissing = seq > 1 && !bySeq.has(seq - 1);
      if (!previousMissing && event.prev !== tip) {
        faults.push({ type: 'brokenLink', device, event: event.id });
      }
      tip = headerHash(event);
    }
  }
  for (const event of events) {
    if (event.body && digestOf(event.body.salt, event.body.data) !== event.digest) {
      faults.push({ type: 'altered', event: event.id });
    }
  }
  return faults;
}

/** The tips of a stream: per device how many events there are and the hash of the last header. */
export type Heads = Readonly<Record<string, readonly [count: number, tip: Sha256]>>;

export function headsOf(events: readonly JournalEvent[]): Heads {
  const heads: Record<string, readonly [number, Sha256]> = {};
  for (const [device, own] of Map.groupBy(events, (event) => event.device)) {
    const last = own.reduce((a, b) => (a.seq > b.seq ? a : b));
    heads[device] = [own.length, headerHash(last)];
  }
  return heads;
}
