import * as z from 'zod/mini';
import { CardId, EventId, QuestionId, TrackId } from '../../base/ids.ts';
import { GuardianPolicy, GuideRef, LocalText } from '../../guide/model/guide.ts';
import { fact, PartialDate, Words } from '../../journal/model/fact.ts';

/** How a question ended. "Nothing written" is never a state (DESIGN section 6). */
export const Outcome = z.enum(['answered', 'partly', 'declined', 'leftOut', 'notReached']);
export type Outcome = z.infer<typeof Outcome>;

/** A stretch of the text that was said word for word: [from, to) in UTF-16 code units. */
export const Verbatim = z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]);
export type Verbatim = z.infer<typeof Verbatim>;

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
  /** Stretches about somebody else (OSL 26 kap. 5 §): left out of what the participant is given. */
  thirdPerson: z.optional(z.array(Verbatim).check(z.maxLength(2000))),
  value: z.nullable(AnswerValue),
});
export type Answer = z.infer<typeof Answer>;

/** A question as it was read aloud: kept in the record, since guides change and the record must not. */
export const AskedQuestion = z.object({ question: QuestionId, text: LocalText });
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** How a critical card was left: only these end it (domain.md section 4). */
export const CardOutcome = z.enum(['handedOver', 'postponed', 'notNeeded']);
export type CardOutcome = z.infer<typeof CardOutcome>;

/** What is promised to the person for the time after the talk. */
export const AftercareTask = z.enum(['call', 'feedback']);
export type AftercareTask = z.infer<typeof AftercareTask>;

/** What the talk itself is made of, as past facts. What belongs to one tool of it lies in `side-facts.ts`. */
export const InterviewFact = z.discriminatedUnion('type', [
  fact('InterviewStarted', {
    /** The participant's code at the office; never a name. */
    code: z.string().check(z.regex(/^[A-Za-zÅÄÖåäö0-9-]{2,20}$/)),
    guide: GuideRef,
    track: TrackId,
    /** Which talk with this person it is, as the assignment has it: 1 is the first. */
    wave: z.optional(z.int().check(z.positive(), z.maximum(50))),
  }),
  /** Right after the start: the two have not met yet, and no time runs. */
  fact('PreparationBegun', {}),
  fact('TalkBegun', {}),
  fact('TrackChanged', { track: TrackId }),
  fact('QuestionAsked', { question: QuestionId }),
  fact('AnswerWritten', { question: QuestionId, answer: Answer }),
  /** Beside the retraction, which erases even which question the words were about (DESIGN section 5). */
  fact('AnswerTakenBack', { question: QuestionId }),
  /** Null: the ending was taken back (a skip undone), and the question is open again. */
  fact('QuestionEnded', { question: QuestionId, outcome: z.nullable(Outcome) }),
  fact('ConsentGiven', {
    textVersion: z.string(),
    /** The ids of the consent items the person said yes to; all others that were asked are a no. */
    yes: z.array(z.string()),
    /** The items that were asked about: sound is not, before the office has decided on it. */
    asked: z.optional(z.array(z.string())),
    /** The limits of secrecy were read and the person said them back in own words. */
    saidBack: z.boolean(),
    /** The office's rule of that day: what was agreed to under it is not judged by a later one. */
    guardianRule: z.optional(GuardianPolicy),
  }),
  /** The person has changed their mind about these items. What depends on them ends at once. */
  fact('ConsentWithdrawn', { items: z.array(z.string()).check(z.minLength(1)) }),
  /** No more than is needed to know who must be asked (domain.md section 3): under 15 nobody is interviewed. */
  fact('AgeStated', { age: z.enum(['adult', 'from15to17', 'under15']) }),
  /** How the guardian of somebody of 15 to 17 was met, as the office's rule demands. */
  fact('GuardianSettled', { how: z.enum(['permitted', 'informed']) }),
  fact('InterviewPaused', {}),
  fact('InterviewResumed', {}),
  /** `critical`: by the guide's own words, it may only be left with a hand-over (domain.md section 4). */
  fact('CardOpened', {
    card: CardId,
    question: z.nullable(QuestionId),
    critical: z.optional(z.boolean()),
  }),
  /** `to`, `way` and `when` in the interviewer's words; `reason` when it is postponed or wasn't needed. */
  fact('CardClosed', {
    card: CardId,
    outcome: CardOutcome,
    to: Words,
    way: Words,
    when: Words,
    reason: Words,
  }),
  fact('SafetyFlagged', { card: CardId, question: z.nullable(QuestionId), note: Words }),
  /** `parts`: some answers were taken back at the stop, by retraction. */
  fact('InterviewStopped', { keep: z.enum(['all', 'parts']) }),
  fact('TalkEnded', {}),
  /** What was promised for the time after the talk has been done; `note` in the interviewer's words. */
  fact('AftercareDone', { task: AftercareTask, note: Words }),
  fact('MemoWritten', { field: z.string(), value: z.union([Words, z.array(Words), z.int()]) }),
  fact('InterviewCompleted', {
    asked: z.array(AskedQuestion),
    language: z.enum(['sv', 'en']),
  }),
  /**
   * After a return: the record is open again for exactly what the review names, `questions` and the memo; without
   * them, when it names no place, for everything.
   */
  fact('InterviewReopened', { review: EventId, questions: z.optional(z.array(QuestionId)) }),
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
