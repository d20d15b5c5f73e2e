import * as z from 'zod/mini';
import { CardId, QuestionId, type Millis } from '../../base/ids.ts';
import { AskHow, type PracticeRun } from './run.ts';
import { Cue, Wish, type PracticeCase } from './case.ts';
import type { Moment } from './moments.ts';
import { QuestionKind } from './question-kind.ts';
import { sayingOf } from './replying.ts';

const Seconds = z.number().check(z.nonnegative());

/** A stretch of the talk, in seconds from its beginning. What lies between two is listening and writing. */
export const Stretch = z.object({
  who: z.enum(['interviewer', 'person', 'silence', 'pause']),
  from: Seconds,
  to: Seconds,
  question: z.nullable(QuestionId),
  /** The interviewer's: how it was put, and for own words their kind. */
  how: z.optional(AskHow),
  kind: z.optional(QuestionKind),
  /** The person's: how it was said. */
  cue: z.optional(Cue),
});
export type Stretch = z.infer<typeof Stretch>;

/** A moment on the time line that has no length. */
export const Mark = z.object({
  at: Seconds,
  type: z.enum(['cardOpened', 'cardClosed', 'wish', 'flagged', 'concern', 'consent', 'ended']),
  question: z.nullable(QuestionId),
  card: z.optional(CardId),
  wants: z.optional(Wish),
});
export type Mark = z.infer<typeof Mark>;

/** Read aloud calmly, about two and a half words a second; nobody measured how long anyone spoke. */
const secondsFor = (text: string): number =>
  Math.max(1, text.split(/\s+/u).filter((word) => word !== '').length / 2.5);
const GUIDE_SECONDS = 6;

/** Still without its place: it ends (`before`) or begins at `at`, and takes at most `long`. */
type Loose = Omit<Stretch, 'from' | 'to'> & { at: number; long: number; before: boolean };

/**
 * Who spoke, and when it was silent or paused. A question is tapped when it has been said, so it lies before its
 * tap; a reply begins when it comes. No two stretches overlap.
 */
export function courseOf(
  played: PracticeCase,
  run: PracticeRun,
  moments: readonly Moment[],
): Stretch[] {
  const since = (at: Millis): number => Math.max(0, (at - run.startedAt) / 1000);
  const put = run.put.map(({ at, question, how, text, judged }): Loose => ({
    who: 'interviewer',
    question,
    how,
    ...(judged && { kind: judged.kind }),
    at: since(at),
    long: text === null ? GUIDE_SECONDS : secondsFor(text),
    before: true,
  }));
  const given = run.given.map(({ at, question, reply, cue }): Loose => ({
    who: 'person',
    question,
    ...(cue && { cue }),
    at: since(at),
    long: secondsFor(sayingOf(played, reply)?.say.sv ?? ''),
    before: false,
  }));
  const silent = run.silences.map(({ at, question, seconds }): Loose => ({
    who: 'silence',
    question,
    at: since(at),
    long: seconds,
    before: true,
  }));
  const paused = moments.flatMap((moment, at): Loose[] => {
    if (moment.type !== 'InterviewPaused') return [];
    const end = moments.slice(at).find(({ type }) => PAUSE_ENDS.has(type)) ?? moments.at(-1);
    const long = since(end?.at ?? moment.at) - since(moment.at);
    return [{ who: 'pause', question: null, at: since(moment.at), long, before: false }];
  });
  const loose = [...put, ...silent, ...given, ...paused].toSorted((a, b) => a.at - b.at);
  return placed(loose, secondsOf(run, moments));
}

/** From the beginning of a run to the last that happened in it. */
export function secondsOf(run: PracticeRun, moments: readonly Moment[]): number {
  const last = Math.max(moments.at(-1)?.at ?? 0, run.endedAt ?? 0);
  return Math.max(0, (last - run.startedAt) / 1000);
}

function placed(loose: readonly Loose[], whole: number): Stretch[] {
  let end = 0;
  return loose.map(({ at, long, before, ...rest }, index) => {
    const next = loose[index + 1];
    // What comes next keeps at least half of the room between the two.
    const room = next
      ? next.before
        ? Math.max(next.at - next.long, (at + next.at) / 2)
        : next.at
      : whole;
    const from = Math.max(end, before ? at - long : at);
    const to = Math.max(from, before ? at : Math.min(at + long, room));
    end = to;
    return { ...rest, from, to };
  });
}

const PAUSE_ENDS: ReadonlySet<string> = new Set([
  'InterviewResumed',
  'InterviewStopped',
  'TalkEnded',
]);

/** Cards, wishes, and the other moments that are drawn as a mark. */
export function marksOf(run: PracticeRun, moments: readonly Moment[]): Mark[] {
  const marks = moments.flatMap((moment): Mark[] => {
    const type = MARKS.get(moment.type);
    if (!type) return [];
    const question = QuestionId.safeParse(moment.question).data ?? null;
    const card = CardId.safeParse(moment.card).data;
    const wants = Wish.safeParse(moment.wants).data;
    const at = Math.max(0, (moment.at - run.startedAt) / 1000);
    return [{ at, type, question, ...(card && { card }), ...(wants && { wants }) }];
  });
  // To stop is told of by two facts, and is one thing.
  return marks.filter(({ type }, at) => type !== 'ended' || marks[at - 1]?.type !== 'ended');
}

const MARKS: ReadonlyMap<Moment['type'], Mark['type']> = new Map<Moment['type'], Mark['type']>([
  ['CardOpened', 'cardOpened'],
  ['CardClosed', 'cardClosed'],
  ['CaseAsked', 'wish'],
  ['SafetyFlagged', 'flagged'],
  ['ConcernBegun', 'concern'],
  ['ConsentWithdrawn', 'consent'],
  ['InterviewStopped', 'ended'],
  ['TalkEnded', 'ended'],
]);
