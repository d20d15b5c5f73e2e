import type { MemberId, Millis, StreamId, TrackId } from '../../base/ids.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import type { GuideRef } from '../../guide/model/guide.ts';
import { standingOf, type Standing } from './standing.ts';
import { ReviewSummary } from './summary.ts';

/** One delivered interview in the supervisor's list. */
export interface InboxItem {
  readonly stream: StreamId;
  readonly code: string;
  readonly interviewer: MemberId;
  readonly guide: GuideRef;
  readonly track: TrackId;
  /** Null when only a safety flag has come so far. */
  readonly completedAt: Millis | null;
  readonly startedAt: Millis;
  readonly revision: number;
  readonly flags: number;
  /** Flags that no supervisor has taken care of. */
  readonly unhandled: number;
  readonly openComments: number;
  readonly standing: Standing | null;
}

/** The list from the summaries of both kinds, in the order in which a supervisor should take them. */
export function inboxItems(
  interviews: readonly StreamSummary[],
  reviews: readonly StreamSummary[],
): InboxItem[] {
  const byInterview = Map.groupBy(
    reviews.flatMap((each) => ReviewSummary.safeParse(each.data).data ?? []),
    (review) => review.interview,
  );
  return interviews
    .flatMap(({ stream, data }) => {
      const known = InterviewSummary.safeParse(data).data;
      if (!known || (known.revision === 0 && known.flags === 0)) return [];
      const own = byInterview.get(stream) ?? [];
      const { code, interviewer, guide, track, completedAt, startedAt, revision, flags } = known;
      const openComments = own.reduce((sum, review) => sum + review.open, 0);
      const standing = standingOf(revision, own);
      const handled = new Set(own.flatMap((review) => review.handled));
      return [
        {
          stream,
          code,
          interviewer,
          guide,
          track,
          completedAt,
          startedAt,
          revision,
          flags,
          unhandled: Math.max(0, flags - handled.size),
          openComments,
          standing,
        },
      ];
    })
    .sort(inTurn);
}

/**
 * Safety first, until somebody has taken care of it; then what waits for a review, the longest wait first; then what
 * waits for the interviewer; last what is done.
 */
export function inTurn(a: InboxItem, b: InboxItem): number {
  return (
    rank(a) - rank(b) ||
    (a.completedAt ?? a.startedAt) - (b.completedAt ?? b.startedAt) ||
    (a.stream < b.stream ? -1 : 1)
  );
}

function rank({ standing, unhandled }: InboxItem): number {
  if (unhandled > 0) return 0;
  if (standing === 'returned') return 2;
  return standing === 'approved' ? 3 : 1;
}
