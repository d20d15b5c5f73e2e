import type { MemberId, StreamId } from '../base/ids.ts';
import { foldInterview, type InterviewState } from '../interview/model/state.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { merge, type ChainFault } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import { changedSince, type Changes } from './model/changes.ts';
import { decidedBefore, standingOf, type Standing } from './model/standing.ts';
import type { ReviewState } from './model/state.ts';
import { reviewStreamOf } from './model/summary.ts';
import type { CommentAnswer } from './model/reply.ts';
import { repliesOf, threadOf } from './replies.ts';
import { reviewsOf } from './reviews.ts';

/** One delivered interview with all that was said about it. */
export interface ReviewSnapshot {
  readonly interview: InterviewState;
  readonly interviewer: MemberId;
  /** All supervisors' reviews; the comments of all are shown, but only one's own can be resolved. */
  readonly reviews: readonly ReviewState[];
  /** What both sides answered to the comments, in the order in which it was said. */
  readonly answers: readonly CommentAnswer[];
  readonly standing: Standing | null;
  /** The revision that was decided about before this one, and what changed since; 0 when there is none. */
  readonly before: number;
  readonly changed: Changes;
  readonly faults: readonly ChainFault[];
}

/** What is kept here of one delivered interview, as it is now. */
export interface Loaded {
  readonly events: readonly JournalEvent[];
  readonly own: readonly JournalEvent[];
  readonly drafts: readonly { readonly key: string; readonly value: unknown }[];
  readonly snapshot: ReviewSnapshot;
}

/** Undefined when there is no such interview here. */
export async function readReviewed(
  journal: Journal,
  me: MemberId,
  stream: StreamId,
): Promise<Loaded | undefined> {
  // Asked for at once: one after the other each would wait for the way there and back.
  const [opened, mine, kept, replies] = await Promise.all([
    journal.open(stream),
    journal.open(reviewStreamOf(stream, me)),
    reviewsOf(journal, stream),
    repliesOf(journal, stream),
  ]);
  const events = merge(opened?.events ?? []);
  const [first] = events;
  const interview = foldInterview(events);
  if (!opened || !first || !interview) return undefined;
  const reviews = kept.map(({ state }) => state);
  // Something else that a changed app put there is no word of mine; it gives way to the first that is.
  const own = mine?.kind === 'review' ? mine : undefined;
  const before = decidedBefore(interview.revision, reviews);
  return {
    events,
    own: merge(own?.events ?? []),
    drafts: own?.drafts ?? [],
    snapshot: {
      interview,
      interviewer: first.author,
      reviews,
      answers: threadOf(reviews, replies),
      standing: standingOf(interview.revision, reviews),
      before,
      changed: changedSince(events, before),
      faults: opened.faults,
    },
  };
}
