import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { CardId, QuestionId } from '../../base/ids.ts';
import type { Checkpoint, Wish } from './case.ts';
import { happeningsOf, type AnyPredicate, type Happened, type Predicate } from './predicate.ts';
import type { Topic } from './topic.ts';

/*
 * A trainer does not write predicates: they choose from this table and fill in a number, a card or a subject. A
 * predicate that the table cannot say (from the shipped cases, or from a file) is kept as it stands.
 */

/** Subjects that a trainer may look for in the words of the interviewer. */
export const SUBJECTS = [
  'thanks',
  'normalises',
  'support',
  'safeNow',
  'suicide',
  'tellsLimits',
  'mustPassOn',
  'otherInterviewer',
  'otherWorkers',
  'contactAgain',
] as const satisfies readonly Topic[];
export const Subject = z.enum(SUBJECTS);
export type Subject = z.infer<typeof Subject>;

/** What a ready predicate is filled in with; each kind uses its own. */
export const ReadyParams = z.object({
  card: z.nullable(CardId),
  /** Within so many further questions. */
  questions: z.int().check(z.nonnegative(), z.maximum(40)),
  seconds: z.int().check(z.minimum(5), z.maximum(60)),
  subject: Subject,
});
export type ReadyParams = z.infer<typeof ReadyParams>;

export const DEFAULT_PARAMS: ReadyParams = {
  card: null,
  questions: 1,
  seconds: 10,
  subject: 'thanks',
};

type At = Checkpoint['at'];
interface Ready {
  /** The parameters that are asked for. */
  readonly asks: readonly (keyof ReadyParams)[];
  /** Where it makes sense: at a question, after the talk, or both. */
  readonly at: readonly ('question' | 'after')[];
  readonly build: (at: At, params: ReadyParams) => Predicate;
  /** It only counts if this came about. */
  readonly given?: (at: At) => Predicate;
}

const looked = (what: Happened['what'], more: Omit<Happened, 'is' | 'what'> = {}): Happened => ({
  is: 'happened',
  what,
  ...more,
});
/** From the moment the question was put; after the talk, whenever it was. */
const since = (at: At): Pick<Happened, 'after'> =>
  at === 'after' ? {} : { after: { type: 'QuestionReached', question: at } };
const here = (at: At): { question?: QuestionId } => (at === 'after' ? {} : { question: at });
const asked = (at: At, wants: Wish): Happened['what'] => ({
  type: 'CaseAsked',
  ...here(at),
  wants,
});

export const READY = {
  cardOpened: {
    asks: ['card', 'questions'],
    at: ['question'],
    build: (at, { card, questions }) =>
      looked(
        { type: 'CardOpened', ...(card && { card }) },
        { ...since(at), within: { questions } },
      ),
  },
  handedOver: {
    asks: ['card'],
    at: ['question', 'after'],
    build: (at, { card }) =>
      looked({ type: 'CardClosed', ...(card && { card }), outcome: 'handedOver' }, since(at)),
  },
  paused: {
    asks: ['questions'],
    at: ['question'],
    build: (at, { questions }) =>
      looked({ type: 'InterviewPaused' }, { ...since(at), within: { questions } }),
  },
  skipped: {
    asks: [],
    at: ['question'],
    given: (at) => looked(asked(at, 'skip')),
    build: (at) => ({
      is: 'all',
      of: [
        looked({ type: 'QuestionEnded', ...here(at), outcome: 'declined' }),
        {
          is: 'not',
          of: looked({ type: 'QuestionPut', ...here(at) }, { after: asked(at, 'skip') }),
        },
      ],
    }),
  },
  soundWithdrawn: {
    asks: ['questions'],
    at: ['question'],
    given: (at) => looked(asked(at, 'withdrawAudio')),
    build: (at, { questions }) =>
      looked({ type: 'ConsentWithdrawn', item: 'audio' }, { ...since(at), within: { questions } }),
  },
  silence: {
    asks: ['seconds'],
    at: ['question'],
    build: (at, { seconds }) => looked({ type: 'SilenceKept', ...here(at), seconds }),
  },
  invited: {
    asks: [],
    at: ['question'],
    build: (at) =>
      looked({ type: 'QuestionPut', ...here(at), how: 'own', kinds: ['open', 'cued'] }),
  },
  notLed: {
    asks: [],
    at: ['question'],
    build: (at) => ({
      is: 'not',
      of: looked({ type: 'QuestionPut', ...here(at), how: 'own', kinds: ['leading'] }),
    }),
  },
  said: {
    asks: ['subject', 'questions'],
    at: ['question'],
    build: (at, { subject, questions }) =>
      looked(
        { type: 'QuestionPut', how: 'own', about: { topic: subject } },
        { ...since(at), within: { questions } },
      ),
  },
  promisedNothing: {
    asks: [],
    at: ['question', 'after'],
    build: (at) => ({
      is: 'not',
      of: looked(
        { type: 'QuestionPut', how: 'own', about: { topic: 'promisesAnonymity' } },
        since(at),
      ),
    }),
  },
  written: {
    asks: [],
    at: ['question'],
    build: (at) => looked({ type: 'AnswerWritten', ...here(at) }),
  },
  concernBegun: {
    asks: [],
    at: ['question', 'after'],
    build: (at) => looked({ type: 'ConcernBegun' }, since(at)),
  },
  tonightPlanned: {
    asks: [],
    at: ['question', 'after'],
    build: (at) => looked({ type: 'TonightPlanned' }, since(at)),
  },
  memoWritten: {
    asks: [],
    at: ['after'],
    build: () => looked({ type: 'MemoWritten' }),
  },
} as const satisfies Record<string, Ready>;

export const READY_KINDS = [
  'cardOpened',
  'handedOver',
  'paused',
  'skipped',
  'soundWithdrawn',
  'silence',
  'invited',
  'notLed',
  'said',
  'promisedNothing',
  'written',
  'concernBegun',
  'tonightPlanned',
  'memoWritten',
] as const satisfies readonly (keyof typeof READY)[];
export const ReadyKind = z.enum(READY_KINDS);
export type ReadyKind = z.infer<typeof ReadyKind>;

/** What the table says of a kind, with its types made one. */
export const readyOf = (kind: ReadyKind): Ready => READY[kind];

/** The kind and its parameters that make this very predicate; undefined when the table cannot say it. */
export function recognise(
  at: At,
  when: AnyPredicate,
): { readonly kind: ReadyKind; readonly params: ReadyParams } | undefined {
  const named = happeningsOf(when);
  const subject = named.flatMap(({ about }) => Subject.safeParse(about?.topic).data ?? [])[0];
  const params: ReadyParams = {
    card: named.find(({ card }) => card !== undefined)?.card ?? null,
    questions: (when.is === 'happened' ? when.within?.questions : undefined) ?? 1,
    seconds: named.find(({ seconds }) => seconds !== undefined)?.seconds ?? 10,
    subject: subject ?? DEFAULT_PARAMS.subject,
  };
  const parsed = ReadyParams.safeParse(params).data;
  const kind =
    parsed &&
    READY_KINDS.find((each) => canonical(READY[each].build(at, parsed)) === canonical(when));
  return kind && parsed && { kind, params: parsed };
}
