import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { SurveyFact, TrainingName } from './progress.ts';

const Statement = z.object({
  id: TrainingName,
  about: z.enum(['expectation', 'fear']),
  text: LocalText,
});
export type Statement = z.infer<typeof Statement>;

/**
 * What somebody expects of the talks and fears of them (domain.md K27), asked in the same words before the training
 * and after it. `ends` are the words at 1 and 5.
 */
export const Survey = z.object({
  version: z.int().check(z.positive()),
  ends: z.object({ min: LocalText, max: LocalText }),
  statements: z.array(Statement).check(z.minLength(1), z.maxLength(30)),
  open: z.array(z.object({ id: TrainingName, text: LocalText })).check(z.maxLength(10)),
});
export type Survey = z.infer<typeof Survey>;

export type When = 'before' | 'after';
export type SurveyAnswers = Extract<SurveyFact, { type: 'SurveyAnswered' }>['data']['answers'];
export type SurveyAnswer = SurveyAnswers[number];

/** Both rounds as they were last answered; null for one that was not. */
export type Answered = Readonly<Record<When, SurveyAnswers | null>>;

/** The events in reading order; whoever answers again has the later answers stand. */
export function foldSurvey(events: readonly JournalEvent[]): Answered {
  const answered: Record<When, SurveyAnswers | null> = { before: null, after: null };
  for (const { type, version, body } of events) {
    const now = SurveyFact.safeParse({ type, version, data: body?.data }).data;
    if (now) answered[now.data.when] = now.data.answers;
  }
  return answered;
}

/** The statements that are not answered yet. The open questions may be left empty. */
export const unanswered = (survey: Survey, answers: SurveyAnswers): readonly Statement[] =>
  survey.statements.filter(
    ({ id }) => !answers.some((each) => each.id === id && each.scale !== undefined),
  );

/** One statement, before and after, from 1 to 5; null where it was not answered. */
export interface Compared {
  readonly statement: Statement;
  readonly before: number | null;
  readonly after: number | null;
}

/** For the picture and the table, in the order of the data. */
export function compare(survey: Survey, { before, after }: Answered): readonly Compared[] {
  const scale = (answers: SurveyAnswers | null, id: string): number | null =>
    answers?.find((each) => each.id === id)?.scale ?? null;
  return survey.statements.map((statement) => ({
    statement,
    before: scale(before, statement.id),
    after: scale(after, statement.id),
  }));
}
