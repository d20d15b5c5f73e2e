import * as z from 'zod/mini';
import { MemberId, Millis, TrackId, type CardId } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import { AftercareTask } from './event.ts';
import { saysYes, type InterviewState } from './state.ts';

/** What lists show of an interview. Sealed like everything else, unsealed into memory at unlock. */
export const InterviewSummary = z.object({
  code: z.string(),
  interviewer: MemberId,
  guide: GuideRef,
  track: TrackId,
  status: z.enum(['preparing', 'talking', 'paused', 'writing', 'completed', 'reopened']),
  startedAt: Millis,
  completedAt: z.nullable(Millis),
  endedAt: z._default(z.nullable(Millis), null),
  /** What was promised for the time after the talk and is not done; empty until the talk has ended. */
  promised: z._default(z.array(AftercareTask), []),
  done: z.int(),
  of: z.int(),
  flags: z.int(),
  /** When the first of them was written. */
  flaggedAt: z._default(z.nullable(Millis), null),
  /** Critical cards that nobody has been handed yet; 0 in summaries made before there were any. */
  unsettled: z._default(z.int(), 0),
  revision: z.int(),
  /** Which talk with this person it is; null when it was begun without an assignment. */
  wave: z._default(z.nullable(z.int()), null),
  /** Whether a new talk may be asked for later; null while consent was not asked. */
  mayAsk: z._default(z.nullable(z.boolean()), null),
});
export type InterviewSummary = z.infer<typeof InterviewSummary>;

/** Whose talk it is, before it is parsed: a supervisor has thousands that are somebody else's. */
export const isBy = (summary: unknown, interviewer: MemberId): boolean =>
  typeof summary === 'object' &&
  summary !== null &&
  'interviewer' in summary &&
  summary.interviewer === interviewer;

export function summarise(
  state: InterviewState,
  progress: { done: number; of: number },
): InterviewSummary {
  const { code, interviewer, guide, track, status, startedAt, completedAt, flags, revision } =
    state;
  return {
    code,
    interviewer,
    guide,
    track,
    status,
    startedAt,
    completedAt,
    endedAt: state.endedAt,
    promised: promised(state),
    revision,
    wave: state.wave,
    mayAsk: state.consent && saysYes(state, 'followUp'),
    flags: flags.length,
    flaggedAt: flags[0]?.at ?? null,
    unsettled: unsettledCards(state).length,
    ...progress,
  };
}

/** Critical cards that were opened and not handed over; what was postponed still waits. */
export const unsettledCards = (state: InterviewState): CardId[] =>
  [...state.cards].flatMap(([card, { critical, closed }]) =>
    critical && (closed === null || closed.outcome === 'postponed') ? [card] : [],
  );

/** Everyone is called; feedback is for those who want it (domain.md K20). */
function promised(state: InterviewState): AftercareTask[] {
  if (state.endedAt === null) return [];
  const wanted = { call: true, feedback: saysYes(state, 'feedback') };
  return AftercareTask.options.filter((task) => wanted[task] && !state.aftercare.has(task));
}
