import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { EventId, MemberId, Millis, StreamId } from '../../base/ids.ts';
import { openComments, type Decision, type ReviewState } from './state.ts';

/** What lists show of a review, without one of its words. */
export const ReviewSummary = z.object({
  interview: StreamId,
  reviewer: MemberId,
  revision: z.int(),
  open: z.int(),
  comments: z.int(),
  /** The flags this supervisor has taken care of; ids, since two supervisors may name the same one. */
  handled: z._default(z.array(EventId), []),
  decision: z.discriminatedUnion('type', [
    z.object({ type: z.literal('none') }),
    z.object({ type: z.literal('returned'), revision: z.int(), at: Millis }),
    z.object({
      type: z.literal('approved'),
      revision: z.int(),
      at: Millis,
      approvers: z.optional(z.union([z.literal(1), z.literal(2)])),
    }),
  ]),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

export function summariseReview(state: ReviewState): ReviewSummary {
  const { interview, reviewer, revision, comments, handled, decision } = state;
  return {
    interview,
    reviewer,
    revision,
    open: openComments(state).length,
    comments: comments.length,
    handled: handled.map(({ flag }) => flag),
    decision: verdictOf(decision),
  };
}

function verdictOf(decision: Decision): ReviewSummary['decision'] {
  switch (decision.type) {
    case 'none':
      return { type: 'none' };
    case 'returned':
      return { type: 'returned', revision: decision.revision, at: decision.at };
    case 'approved': {
      const { revision, at, approvers } = decision;
      return { type: 'approved', revision, at, approvers };
    }
  }
}

/**
 * The stream of one supervisor's review of one interview. It follows from the two, so that a supervisor with two
 * devices never has two reviews, and it tells nothing to anyone who doesn't know both.
 */
export const reviewStreamOf = (interview: StreamId, reviewer: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-review/1\n${interview}\n${reviewer}`).slice(0, 32));
