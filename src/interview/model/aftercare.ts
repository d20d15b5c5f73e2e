import type { Millis } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { AftercareTask } from './event.ts';
import type { InterviewSummary } from './summary.ts';

/** Something that is still to be done after a talk. */
export interface DueTask {
  readonly task: AftercareTask | 'memo';
  /** The last moment that keeps the promise. */
  readonly due: Millis;
  readonly late: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is said in domain.md section 2.1, where a guide says nothing. */
const USUAL = {
  checkInWithinDays: 3,
  afterFlagWithinDays: 2,
  memoWithinHours: 24,
  feedbackWithinMonths: 12,
};

/** What is still to be done after a talk, what is due first at the top. Derived, never stored. */
export function dueTasks(
  summary: Pick<InterviewSummary, 'endedAt' | 'promised' | 'flags' | 'status'>,
  guide: Pick<Guide, 'closing'>,
  now: Millis,
): readonly DueTask[] {
  const { endedAt, promised, flags, status } = summary;
  if (endedAt === null) return [];
  const rules = guide.closing.aftercare;
  const days =
    flags > 0
      ? (rules.afterFlagWithinDays ?? USUAL.afterFlagWithinDays)
      : (rules.checkInWithinDays ?? USUAL.checkInWithinDays);
  const due = {
    memo: endedAt + (rules.memoWithinHours ?? USUAL.memoWithinHours) * HOUR,
    call: endedAt + days * DAY,
    feedback: monthsAfter(endedAt, rules.feedbackWithinMonths ?? USUAL.feedbackWithinMonths),
  };
  const open: readonly DueTask['task'][] = [
    ...(status === 'writing' ? ['memo' as const] : []),
    ...promised,
  ];
  return open
    .map((task) => ({ task, due: due[task], late: due[task] < now }))
    .sort((a, b) => a.due - b.due);
}

/** The same day of the month, or its last where there is no such day. */
function monthsAfter(at: Millis, months: number): Millis {
  const from = new Date(at);
  const to = new Date(at);
  to.setUTCMonth(from.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return to.getTime();
}
