import type { MemberId, StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { NewEvent } from '../journal/model/event.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  foldProgress,
  summariseTraining,
  surveyStreamOf,
  trainingStreamOf,
  type Progress,
  type SurveyFact,
  type TrainingFact,
  type TrainingSummary,
} from './model/progress.ts';
import { foldSurvey, type Answered, type SurveyAnswers, type When } from './model/survey.ts';

type Reading = Pick<Journal, 'open'>;
type Writing = Pick<Journal, 'open' | 'append'>;

const eventsOf = async (journal: Reading, stream: StreamId) =>
  [...((await journal.open(stream))?.events ?? [])].sort(inOrder);

/** How far somebody has come; undefined before they did anything, or when it is not known here. */
export const readProgress = async (
  journal: Reading,
  member: MemberId,
): Promise<Progress | undefined> => foldProgress(await eventsOf(journal, trainingStreamOf(member)));

/**
 * Notes what a trainee has done in their own stream. Once they share it, it is to be delivered as `training`.
 * @returns the stream, and whether it is shared.
 */
export async function noteTraining(
  journal: Writing,
  member: MemberId,
  fact: TrainingFact,
): Promise<Result<{ readonly stream: StreamId; readonly shared: boolean }, StoreProblem>> {
  const stream = trainingStreamOf(member);
  const before = summariseTraining(await eventsOf(journal, stream));
  const shared = (before?.shared ?? false) || fact.type === 'Shared';
  const summary: TrainingSummary = { by: member, shared };
  const kept = await journal.append(stream, 'training', [fact], summary);
  return kept.ok ? ok({ stream, shared }) : kept;
}

/** What somebody answered before the training and after it. It stays on this device. */
export const readSurvey = async (journal: Reading, member: MemberId): Promise<Answered> =>
  foldSurvey(await eventsOf(journal, surveyStreamOf(member)));

export async function noteSurvey(
  journal: Writing,
  member: MemberId,
  when: When,
  answers: SurveyAnswers,
): Promise<boolean> {
  const fact: SurveyFact & NewEvent = {
    type: 'SurveyAnswered',
    version: 1,
    data: { when, answers },
  };
  const kept = await journal.append(surveyStreamOf(member), 'survey', [fact], { by: member });
  return kept.ok;
}
