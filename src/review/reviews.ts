import type { StreamId } from '../base/ids.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import { foldReview, type ReviewState } from './model/state.ts';
import { ReviewSummary } from './model/summary.ts';

/** A review as it is kept on this device. */
export interface KeptReview {
  readonly stream: StreamId;
  readonly state: ReviewState;
}

/** True for the summary of a stream that lies beside this interview. */
export const isAbout = (summary: unknown, interview: StreamId): boolean =>
  typeof summary === 'object' &&
  summary !== null &&
  'interview' in summary &&
  summary.interview === interview;

/** Every supervisor's review of this interview; on the tablet too, where a returned interview is mended. */
export async function reviewsOf(journal: Journal, interview: StreamId): Promise<KeptReview[]> {
  const summaries = await journal.list('review');
  // Compared before it is parsed: a supervisor has thousands, and one of them is wanted.
  const streams = summaries.flatMap(({ stream, data }) =>
    isAbout(data, interview) && ReviewSummary.safeParse(data).success ? [stream] : [],
  );
  const opened = await Promise.all(
    streams.map(async (stream) => ({ stream, kept: await journal.open(stream) })),
  );
  return opened
    .flatMap(({ stream, kept }) => {
      const state = kept && foldReview(merge(kept.events));
      return state ? [{ stream, state }] : [];
    })
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** True for a review of this interview, or answers to one, that just came or changed. */
export async function liesBeside(
  journal: Journal,
  stream: StreamId,
  interview: StreamId,
): Promise<boolean> {
  const listed = [...(await journal.list('review')), ...(await journal.list('reply'))];
  return listed.some((each) => each.stream === stream && isAbout(each.data, interview));
}
