import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { EventId, MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent, StreamKind } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

const Month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/**
 * What is noted beside the events, which tell every change by themselves (edits.ts): who unlocked, read, and took
 * something out.
 * Ids and times only, never a word of what was read.
 */
export const ACCESS_ACTS = ['unlocked', 'read', 'exported'] as const;
export type AccessAct = (typeof ACCESS_ACTS)[number];

export const LogFact = z.discriminatedUnion('type', [
  /** `stream`: what was read or taken out; null for unlocking. */
  fact('AccessNoted', { act: z.enum(ACCESS_ACTS), stream: z.nullable(StreamId) }),
  /** A supervisor has looked at a random sample of a month and says whether it was in order. */
  fact('LogChecked', {
    month: Month,
    sample: z.array(EventId).check(z.maxLength(200)),
    outcome: z.enum(['inOrder', 'followUp']),
    note: z.string().check(z.maxLength(2000)),
  }),
]);
export type LogFact = z.infer<typeof LogFact>;

/** One stream a member and month, so that it can be erased by the month. */
export const logStreamOf = (member: MemberId, month: string): StreamId =>
  StreamId.parse(sha256(`aterblick-log/1\n${member}\n${month}`).slice(0, 32));

/** The month of a moment, UTC, as `YYYY-MM`. */
export const monthOf = (at: Millis): string => new Date(at).toISOString().slice(0, 7);

/**
 * The kinds of streams whose changes stand in the log: all that is about a participant, and the rules. What somebody
 * writes for themselves (a reflection, a survey, practice) is nobody else's to follow; the log is not about itself.
 */
export const EDITED_KINDS = [
  'interview',
  'concern',
  'transcript',
  'sound',
  'review',
  'reply',
  'participant',
  'assignment',
  'handover',
  'incident',
  'program',
  'withdrawal',
  'erasure',
] as const satisfies readonly StreamKind[];
export type EditedKind = (typeof EDITED_KINDS)[number];

/** One line of the log. */
export type LogLine = Access | Edit;

/** Somebody has changed a stream, or removed a person from the register; derived from the stream's own events. */
export interface Edit {
  /** The first change that the line stands for. */
  readonly id: EventId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly act: 'edited' | 'removed';
  readonly kind: EditedKind;
  readonly stream: StreamId;
}

/** One line that was noted. */
export interface Access {
  readonly id: EventId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly act: AccessAct;
  readonly stream: StreamId | null;
}

/** One monthly check that a supervisor has signed. */
export interface LogCheck {
  readonly by: MemberId;
  readonly at: Millis;
  readonly month: string;
  readonly sample: readonly EventId[];
  readonly outcome: 'inOrder' | 'followUp';
  readonly note: string;
}

export interface AccessLog {
  readonly accesses: readonly Access[];
  readonly checks: readonly LogCheck[];
}

/** All lines and checks of these streams, newest first. */
export function foldLog(streams: readonly (readonly JournalEvent[])[]): AccessLog {
  const accesses: Access[] = [];
  const checks: LogCheck[] = [];
  for (const event of streams.flat()) {
    const { id, author, at, type, version, body } = event;
    const now = LogFact.safeParse({ type, version, data: body?.data }).data;
    if (now?.type === 'AccessNoted') accesses.push({ ...now.data, id, by: author, at });
    if (now?.type === 'LogChecked') checks.push({ ...now.data, by: author, at });
  }
  const newestFirst = (a: { at: number }, b: { at: number }) => b.at - a.at;
  return { accesses: accesses.sort(newestFirst), checks: checks.sort(newestFirst) };
}

/** What lists show of such a stream. Undefined when nothing in it is known. */
export const LogSummary = z.object({ by: MemberId, month: Month });
export type LogSummary = z.infer<typeof LogSummary>;
export function summariseLog(events: readonly JournalEvent[]): LogSummary | undefined {
  const [first] = events;
  const month = first && monthOf(first.at);
  if (!first || !month || first.stream !== logStreamOf(first.author, month)) return undefined;
  return { by: first.author, month };
}

const SMALLEST_SAMPLE = 5;
const LARGEST_SAMPLE = 20;

/**
 * A random sample of what others did: a tenth, at least five and at most twenty lines. `seed` is drawn anew for each
 * check, so that nobody knows beforehand which lines will be looked at.
 */
export function sampleOf<L extends LogLine>(
  lines: readonly L[],
  checker: MemberId,
  seed: string,
): readonly L[] {
  const others = lines.filter(({ by }) => by !== checker);
  const size = Math.min(LARGEST_SAMPLE, Math.max(SMALLEST_SAMPLE, Math.ceil(others.length / 10)));
  const drawn = others
    .map((line) => ({ line, lot: sha256(`${seed}\n${line.id}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size);
  return drawn.map(({ line }) => line).sort((a, b) => b.at - a.at);
}

/** The last month that is over and that nobody has checked, while something was noted in it; else null. */
export function monthToCheck({ accesses, checks }: AccessLog, now: Millis): string | null {
  const checked = new Set(checks.map(({ month }) => month));
  const open = new Set(
    accesses
      .map(({ at }) => monthOf(at))
      .filter((month) => month < monthOf(now) && !checked.has(month)),
  );
  return [...open].sort().at(-1) ?? null;
}
