import type { EventId, QuestionId } from '../../base/ids.ts';
import type { FactData } from './event.ts';

/** One return or several of the same revision: the questions they name, or all where one of them names no place. */
export interface Reopened {
  readonly reviews: readonly EventId[];
  readonly questions: ReadonlySet<QuestionId> | 'all';
}

/** What is open after one more return. */
export function openedToo(before: Reopened | null, data: FactData<'InterviewReopened'>): Reopened {
  const known = before?.questions ?? new Set<QuestionId>();
  const questions =
    data.questions === undefined || known === 'all'
      ? ('all' as const)
      : new Set([...known, ...data.questions]);
  return { reviews: [...(before?.reviews ?? []), data.review], questions };
}
