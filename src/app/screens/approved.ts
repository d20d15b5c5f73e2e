import type { StreamId } from '../../base/ids.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import { ReviewSummary } from '../../review/model/summary.ts';

/** The approved revision of each interview that has one. */
export function approvedOf(reviews: readonly StreamSummary[]): ReadonlyMap<StreamId, number> {
  return new Map(
    reviews.flatMap(({ data }) => {
      const review = ReviewSummary.safeParse(data).data;
      return review?.decision.type === 'approved'
        ? [[review.interview, review.decision.revision] as const]
        : [];
    }),
  );
}
