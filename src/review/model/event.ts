import * as z from 'zod/mini';
import { EventId, QuestionId, StreamId } from '../../base/ids.ts';

const Words = z.string().check(z.maxLength(20_000));
const Revision = z.int().check(z.positive());
const Offset = z.int().check(z.nonnegative());

/** What a comment is about: the answer to a question, or a field of the memo. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), question: QuestionId }),
  z.object({ kind: z.literal('memo'), field: z.string().check(z.maxLength(64)) }),
]);
export type Anchor = z.infer<typeof Anchor>;

/**
 * The words a comment points at: [from, to) in UTF-16 code units of the text as it was then, and the words
 * themselves, so that they are found again when the text around them has changed. An empty quote means the whole.
 */
export const Passage = z.object({
  from: Offset,
  to: Offset,
  quote: z.string().check(z.maxLength(200_000)),
});
export type Passage = z.infer<typeof Passage>;

/** The comment on an answer as a whole. */
export const WHOLE: Passage = { from: 0, to: 0, quote: '' };

const fact = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), version: z.literal(1), data: z.object(shape) });

/** A point of the checklist, by its id in the guide's list. */
export const CheckId = z.string().check(z.regex(/^[a-zA-Z0-9]{1,40}$/));
export type CheckId = z.infer<typeof CheckId>;

/** `notRelevant`: there was nothing to look at, such as a guardian's yes for somebody who is of age. */
export const CheckMark = z.enum(['met', 'notRelevant']);
export type CheckMark = z.infer<typeof CheckMark>;

/** Everything that can happen in a review, as past facts. A comment is named by the event that made it. */
export const ReviewFact = z.discriminatedUnion('type', [
  /** A supervisor took up this revision (0: only an urgent message has come); said again for each that comes. */
  fact('ReviewStarted', { interview: StreamId, revision: z.int().check(z.nonnegative()) }),
  fact('PassageCommented', {
    anchor: Anchor,
    /** The `AnswerWritten` that was read; when it is taken back, this comment is erased with it. */
    event: z.nullable(EventId),
    from: Offset,
    to: Offset,
    quote: Passage.shape.quote,
    text: Words,
  }),
  fact('CommentResolved', { comment: EventId }),
  fact('InterviewReturned', { revision: Revision, note: Words }),
  /**
   * `approvers`: how many have to approve by the programme's rule of that day (domain.md section 4); absent: one. It
   * is said here, so that a rule that changes later changes nothing about what was decided.
   */
  fact('InterviewApproved', {
    revision: Revision,
    approvers: z.optional(z.int().check(z.minimum(1), z.maximum(2))),
  }),
  /** One point of the checklist, for this revision; null takes the mark away again. */
  fact('ChecklistMarked', { revision: Revision, item: CheckId, mark: z.nullable(CheckMark) }),
  /** What the supervisor says further about a comment, their own or a colleague's. */
  fact('CommentAnswered', { comment: EventId, text: Words }),
  /** The urgent message that this `SafetyFlagged` brought has been taken care of. Approving never says so. */
  fact('FlagHandled', { flag: EventId }),
]);
export type ReviewFact = z.infer<typeof ReviewFact>;
