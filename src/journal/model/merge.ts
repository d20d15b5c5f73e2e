import type { DeviceId, EventId, Sha256 } from '../../base/ids.ts';
import { digestOf, headerHash, Retracted, RETRACTED, type JournalEvent } from './event.ts';

/**
 * Merging copies of a stream is a union by id: commutative, associative, idempotent, and it loses nothing,
 * except that a retraction wins over any copy that still has the words (DESIGN section 5). Missing words alone take
 * nothing away: only a retraction does, or whoever sends a copy could empty another's.
 * @returns the events in reading order, retracted ones without body.
 */
export function merge<E extends JournalEvent>(...copies: readonly (readonly E[])[]): E[] {
  const byId = new Map<EventId, E>();
  for (const event of copies.flat()) {
    const known = byId.get(event.id);
    if (!known) byId.set(event.id, event);
    else if (!known.body && event.body) byId.set(event.id, { ...known, body: event.body });
  }
  const gone = retractedIds([...byId.values()]);
  return [...byId.values()]
    .map((event) => (gone.has(event.id) && event.body ? { ...event, body: null } : event))
    .sort(inOrder);
}

/**
 * Which of the events are taken back by the retractions among them. One takes back what its own author or device
 * said, nobody else's; a retraction itself can't be retracted.
 */
export function retractedIds(events: readonly JournalEvent[]): ReadonlySet<EventId> {
  const gone = new Set<EventId>();
  const retractions = events.filter((event) => event.type === RETRACTED);
  if (retractions.length === 0) return gone;
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const retraction of retractions) {
    const data = Retracted.safeParse(retraction.body?.data);
    for (const id of data.success ? data.data.events : []) {
      const named = byId.get(id);
      if (named && named.type !== RETRACTED && isBySame(named, retraction)) gone.add(id);
    }
  }
  return gone;
}

const isBySame = (a: JournalEvent, b: JournalEvent): boolean =>
  a.author === b.author || a.device === b.device;

/** Lamport order; ties (two devices that did not know of each other) by device and seq, the same everywhere. */
export function inOrder(a: JournalEvent, b: JournalEvent): number {
  return a.order - b.order || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq);
}

/** What is wrong with a chain. Nothing is repaired silently: the person is told, the rest stays readable. */
export type ChainFault =
  | {
      readonly type: 'fork';
      readonly device: DeviceId;
      readonly seq: number;
      readonly events: readonly EventId[];
    }
  /** Everything from `seq` to `to` is missing. */
  | { readonly type: 'gap'; readonly device: DeviceId; readonly seq: number; readonly to: number }
  | { readonly type: 'brokenLink'; readonly device: DeviceId; readonly event: EventId }
  | { readonly type: 'altered'; readonly event: EventId };

/** Checks every device's chain and every body against its digest. */
export function verifyChain(events: readonly JournalEvent[]): ChainFault[] {
  const faults: ChainFault[] = [];
  const byDevice = Map.groupBy(events, (event) => event.device);
  for (const [device, own] of byDevice) {
    const bySeq = Map.groupBy(own, (event) => event.seq);
    let before = 0;
    let tip: Sha256 | null = null;
    // From one that is there to the next, never by counting: how far a seq says to be is the sender's word.
    for (const [seq, here] of [...bySeq].sort(([a], [b]) => a - b)) {
      const [event] = here;
      if (!event) continue;
      if (here.length > 1) {
        faults.push({ type: 'fork', device, seq, events: here.map((each) => each.id).sort() });
      }
      if (seq > before + 1) faults.push({ type: 'gap', device, seq: before + 1, to: seq - 1 });
      else if (event.prev !== tip) {
        faults.push({ type: 'brokenLink', device, event: event.id });
      }
      before = seq;
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
