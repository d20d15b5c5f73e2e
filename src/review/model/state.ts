import type { EventId, MemberId, Millis, QuestionId, StreamId } from '../../base/ids.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import { ReviewFact, type Anchor, type CheckId, type CheckMark, type Passage } from './event.ts';
import type { CommentAnswer, ReviewEvent } from './reply.ts';

/** A comment on a passage, as it was made. Where the passage is now: `locate` in passage.ts. */
export interface ReviewComment extends Passage {
  readonly id: EventId;
  readonly anchor: Anchor;
  readonly event: EventId | null;
  readonly text: string;
  readonly by: MemberId;
  readonly at: Millis;
  /** The revision under review when it was made. */
  readonly revision: number;
  readonly resolvedAt: Millis | null;
}

/** What the supervisor decided, and about which revision: it says nothing about a later one. */
export type Decision =
  | { readonly type: 'none' }
  | {
      readonly type: 'returned';
      readonly revision: number;
      readonly note: string;
      readonly at: Millis;
      readonly by: MemberId;
      /** What `InterviewReopened` names. */
      readonly event: EventId;
    }
  | {
      readonly type: 'approved';
      readonly revision: number;
      /** How many had to approve when this one did. */
      readonly approvers: 1 | 2;
      readonly at: Millis;
      readonly by: MemberId;
      readonly event: EventId;
    };

/** An urgent message that a supervisor has taken care of: the `SafetyFlagged` it names. */
export interface HandledFlag {
  readonly flag: EventId;
  readonly by: MemberId;
  readonly at: Millis;
}

/** One supervisor's review of one interview. */
export interface ReviewState {
  readonly interview: StreamId;
  readonly reviewer: MemberId;
  /** The latest revision taken up. */
  readonly revision: number;
  readonly comments: readonly ReviewComment[];
  readonly decision: Decision;
  readonly handled: readonly HandledFlag[];
  /** The points of the checklist as they were marked for each revision. */
  readonly checks: ReadonlyMap<number, ReadonlyMap<CheckId, CheckMark>>;
  /** What this supervisor answered to comments, their own and colleagues'. */
  readonly answers: readonly CommentAnswer[];
  /** The comments that were erased, so that what was answered to them goes too. */
  readonly erasedComments: readonly EventId[];
  /** Comments erased because the participant took back the words they quoted. */
  readonly erased: number;
  /** Events that are not understood here, or not the reviewer's own: kept, never acted upon. */
  readonly unknown: number;
}

type Building = { -readonly [K in keyof ReviewState]: ReviewState[K] } & {
  comments: ReviewComment[];
  handled: HandledFlag[];
  answers: CommentAnswer[];
  erasedComments: EventId[];
};

/**
 * The state of a review is a pure fold over its events, in reading order (`merge` gives that order).
 * A review speaks with one voice: only the events of the supervisor who began it count.
 */
export function foldReview(events: readonly ReviewEvent[]): ReviewState | undefined {
  const [first] = events;
  const begin = first && factOf(first);
  if (!first || begin?.type !== 'ReviewStarted') return undefined;
  const state: Building = {
    interview: begin.data.interview,
    reviewer: first.author,
    revision: begin.data.revision,
    comments: [],
    decision: { type: 'none' },
    handled: [],
    checks: new Map(),
    answers: [],
    erasedComments: [],
    erased: 0,
    unknown: 0,
  };
  for (const event of events.slice(1)) step(state, event);
  return state;
}

const factOf = ({ type, version, body }: ReviewEvent): ReviewFact | undefined =>
  ReviewFact.safeParse({ type, version, data: body?.data }).data;

