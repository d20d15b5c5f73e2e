import * as z from 'zod/mini';
import { QuestionId, StreamId, type Millis } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import { RETRACTED, type JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';
import { CaseId, Cue, Wish } from './case.ts';
import { Judged } from './question-kind.ts';

/** Who plays the young person: the tablet, or somebody with the sheet in hand. */
export const PlayedBy = z.enum(['tablet', 'person']);
export type PlayedBy = z.infer<typeof PlayedBy>;

/** How a question was put: as the guide has it, as one of its probes, or in own words. */
export const AskHow = z.enum(['guide', 'probe', 'own']);
export type AskHow = z.infer<typeof AskHow>;

/**
 * One practice run (övning), in a stream of its own beside the interview's, which is the real one on the practice
 * journal. It lives in memory only.
 */
export const PracticeFact = z.discriminatedUnion('type', [
  fact('RunBegun', {
    case: CaseId,
    caseVersion: z.int(),
    interview: StreamId,
    guide: GuideRef,
    by: PlayedBy,
  }),
  fact('QuestionPut', {
    question: QuestionId,
    how: AskHow,
    /** Which of the guide's probes, counted from 0. */
    probe: z.nullable(z.int()),
    /** The own words; null for what the guide has. */
    text: z.nullable(Words),
    judged: z.nullable(Judged),
  }),
  /** Nobody tapped for so long; written when the silence ends. */
  fact('SilenceKept', { question: QuestionId, seconds: z.number().check(z.nonnegative()) }),
  /** `reply`: the id that `replyTo` gave. */
  fact('ReplyGiven', { question: QuestionId, reply: z.string(), cue: z.nullable(Cue) }),
  fact('CaseAsked', { question: QuestionId, wants: Wish }),
  fact('RunEnded', {}),
  fact('ReflectionWritten', {
    question: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    text: Words,
  }),
]);
export type PracticeFact = z.infer<typeof PracticeFact>;
type DataOf<T extends PracticeFact['type']> = Extract<PracticeFact, { type: T }>['data'];
type At<T extends PracticeFact['type']> = DataOf<T> & { readonly at: Millis };

/** A run as it stands. */
export interface PracticeRun extends DataOf<'RunBegun'> {
  readonly startedAt: Millis;
  readonly put: readonly At<'QuestionPut'>[];
  readonly given: readonly At<'ReplyGiven'>[];
  readonly silences: readonly At<'SilenceKept'>[];
  readonly wishes: readonly At<'CaseAsked'>[];
  readonly endedAt: Millis | null;
  /** By the number of the question to think about. */
  readonly reflections: ReadonlyMap<number, string>;
  /** Events of a later version of the app. */
  readonly unknown: number;
}

/** Undefined when the events, in reading order, do not begin one. */
export function foldRun(events: readonly JournalEvent[]): PracticeRun | undefined {
  const [first, ...rest] = events;
  const begun = first && practiceFactOf(first);
  if (!first || begun?.type !== 'RunBegun') return undefined;
  const put: At<'QuestionPut'>[] = [];
  const given: At<'ReplyGiven'>[] = [];
  const silences: At<'SilenceKept'>[] = [];
  const wishes: At<'CaseAsked'>[] = [];
  const reflections = new Map<number, string>();
  let endedAt: Millis | null = null;
  let unknown = 0;
  for (const event of rest) {
    if (event.type === RETRACTED || event.body === null) continue;
    const { at } = event;
    const fact = practiceFactOf(event);
    if (fact?.type === 'QuestionPut') put.push({ ...fact.data, at });
    else if (fact?.type === 'ReplyGiven') given.push({ ...fact.data, at });
    else if (fact?.type === 'SilenceKept') silences.push({ ...fact.data, at });
    else if (fact?.type === 'CaseAsked') wishes.push({ ...fact.data, at });
    else if (fact?.type === 'RunEnded') endedAt ??= at;
    else if (fact?.type === 'ReflectionWritten') {
      reflections.set(fact.data.question, fact.data.text);
    } else unknown += 1;
  }
  return {
    ...begun.data,
    startedAt: first.at,
    put,
    given,
    silences,
    wishes,
    endedAt,
    reflections,
    unknown,
  };
}

/** Undefined when it is none that this version knows, or was taken back. */
export const practiceFactOf = (event: JournalEvent): PracticeFact | undefined =>
  PracticeFact.safeParse({ type: event.type, version: event.version, data: event.body?.data }).data;
