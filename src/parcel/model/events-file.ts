import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { utf8 } from '../../base/bytes.ts';
import { StreamId } from '../../base/ids.ts';
import { JournalEvent } from '../../journal/model/event.ts';
import { readJson } from './json.ts';
import type { ParcelKind } from './manifest.ts';

/** Where the events of each kind lie. An ack says all it has to say in its manifest. */
export const EVENTS_FILE = {
  interview: 'interview.json',
  draft: 'interview.json',
  safety: 'safety.json',
  concern: 'concern.json',
  transcript: 'transcript.json',
  sound: 'sound.json',
  review: 'review.json',
  reply: 'reply.json',
  shared: 'shared.json',
  assignment: 'assignment.json',
  handover: 'handover.json',
  lastTalk: 'last-talk.json',
  incident: 'incident.json',
  policy: 'policy.json',
  withdrawal: 'withdrawal.json',
  erasure: 'erasure.json',
  log: 'log.json',
  training: 'training.json',
  signoff: 'signoff.json',
  case: 'case.json',
  group: 'group.json',
  ack: null,
} as const satisfies Record<ParcelKind, string | null>;

/** The file with a stream's events, in reading order. */
export const EventsFile = z.object({
  v: z.literal(1),
  stream: StreamId,
  events: z.array(JournalEvent).check(z.minLength(1), z.maxLength(100_000)),
});
export type EventsFile = z.infer<typeof EventsFile>;

/** One event a line, so that a person can read the file and two of them can be compared. */
export function writeEvents(stream: StreamId, events: readonly JournalEvent[]): Uint8Array {
  const lines = events.map((event) => canonical(event)).join(',\n');
  return utf8(`{"v":1,"stream":"${stream}","events":[\n${lines}\n]}\n`);
}

/** Undefined when it is not such a file, or when an event of another stream is among them. */
export function readEvents(
  bytes: Uint8Array,
  stream: StreamId,
): readonly JournalEvent[] | undefined {
  const file = EventsFile.safeParse(readJson(bytes));
  if (!file.success || file.data.stream !== stream) return undefined;
  const { events } = file.data;
  return events.every((event) => event.stream === stream) ? events : undefined;
}
