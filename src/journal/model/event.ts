import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { hex, sha256 } from '../../base/bytes.ts';
import { newId, type Deps } from '../../base/deps.ts';
import { DeviceId, EventId, MemberId, Millis, Sha256, StreamId } from '../../base/ids.ts';

/** What kinds of streams there are. Each has its own event types and its own row in the policy table. */
export const StreamKind = z.enum([
  'interview',
  'reflection',
  'concern',
  'transcript',
  'sound',
  'review',
  'reply',
  'participant',
  'assignment',
  'handover',
  'lastTalk',
  'left',
  'incident',
  'program',
  'withdrawal',
  'erasure',
  'safety',
  'log',
  'practice',
  'training',
  'survey',
  'debrief',
  'signoff',
  'case',
  'group',
]);
export type StreamKind = z.infer<typeof StreamKind>;

/**
 * No stream comes near this. A number that nobody could count on from, sent by someone else, must not shut a stream,
 * or the whole vault, for its owner.
 */
const HIGHEST = 1_000_000_000;
/** What others send may be numbered up to here: far enough below that own words always find a number after it. */
const HIGHEST_TAKEN = HIGHEST / 2;
const Count = z.int().check(z.positive(), z.maximum(HIGHEST));

/**
 * One past fact. State is a pure fold over these; nothing else is stored.
 * - `seq` and `prev` run per stream and device; `prev` is the hash of that device's previous header, so that
 *   a removed, reordered or back-dated event shows.
 * - `order` is the stream's Lamport clock (Lamport 1978): one more than the highest seen. Order never rests on `at`.
 * - `digest` hashes salt and data; the chain hashes the header only. Retraction erases `body`, so the chain
 *   still holds and nothing can be guessed from it.
 */
export const JournalEvent = z.object({
  id: EventId,
  stream: StreamId,
  author: MemberId,
  device: DeviceId,
  seq: Count,
  order: Count,
  at: Millis,
  prev: z.nullable(Sha256),
  type: z.string().check(z.regex(/^[A-Z][A-Za-z]{2,40}$/)),
  version: z.int().check(z.positive()),
  digest: Sha256,
  /** Null once retracted. */
  body: z.nullable(
    z.object({ salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)), data: z.unknown() }),
  ),
});
export type JournalEvent = z.infer<typeof JournalEvent>;

/** What a rule decides: the fact itself, before the journal stamps it. */
export interface NewEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** Who writes: one person on one device. */
export interface Writer {
  readonly author: MemberId;
  readonly device: DeviceId;
}

/** The one event every kind of stream knows: it takes back what the named events said (DESIGN section 5). */
export const RETRACTED = 'Retracted';
export const Retracted = z.object({
  events: z.array(EventId).check(z.minLength(1), z.maxLength(10_000)),
});
export type Retracted = z.infer<typeof Retracted>;

export const digestOf = (salt: string, data: unknown): Sha256 =>
  sha256(`${salt}${canonical(data)}`);

/** The hash that the next event of the same device carries as `prev`. The body is not part of it. */
export function headerHash(event: JournalEvent): Sha256 {
  const { body: _body, ...header } = event;
  return sha256(canonical(header));
}

/** Where a device stands in a stream: all that is needed to go on, without reading what was said before. */
export interface Position {
  /** The device's last event; 0 and null before the first. */
  readonly seq: number;
  readonly tip: Sha256 | null;
  /** The highest order seen in the stream, from any device. */
  readonly order: number;
}

export function positionOf(known: readonly JournalEvent[], device: DeviceId): Position {
  const last = known.filter((event) => event.device === device).reduce(newest, undefined);
  const order = known.reduce((highest, event) => Math.max(highest, event.order), 0);
  return { seq: last?.seq ?? 0, tip: last ? headerHash(last) : null, order };
}

/** True when all are numbered so that one can go on from them. */
export const isCountable = (events: readonly JournalEvent[]): boolean =>
  events.every((event) => event.seq <= HIGHEST_TAKEN && event.order <= HIGHEST_TAKEN);

/**
 * Turns decided facts into events that continue from `position`, in order.
 * @throws Error when the numbers run out, before anything that could not be read again is written.
 */
export function stampAfter(
  position: Position,
  facts: readonly NewEvent[],
  stream: StreamId,
  writer: Writer,
  deps: Deps,
): JournalEvent[] {
  let { seq, tip, order } = position;
  if (Math.max(seq, order) + facts.length > HIGHEST) throw new Error('stamp: numbers run out');
  return facts.map((fact) => {
    seq += 1;
    order += 1;
    const salt = hex(deps.random.bytes(16));
    // As it will be read back: what is kept is JSON, and nobody else holds it.
    const data: unknown = JSON.parse(JSON.stringify(fact.data ?? null));
    const event: JournalEvent = {
      id: newId(EventId, deps.random),
      stream,
      author: writer.author,
      device: writer.device,
      seq,
      order,
      at: deps.clock.now(),
      prev: tip,
      type: fact.type,
      version: fact.version,
      digest: digestOf(salt, data),
      body: { salt, data },
    };
    tip = headerHash(event);
    return event;
  });
}

/** Turns decided facts into events that continue `known`, in order. */
export function stamp(
  facts: readonly NewEvent[],
  stream: StreamId,
  known: readonly JournalEvent[],
  writer: Writer,
  deps: Deps,
): JournalEvent[] {
  return stampAfter(positionOf(known, writer.device), facts, stream, writer, deps);
}

function newest(a: JournalEvent | undefined, b: JournalEvent): JournalEvent {
  return a && a.seq > b.seq ? a : b;
}
