import type { FieldPolicy } from '../../parcel/model/rights.ts';
import type { LogFact } from './access-log.ts';
import type { ReviewFact } from './event.ts';
import type { ReplyFact } from './reply.ts';

/** How far each field of a review may go: to the interviewer in a parcel, and never into a report in words. */
export const REVIEW_POLICY = {
  ReviewStarted: { interview: 'parcel', revision: 'report' },
  PassageCommented: {
    anchor: { kind: 'parcel', question: 'parcel', field: 'parcel' },
    event: 'parcel',
    from: 'parcel',
    to: 'parcel',
    quote: 'parcel',
    text: 'parcel',
  },
  CommentResolved: { comment: 'parcel' },
  InterviewReturned: { revision: 'report', note: 'parcel' },
  InterviewApproved: { revision: 'report', approvers: 'report' },
  ChecklistMarked: { revision: 'report', item: 'report', mark: 'report' },
  CommentAnswered: { comment: 'parcel', text: 'parcel' },
  FlagHandled: { flag: 'parcel' },
} as const satisfies FieldPolicy<ReviewFact>;

/** What the interviewer answers goes to the supervisors, as the comments came from them. */
export const REPLY_POLICY = {
  RepliesBegun: { interview: 'parcel' },
  CommentAnswered: { comment: 'parcel', text: 'parcel' },
} as const satisfies FieldPolicy<ReplyFact>;

/** Who has unlocked, read and taken out what: for the supervisors, who check it every month. */
export const LOG_POLICY = {
  AccessNoted: { act: 'parcel', stream: 'parcel' },
  LogChecked: { month: 'report', sample: 'parcel', outcome: 'report', note: 'parcel' },
} as const satisfies FieldPolicy<LogFact>;
