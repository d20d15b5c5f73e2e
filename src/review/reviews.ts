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

/** Every supervisor's review of this interview; on the tablet too, where a returned interview is mended. */
export async function reviewsOf(journal: Journal, interview: StreamId): Promise<KeptReview[]> {
  const summaries = await journal.list('review');
  const streams = summaries.flatMap(({ stream, data }) =>
    ReviewSummary.safeParse(data).data?.interview === interview ? [stream] : [],
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
