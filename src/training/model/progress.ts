import * as z from 'zod/mini';
import { sha256 } from '../../base/bytes.ts';
import { MemberId, StreamId, type Millis } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact, Words } from '../../journal/model/fact.ts';

/** A module, an exercise, a question of the survey or a case: as the training data names it. */
export const TrainingName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const Count = z.int().check(z.nonnegative(), z.maximum(10_000));
const Note = z.string().check(z.maxLength(4000));

/** How somebody showed that they have what a module teaches. */
export const CONFIRMED_HOW = ['exercise', 'practice', 'colleague', 'group'] as const;
export type ConfirmedHow = (typeof CONFIRMED_HOW)[number];

/**
 * What of the training is done: every try at an exercise with how many were right, every practice with how many
 * checkpoints were reached. Never a word of what was said or written, and no judgement of how somebody talks with people.
 */
export const TrainingFact = z.discriminatedUnion('type', [
  fact('ExerciseDone', {
    module: TrainingName,
    exercise: TrainingName,
    right: Count,
    of: Count,
  }),
  fact('ModuleConfirmed', { module: TrainingName, how: z.enum(CONFIRMED_HOW), note: Note }),
  /** `reached` of `of` checkpoints. The run itself was in memory, and is gone. */
  fact('PracticeFinished', {
    case: TrainingName,
    caseVersion: z.int().check(z.positive()),
    guide: GuideRef,
    reached: Count,
    of: Count,
    allMet: z.boolean(),
  }),
  /** The trainee lets the trainers see how far they are; before this nothing of it leaves the device. */
  fact('Shared', {}),
]);
export type TrainingFact = z.infer<typeof TrainingFact>;

/** What somebody expects and fears, before the training and after it: for their own eyes, on this device only. */
export const SurveyFact = z.discriminatedUnion('type', [
  fact('SurveyAnswered', {
    when: z.enum(['before', 'after']),
    answers: z
      .array(
        z.object({
          id: TrainingName,
          scale: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
          text: z.optional(Words),
        }),
      )
      .check(z.maxLength(100)),
  }),
]);
export type SurveyFact = z.infer<typeof SurveyFact>;

/** One stream a member, on whichever device they practise. */
export const trainingStreamOf = (member: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-training/1\n${member}`).slice(0, 32));

export const surveyStreamOf = (member: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-survey/1\n${member}`).slice(0, 32));

type At<T extends TrainingFact['type']> = Extract<TrainingFact, { type: T }>['data'] & {
  readonly at: Millis;
};

/** How far somebody has come: everything they did, oldest first. */
export interface Progress {
  readonly by: MemberId;
  readonly exercises: readonly At<'ExerciseDone'>[];
  readonly confirmed: readonly At<'ModuleConfirmed'>[];
  readonly finished: readonly At<'PracticeFinished'>[];
  readonly shared: boolean;
}

/** Undefined when the events, in reading order, are no one's own progress: only its owner is heard. */
export function foldProgress(events: readonly JournalEvent[]): Progress | undefined {
  const [first] = events;
  if (!first || first.stream !== trainingStreamOf(first.author)) return undefined;
  const said = events.flatMap((event) => {
    const { type, version, body, at, author } = event;
    const now = TrainingFact.safeParse({ type, version, data: body?.data }).data;
    return now && author === first.author ? [{ ...now, at }] : [];
  });
  if (said.length === 0) return undefined;
  return {
    by: first.author,
    exercises: said.flatMap((each) =>
      each.type === 'ExerciseDone' ? [{ ...each.data, at: each.at }] : [],
    ),
    confirmed: said.flatMap((each) =>
      each.type === 'ModuleConfirmed' ? [{ ...each.data, at: each.at }] : [],
    ),
    finished: said.flatMap((each) =>
      each.type === 'PracticeFinished' ? [{ ...each.data, at: each.at }] : [],
    ),
    shared: said.some(({ type }) => type === 'Shared'),
  };
}

/** What lists show of it: enough to know whose it is and whether it goes out. */
export const TrainingSummary = z.object({ by: MemberId, shared: z.boolean() });
export type TrainingSummary = z.infer<typeof TrainingSummary>;

export function summariseTraining(events: readonly JournalEvent[]): TrainingSummary | undefined {
  const progress = foldProgress(events);
  return progress && { by: progress.by, shared: progress.shared };
}
