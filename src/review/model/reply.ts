import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { EventId, MemberId, StreamId, type Millis } from '../../base/ids.ts';
import { RETRACTED, type JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/** What a fold of this room needs of an event; all of it is in the header but `body`. */
export type ReviewEvent = Pick<JournalEvent, 'id' | 'author' | 'at' | 'type' | 'version' | 'body'>;

const Words = z.string().check(z.maxLength(20_000));

/**
 * What the interviewer answers to the supervisors' comments: a stream of their own beside the interview, since a
 * review has one author and an approved interview is not written in any more.
 */
export const ReplyFact = z.discriminatedUnion('type', [
  fact('RepliesBegun', { interview: StreamId }),
  fact('CommentAnswered', { comment: EventId, text: Words }),
]);
export type ReplyFact = z.infer<typeof ReplyFact>;

/** One answer to a comment, by whoever gave it. */
export interface CommentAnswer {
  readonly id: EventId;
  readonly comment: EventId;
  readonly text: string;
  readonly by: MemberId;
  readonly at: Millis;
}

export interface RepliesState {
  readonly interview: StreamId;
  readonly by: MemberId;
  readonly answers: readonly CommentAnswer[];
}

export const RepliesSummary = z.object({ interview: StreamId, by: MemberId, answers: z.int() });
export type RepliesSummary = z.infer<typeof RepliesSummary>;

/** Undefined when the events, in reading order, do not begin one. Only the one who began it is heard. */
export function foldReplies(events: readonly ReviewEvent[]): RepliesState | undefined {
  const [first, ...rest] = events;
  const begun = first && parsed(first);
  if (!first || begun?.type !== 'RepliesBegun') return undefined;
  const answers = rest.flatMap((event): CommentAnswer[] => {
    if (event.type === RETRACTED || event.author !== first.author) return [];
    const said = parsed(event);
    if (said?.type !== 'CommentAnswered') return [];
    return [{ ...said.data, id: event.id, by: event.author, at: event.at }];
  });
  return { interview: begun.data.interview, by: first.author, answers };
}

export function summariseReplies(events: readonly ReviewEvent[]): RepliesSummary | undefined {
  const state = foldReplies(events);
  return state && { interview: state.interview, by: state.by, answers: state.answers.length };
}

/** One stream for one person's answers about one interview, on whichever device they are written. */
export const replyStreamOf = (interview: StreamId, member: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-reply/1\n${interview}\n${member}`).slice(0, 32));

const parsed = ({ type, version, body }: ReviewEvent): ReplyFact | undefined =>
  ReplyFact.safeParse({ type, version, data: body?.data }).data;
