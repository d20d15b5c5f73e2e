import * as z from 'zod/mini';
import { CardId, EventId, QuestionId, TrackId } from '../../base/ids.ts';
import { GuideRef, LocalText } from '../../guide/model/guide.ts';

/** How a question ended. "Nothing written" is never a state (DESIGN section 6). */
export const Outcome = z.enum(['answered', 'partly', 'declined', 'leftOut', 'notReached']);
export type Outcome = z.infer<typeof Outcome>;

const Words = z.string().check(z.maxLength(200_000));
/** A stretch of the text that was said word for word: [from, to) in UTF-16 code units. */
export const Verbatim = z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]);
export type Verbatim = z.infer<typeof Verbatim>;

const PartialDate = z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
export const AnswerValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), value: z.int() }),
  z.object({ kind: z.literal('choice'), options: z.array(z.string()).check(z.minLength(1)) }),
  z.object({
    kind: z.literal('date'),
    from: z.nullable(PartialDate),
    to: z.nullable(PartialDate),
    unknown: z.boolean(),
  }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** What is written down for one question; also the shape of its draft. */
export const Answer = z.object({
  text: Words,
  verbatim: z.array(Verbatim).check(z.maxLength(2000)),
  value: z.nullable(AnswerValue),
});
export type Answer = z.infer<typeof Answer>;

/** A question as it was read aloud: kept in the record, since guides change and the record must not. */
export const AskedQuestion = z.object({ question: QuestionId, text: LocalText });
export type AskedQuestion = z.infer<typeof AskedQuestion>;

const fact = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), version: z.literal(1), data: z.object(shape) });

/** Everything that can happen in an interview, as past facts. */
export const InterviewFact = z.discriminatedUnion('type', [
  fact('InterviewStarted', {
    /** The participant's code at the office; never a name. */
    code: z.string().check(z.regex(/^[A-Za-zÅÄÖåäö0-9-]{2,20}$/)),
    guide: GuideRef,
    track: TrackId,
  }),
  fact('TrackChanged', { track: TrackId }),
  fact('QuestionAsked', { question: QuestionId }),
  fact('AnswerWritten', { question: QuestionId, answer: Answer }),
  /** Beside the retraction, which erases even which question the words were about (DESIGN section 5). */
  fact('AnswerTakenBack', { question: QuestionId }),
  /** Null: the ending was taken back (a skip undone), and the question is open again. */
  fact('QuestionEnded', { question: QuestionId, outcome: z.nullable(Outcome) }),
  fact('ConsentGiven', {
    textVersion: z.string(),
    /** The ids of the consent items the person said yes to; all others are a no. */
    yes: z.array(z.string()),
    /** The limits of secrecy were read and the person said them back in own words. */
    saidBack: z.boolean(),
  }),
  fact('InterviewPaused', {}),
  fact('InterviewResumed', {}),
  fact('CardOpened', { card: CardId, question: z.nullable(QuestionId) }),
  fact('SafetyFlagged', { card: CardId, question: z.nullable(QuestionId), note: Words }),
  /** `parts`: some answers were taken back at the stop, by retraction. */
  fact('InterviewStopped', { keep: z.enum(['all', 'parts']) }),
  fact('TalkEnded', {}),
  fact('MemoWritten', { field: z.string(), value: z.union([Words, z.array(Words), z.int()]) }),
  fact('InterviewCompleted', {
    asked: z.array(AskedQuestion),
    language: z.enum(['sv', 'en']),
  }),
  /** After a return: the record is open again for exactly what the review names. */
  fact('InterviewReopened', { review: EventId }),
]);
export type InterviewFact = z.infer<typeof InterviewFact>;

/** The private part C of the memo: a stream of its own that no parcel takes (DESIGN section 12). */
export const ReflectionFact = z.discriminatedUnion('type', [
  fact('ReflectionWritten', {
    interview: z.string(),
    field: z.string(),
    value: z.union([Words, z.array(Words), z.int()]),
  }),
]);
export type ReflectionFact = z.infer<typeof ReflectionFact>;

export type FactData<T extends InterviewFact['type']> = Extract<InterviewFact, { type: T }>['data'];
