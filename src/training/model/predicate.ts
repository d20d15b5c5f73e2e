import * as z from 'zod/mini';
import { CardId, QuestionId } from '../../base/ids.ts';
import { About } from './about.ts';
import { QuestionKind } from './question-kind.ts';

/*
 * What a checkpoint looks for, as data: it is read from a file that a trainer may have written, so it says little
 * and nests three levels at most.
 */

/**
 * What can be looked for. The first five come from the practice run, the next from the interview, the last from a
 * draft for a report. `QuestionReached` is when a question was really put: on a tablet that answers, when it was
 * asked of the case; with a person who plays, when it was on the screen.
 */
export const HappeningType = z.enum([
  'QuestionReached',
  'QuestionPut',
  'ReplyGiven',
  'SilenceKept',
  'CaseAsked',
  'ConsentGiven',
  'ConsentWithdrawn',
  'AnswerWritten',
  'QuestionEnded',
  'InterviewPaused',
  'InterviewResumed',
  'InterviewStopped',
  'TalkEnded',
  'CardOpened',
  'CardClosed',
  'CardNoted',
  'SafetyFlagged',
  'MomentMarked',
  'TonightPlanned',
  'ClosingChecked',
  'PlacementTold',
  'RecordingEnded',
  'MemoWritten',
  'ConcernBegun',
  'ConcernHandedOver',
]);
export type HappeningType = z.infer<typeof HappeningType>;

/** One kind of moment. All that is given must fit; what is left out fits everything. */
export const Happening = z.object({
  type: HappeningType,
  question: z.optional(QuestionId),
  card: z.optional(CardId),
  /** How a question, a card or a recording ended, or for a draft which kind of report it is. */
  outcome: z.optional(z.string()),
  /** One of the consent items, ticks or chosen options that it names. */
  item: z.optional(z.string()),
  how: z.optional(z.enum(['guide', 'probe', 'own'])),
  probe: z.optional(z.int()),
  kinds: z.optional(z.array(QuestionKind)),
  /** What the words are about: an own question, what was written, a plan. */
  about: z.optional(About),
  /** A silence of at least so long. */
  seconds: z.optional(z.int()),
  /** What the person asked for. */
  wants: z.optional(z.enum(['skip', 'pause', 'withdrawAudio', 'stop'])),
});
export type Happening = z.infer<typeof Happening>;

/**
 * True when a moment of the kind `what` lies after the first of `after` and before the next of `before`, if that ever
 * came. `within` counts from `after`: how many other questions of the guide were reached, and how much time went.
 */
const Happened = z.object({
  is: z.literal('happened'),
  what: Happening,
  /** At least so many of them; 1 when left out. */
  times: z.optional(z.int().check(z.positive(), z.maximum(100))),
  after: z.optional(Happening),
  before: z.optional(Happening),
  within: z.optional(
    z.object({
      questions: z.optional(z.int().check(z.nonnegative(), z.maximum(100))),
      seconds: z.optional(z.int().check(z.positive(), z.maximum(36_000))),
    }),
  ),
});
export type Happened = z.infer<typeof Happened>;

const Few = { min: z.minLength(1), max: z.maxLength(12) };
const level = <T extends z.core.$ZodType>(inner: T) =>
  z.discriminatedUnion('is', [
    Happened,
    z.object({ is: z.literal('all'), of: z.array(inner).check(Few.min, Few.max) }),
    z.object({ is: z.literal('any'), of: z.array(inner).check(Few.min, Few.max) }),
    z.object({ is: z.literal('not'), of: inner }),
  ]);

export const Predicate = level(level(level(Happened)));
export type Predicate = z.infer<typeof Predicate>;

/** Any level of it: what reading it comes down to. */
export type AnyPredicate =
  | Happened
  | { readonly is: 'all' | 'any'; readonly of: readonly AnyPredicate[] }
  | { readonly is: 'not'; readonly of: AnyPredicate };

/** Everything that a predicate looks for, at every level. */
export function happeningsOf(predicate: AnyPredicate): Happening[] {
  switch (predicate.is) {
    case 'happened':
      return [predicate.what, predicate.after, predicate.before].flatMap((each) => each ?? []);
    case 'not':
      return happeningsOf(predicate.of);
    case 'all':
    case 'any':
      return predicate.of.flatMap(happeningsOf);
  }
}
