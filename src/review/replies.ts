import type { EventId, MemberId, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { RETRACTED, type NewEvent } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import { takenBackAnswers } from './model/changes.ts';
import {
  foldReplies,
  replyStreamOf,
  type CommentAnswer,
  type RepliesState,
  type RepliesSummary,
  type ReplyFact,
} from './model/reply.ts';
import type { ReviewState } from './model/state.ts';
import { isAbout, reviewsOf } from './reviews.ts';
import type { ReviewProblem } from './problem.ts';

/** What answering a comment on the tablet needs of the device. */
export interface ReplyPorts {
  readonly journal: Journal;
  readonly me: MemberId;
  deliver(kind: 'reply', stream: StreamId): Promise<Result<unknown, { readonly type: string }>>;
}

/** Every answer that an interviewer gave to the comments on this interview. */
export async function repliesOf(
  journal: Journal,
  interview: StreamId,
): Promise<readonly RepliesState[]> {
  const streams = (await journal.list('reply')).filter(({ data }) => isAbout(data, interview));
  const opened = await Promise.all(streams.map(({ stream }) => journal.open(stream)));
  return opened.flatMap((kept) => (kept && foldReplies(merge(kept.events))) ?? []);
}

/** All that was said about the comments, by both sides, in the order in which it was said. */
export const threadOf = (
  reviews: readonly ReviewState[],
  replies: readonly RepliesState[],
): readonly CommentAnswer[] =>
  [...reviews, ...replies]
    .flatMap(({ answers }) => answers)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Keeps and sends what the interviewer says to a comment; after `notSent` it is kept and goes with the next round. */
export async function answerComment(
  ports: ReplyPorts,
  interview: StreamId,
  comment: EventId,
  text: string,
): Promise<Result<'sent', ReviewProblem>> {
  const said: ReplyFact = {
    type: 'CommentAnswered',
    version: 1,
    data: { comment, text: text.trim() },
  };
  return keep(ports, interview, [said], 1, [draftKey(comment)]);
}

/** The draft of an answer, one a comment. */
export const draftKey = (comment: EventId): string => `answer/${comment}`;

/** What is being typed as an answer, kept like every word. */
export async function draftAnswer(
  { journal, me }: ReplyPorts,
  interview: StreamId,
  comment: EventId,
  text: string,
): Promise<boolean> {
  const stream = replyStreamOf(interview, me);
  return (await journal.draft(stream, 'reply', draftKey(comment), text)).ok;
}

/** What was typed and not sent when the screen was left. */
export async function draftedAnswers(
  { journal, me }: ReplyPorts,
  interview: StreamId,
): Promise<ReadonlyMap<string, string>> {
  const kept = await journal.open(replyStreamOf(interview, me));
  return new Map(
    (kept?.drafts ?? []).flatMap(({ key, value }) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}

/**
 * Erases one's own answers about words that the participant has taken back, here and where they were sent; after
 * `notSent` they are erased here, and the next round tells the others.
 */
export async function forgetTakenBackAnswers(
  ports: ReplyPorts,
  interview: StreamId,
): Promise<Result<'sent' | 'nothing', ReviewProblem>> {
  const { journal, me } = ports;
  const kept = await journal.open(replyStreamOf(interview, me));
  const own = kept && foldReplies(merge(kept.events));
  if (!own || own.answers.length === 0) return ok('nothing');
  const reviews = (await reviewsOf(journal, interview)).map(({ state }) => state);
  const words = (await journal.open(interview))?.events ?? [];
  const events = takenBackAnswers(own.answers, reviews, words).map(({ id }) => id);
  if (events.length === 0) return ok('nothing');
  const fact = { type: RETRACTED, version: 1, data: { events } };
  return keep(ports, interview, [fact], -events.length, []);
}

async function keep(
  { journal, me, deliver }: ReplyPorts,
  interview: StreamId,
  facts: readonly NewEvent[],
  more: number,
  settled: readonly string[],
): Promise<Result<'sent', ReviewProblem>> {
  const stream = replyStreamOf(interview, me);
  const known = await journal.open(stream);
  const state = known && foldReplies(merge(known.events));
  const begun: ReplyFact = { type: 'RepliesBegun', version: 1, data: { interview } };
  const summary: RepliesSummary = {
    interview,
    by: me,
    answers: (state?.answers.length ?? 0) + more,
  };
  const all = state ? facts : [begun, ...facts];
  const kept = await journal.append(stream, 'reply', all, summary, settled);
  if (!kept.ok) return err({ type: 'notSaved', problem: kept.error });
  const sent = await deliver('reply', stream);
  return sent.ok ? ok('sent') : err({ type: 'notSent' });
}
