import { sha256 } from '../../base/bytes.ts';
import { StreamId, type MemberId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';

/**
 * What one member writes beside an interview, each in a stream whose id follows from the two: so nobody can say it in a
 * colleague's name, and who has two devices never says it twice. But whoever knows both can reckon the id as well, and
 * a changed app can put something else there first.
 */
export const BESIDE = ['review', 'reply', 'withdrawal', 'erasure'] as const;
export type Beside = (typeof BESIDE)[number];

/** As each of them reckons it (reviewStreamOf, replyStreamOf …); it tells nothing to who does not know the two. */
export const besideStreamOf = (kind: Beside, interview: StreamId, member: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-${kind}/1\n${interview}\n${member}`).slice(0, 32));

/**
 * True when the stream's id is the one that this member's word beside an interview has, as the word itself names it, and
 * no other stream can have by right: whatever lies under it and is something else was put there to be in its way.
 */
export function isOwnPlace(
  kind: string,
  stream: StreamId,
  member: MemberId,
  word: { readonly data: unknown },
): boolean {
  const beside = BESIDE.find((each) => each === kind);
  const interview = interviewIn(word.data);
  return (
    beside !== undefined &&
    interview !== undefined &&
    besideStreamOf(beside, interview, member) === stream
  );
}

/** The same of what came from its author. */
export const isInOwnPlace = (kind: string, events: readonly JournalEvent[]): boolean =>
  events.some(
    ({ stream, author, body }) => body !== null && isOwnPlace(kind, stream, author, body),
  );

const interviewIn = (data: unknown): StreamId | undefined =>
  typeof data === 'object' && data !== null && 'interview' in data
    ? StreamId.safeParse(data.interview).data
    : undefined;
