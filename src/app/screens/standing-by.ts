import type { StreamId } from '../../base/ids.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import { standingOf, type Standing } from '../../review/model/standing.ts';
import { ReviewSummary } from '../../review/model/summary.ts';

/** Where an interview of mine stands with the supervisors, by the reviews that have come here. */
export function standingBy(
  reviews: readonly StreamSummary[],
): (interview: StreamId, revision: number) => Standing | null {
  const all = reviews.flatMap(({ data }) => ReviewSummary.safeParse(data).data ?? []);
  const byInterview = Map.groupBy(all, (review) => review.interview);
  return (interview, revision) => standingOf(revision, byInterview.get(interview) ?? []);
}
