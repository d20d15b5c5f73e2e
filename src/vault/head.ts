import * as z from 'zod/mini';
import { DeviceId, Millis, Sha256, type StreamId } from '../base/ids.ts';
import {
  positionOf,
  StreamKind,
  type JournalEvent,
  type Position,
} from '../journal/model/event.ts';
import { headsOf, verifyChain, type ChainFault, type Heads } from '../journal/model/merge.ts';
import type { StreamSummary } from '../journal/model/port.ts';

/**
 * The sealed head row of a stream: the tips of its chains, so that a missing or rolled-back row shows, and the summary
 * for lists. It is the tip of the event chain, not a second one (DESIGN section 7).
 */
export const Head = z.object({
  kind: StreamKind,
  changed: Millis,
  summary: z.unknown(),
  heads: z.record(
    z.string().check(z.regex(/^[0-9a-f]{32}$/)),
    z.readonly(z.tuple([z.int(), Sha256])),
  ),
  position: z.object({ seq: z.int(), tip: z.nullable(Sha256), order: z.int() }),
  /** Words were taken back and what remains is not yet sealed with a new key. */
  reseal: z.boolean(),
  /** The chains were whole when this was sealed: read at once, or begun here. Head rows of older versions lack it. */
  whole: z.optional(z.boolean()),
});
export type Head = z.infer<typeof Head>;

export const newHead = (kind: StreamKind, changed: Millis): Head => ({
  kind,
  changed,
  summary: null,
  heads: {},
  position: { seq: 0, tip: null, order: 0 },
  reseal: false,
  whole: true,
});

/** What lists show of a stream, without opening it. */
export const summaryOf = (stream: StreamId, head: Head): StreamSummary => ({
  stream,
  kind: head.kind,
  changed: head.changed,
  own: head.position.seq,
  data: head.summary,
});

/** The head after events of this device were appended, without reading the others. */
export function headAfterAppend(
  head: Head,
  events: readonly JournalEvent[],
  position: Position,
  device: DeviceId,
): Head {
  const last = events.at(-1);
  if (!last || position.tip === null) return head;
  const count = head.heads[device]?.[0] ?? 0;
  return {
    ...head,
    heads: { ...head.heads, [device]: [count + events.length, position.tip] },
    position: { ...position },
  };
}

/** The head over all events known; a device whose events are missing keeps its older, higher tip. */
export function headAfterMerge(
  head: Head,
  events: readonly JournalEvent[],
  device: DeviceId,
): Head {
  const found = headsOf(events);
  const heads: Record<string, readonly [number, Sha256]> = { ...head.heads };
  for (const [each, tip] of Object.entries(found)) {
    const known = heads[each];
    if (!known || known[0] <= tip[0]) heads[each] = tip;
  }
  const position = positionOf(events, device);
  const own = position.seq >= head.position.seq ? position : head.position;
  return {
    ...head,
    heads,
    position: { ...own, order: Math.max(position.order, head.position.order) },
  };
}

/**
 * What the chains and the head say is wrong: missing rows, rows of an older state, altered ones. Chains that were whole
 * once and end as the head says are not hashed again: each row's seal proves that nobody changed it since, and one that
 * is missing changes the count. A thousand answers are then opened as fast as a few.
 */
export function faultsOf(
  events: readonly JournalEvent[],
  { heads: expected, whole }: Pick<Head, 'heads' | 'whole'>,
): ChainFault[] {
  const found = headsOf(events);
  if (whole && isSame(found, expected)) return [];
  const faults = verifyChain(events);
  for (const [name, [count, tip]] of Object.entries(expected)) {
    const device = DeviceId.parse(name);
    const here = found[device];
    if (here?.[0] === count && here[1] === tip) continue;
    if (faults.some((fault) => 'device' in fault && fault.device === device)) continue;
    const own = events.filter((event) => event.device === device);
    const last = own.reduce<JournalEvent | undefined>(
      (a, b) => (a && a.seq > b.seq ? a : b),
      undefined,
    );
    if (last && own.length >= count) faults.push({ type: 'brokenLink', device, event: last.id });
    else {
      const seq = (last?.seq ?? 0) + 1;
      faults.push({ type: 'gap', device, seq, to: Math.max(seq, count) });
    }
  }
  return faults;
}

const isSame = (a: Heads, b: Heads): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([device, [count, tip]]) => {
    const other = b[device];
    return other?.[0] === count && other[1] === tip;
  });
