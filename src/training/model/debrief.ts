import * as z from 'zod/mini';
import { Millis, QuestionId } from '../../base/ids.ts';
import { GuideRef, LocalText } from '../../guide/model/guide.ts';
import { CaseId, type PracticeCase } from './case.ts';
import { CheckpointResult, checkpointResults } from './checkpoint.ts';
import { courseOf, Mark, marksOf, secondsOf, Stretch } from './course.ts';
import { momentsOf, type RunEvents } from './moments.ts';
import { BetterWording, QuestionKind } from './question-kind.ts';
import { KindReason } from './question-reading.ts';
import { SILENCE_SECONDS } from './replying.ts';
import { foldRun, PlayedBy, type PracticeRun } from './run.ts';

/** One own question, as a hint to who asked it and never as a score. */
export const OwnQuestion = z.object({
  question: QuestionId,
  text: z.string().check(z.maxLength(500)),
  kind: QuestionKind,
  why: KindReason,
  better: z.nullable(BetterWording),
  found: z.nullable(z.string()),
});
export type OwnQuestion = z.infer<typeof OwnQuestion>;

const Count = z.int().check(z.nonnegative());
const Three = z.tuple([LocalText, LocalText, LocalText]);
const MOST = { stretches: 2000, marks: 1000, own: 300, text: 500 };

/**
 * What is looked back on after a run: the talk as a time line, the checkpoints, and three questions to think about.
 * It carries all its texts, since the case may be another when it is read. It belongs to the trainee.
 */
export const Debrief = z.object({
  case: CaseId,
  caseVersion: z.int(),
  alias: z.string(),
  guide: GuideRef,
  by: PlayedBy,
  startedAt: Millis,
  /** From the beginning of the run to its last event. */
  seconds: z.number().check(z.nonnegative()),
  course: z.array(Stretch).check(z.maxLength(MOST.stretches)),
  marks: z.array(Mark).check(z.maxLength(MOST.marks)),
  counts: z.object({
    guide: Count,
    probe: Count,
    /** Own questions by their kind. */
    own: z.object({
      open: Count,
      cued: Count,
      focused: Count,
      option: Count,
      leading: Count,
      several: Count,
    }),
    /** Silences of ten seconds or more. */
    silences: Count,
    pauses: Count,
  }),
  own: z.array(OwnQuestion).check(z.maxLength(MOST.own)),
  checkpoints: z
    .array(
      z.object({
        id: z.string(),
        at: z.union([z.literal('after'), QuestionId]),
        result: CheckpointResult,
        expect: LocalText,
        motive: z.nullable(LocalText),
        /** Said aloud to who played, so not followed; absent in debriefs from before this was told apart. */
        unheard: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(30)),
  reached: Count,
  /** Of so many checkpoints of the case. */
  of: Count,
  /** Every one of them was come to, and reached. */
  allMet: z.boolean(),
  reflect: Three,
  /** What the trainee wrote to each of the three; empty when nothing. */
  reflections: z.tuple([z.string(), z.string(), z.string()]),
});
export type Debrief = z.infer<typeof Debrief>;

/** Undefined when the events do not begin a run. */
export function debriefOf(played: PracticeCase, events: RunEvents): Debrief | undefined {
  const run = foldRun(events.run);
  if (!run) return undefined;
  const moments = momentsOf(events);
  const checkpoints = checkpointResults(played, moments, run.by).map(
    ({ checkpoint: { id, at, expect, motive = null }, result, unheard }) => ({
      ...{ id, at, result, expect, motive },
      ...(unheard && { unheard }),
    }),
  );
  const reached = checkpoints.filter(({ result }) => result === 'reached').length;
  const reflection = (at: number): string => run.reflections.get(at) ?? '';
  return {
    case: played.id,
    caseVersion: run.caseVersion,
    alias: played.persona.alias,
    guide: run.guide,
    by: run.by,
    startedAt: run.startedAt,
    seconds: secondsOf(run, moments),
    course: courseOf(played, run, moments).slice(0, MOST.stretches),
    marks: marksOf(run, moments).slice(0, MOST.marks),
    counts: countsOf(run, moments.filter(({ type }) => type === 'InterviewPaused').length),
    own: run.put.flatMap(ownOf).slice(0, MOST.own),
    checkpoints,
    reached,
    of: checkpoints.length,
    allMet: reached === checkpoints.length,
    reflect: played.reflect,
    reflections: [reflection(0), reflection(1), reflection(2)],
  };
}

/** What is kept and may be sent: everything but the trainee's own words, whose counts stay. */
export const WordlessDebrief = z.extend(Debrief, { own: z.tuple([]) });
export type WordlessDebrief = z.infer<typeof WordlessDebrief>;

export const keptOf = (debrief: Debrief): WordlessDebrief => ({ ...debrief, own: [] });

function countsOf({ put, silences }: PracticeRun, pauses: number): Debrief['counts'] {
  const how = (wanted: string): number => put.filter((each) => each.how === wanted).length;
  const own = (kind: QuestionKind): number =>
    put.filter((each) => each.how === 'own' && each.judged?.kind === kind).length;
  return {
    guide: how('guide'),
    probe: how('probe'),
    own: {
      open: own('open'),
      cued: own('cued'),
      focused: own('focused'),
      option: own('option'),
      leading: own('leading'),
      several: own('several'),
    },
    silences: silences.filter(({ seconds }) => seconds >= SILENCE_SECONDS).length,
    pauses,
  };
}

function ownOf({ question, text, judged }: PracticeRun['put'][number]): OwnQuestion[] {
  return text === null || !judged ? [] : [{ question, text: text.slice(0, MOST.text), ...judged }];
}