function step(state: Building, event: ReviewEvent): void {
  if (event.type === RETRACTED) return;
  if (!event.body) {
    if (event.type === 'PassageCommented') {
      state.erased += 1;
      state.erasedComments.push(event.id);
    }
    return;
  }
  const fact = factOf(event);
  if (!fact || event.author !== state.reviewer) {
    state.unknown += 1;
    return;
  }
  switch (fact.type) {
    case 'ReviewStarted':
      state.revision = Math.max(state.revision, fact.data.revision);
      return;
    case 'PassageCommented':
      state.comments.push({
        ...fact.data,
        id: event.id,
        by: event.author,
        at: event.at,
        revision: state.revision,
        resolvedAt: null,
      });
      return;
    case 'CommentResolved':
      state.comments = state.comments.map((comment) =>
        comment.id === fact.data.comment ? { ...comment, resolvedAt: event.at } : comment,
      );
      return;
    case 'InterviewReturned':
      decide(state, { type: 'returned', ...fact.data, ...stampOf(event) });
      return;
    case 'InterviewApproved':
      decide(state, {
        type: 'approved',
        revision: fact.data.revision,
        approvers: fact.data.approvers === 2 ? 2 : 1,
        ...stampOf(event),
      });
      return;
    case 'ChecklistMarked': {
      const { revision, item, mark } = fact.data;
      const marks = new Map(state.checks.get(revision));
      if (mark === null) marks.delete(item);
      else marks.set(item, mark);
      state.checks = new Map([...state.checks, [revision, marks]]);
      return;
    }
    case 'CommentAnswered':
      state.answers.push({ ...fact.data, id: event.id, by: event.author, at: event.at });
      return;
    case 'FlagHandled': {
      const { flag } = fact.data;
      // Once taken care of, it stays so; the first time counts.
      if (state.handled.some((known) => known.flag === flag)) return;
      state.handled.push({ flag, by: event.author, at: event.at });
      return;
    }
  }
}

const stampOf = ({ id, author, at }: ReviewEvent) => ({ event: id, by: author, at });

/**
 * The latest revision's decision stands. Two devices may decide about the same one without knowing of each other:
 * then a return stands over an approval, since an interview looked at once too often does no harm.
 */
function decide(state: Building, decision: Exclude<Decision, { type: 'none' }>): void {
  const known = state.decision;
  const stands =
    known.type === 'none' ||
    decision.revision > known.revision ||
    (decision.revision === known.revision && known.type === 'approved');
  if (stands) state.decision = decision;
}

export type MadeDecision = Exclude<Decision, { type: 'none' }>;

/** What the supervisors decided about this very revision, the first decision first: one a supervisor. */
export const decisionsAbout = (
  revision: number,
  reviews: readonly Pick<ReviewState, 'decision'>[],
): MadeDecision[] =>
  reviews
    .flatMap(({ decision }) =>
      decision.type !== 'none' && decision.revision === revision ? [decision] : [],
    )
    .sort((a, b) => a.at - b.at);

/** By whom and when an urgent message was taken care of, first of all supervisors; undefined while nobody has. */
export const handledBy = (
  reviews: readonly Pick<ReviewState, 'handled'>[],
  flag: EventId,
): HandledFlag | undefined =>
  reviews
    .flatMap((review) => review.handled)
    .filter((each) => each.flag === flag)
    .sort((a, b) => a.at - b.at)[0];

export const openComments = (review: Pick<ReviewState, 'comments'>): ReviewComment[] =>
  review.comments.filter((comment) => comment.resolvedAt === null);

/** What the interviewer is asked to mend: these questions and memo fields, and the supervisor's words. */
export interface Reopened {
  readonly questions: readonly QuestionId[];
  readonly memo: readonly string[];
  readonly note: string;
  /** The decision that `InterviewReopened` names. */
  readonly event: EventId;
}

/** What exactly a return opens again; undefined unless this review returned this very revision. */
export function reopenedQuestions(review: ReviewState, revision: number): Reopened | undefined {
  const { decision } = review;
  if (decision.type !== 'returned' || decision.revision !== revision) return undefined;
  const anchors = openComments(review).map((comment) => comment.anchor);
  return {
    questions: [...new Set(anchors.flatMap((a) => (a.kind === 'question' ? [a.question] : [])))],
    memo: [...new Set(anchors.flatMap((a) => (a.kind === 'memo' ? [a.field] : [])))],
    note: decision.note,
    event: decision.event,
  };
}
