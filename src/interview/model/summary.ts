import * as z from 'zod/mini';
import { MemberId, Millis, TrackId } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import type { InterviewState } from './state.ts';

/** What lists show of an interview. Sealed like everything else, unsealed into memory at unlock. */
export const InterviewSummary = z.object({
  code: z.string(),
  interviewer: MemberId,
  guide: GuideRef,
  track: TrackId,
  status: z.enum(['talking', 'paused', 'writing', 'completed', 'reopened']),
  startedAt: Millis,
  completedAt: z.nullable(Millis),
  done: z.int(),
  of: z.int(),
  flags: z.int(),
  revision: z.int(),
});
export type InterviewSummary = z.infer<typeof InterviewSummary>;

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
    revision,
    flags: flags.length,
    ...progress,
  };
}
