import * as z from 'zod/mini';
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
  /** Critical cards that nobody has been handed yet. */
  readonly unsettled: number;
  /** How long the memo is overdue; null also when this device cannot know of it. */
  readonly memo: MemoLate;
  /** The office's days for a review are over, and nobody has decided. */
  readonly isReviewLate: boolean;
  readonly openComments: number;
  readonly standing: Standing | null;
}

/** A memo is due within a day, and after three days somebody has to ask (domain.md section 4). */
export type MemoLate = 'day' | 'threeDays' | null;

/** When it is now, and after how many hours a memo and how many days a review are due by the office's rules. */
export interface DueClock {
  readonly now: Millis;
  readonly memoDueHours: number;
  readonly reviewDueDays: number;
}

const HOUR = 60 * 60_000;

/** What the list shows of a summary. The rest of it is not parsed: there are thousands. */
const { shape } = InterviewSummary;
const Listed = z.object({
  code: shape.code,
  interviewer: shape.interviewer,
  guide: shape.guide,
  track: shape.track,
  startedAt: shape.startedAt,
  completedAt: shape.completedAt,
  flags: shape.flags,
  flaggedAt: shape.flaggedAt,
  unsettled: shape.unsettled,
  revision: shape.revision,
});
type Listed = z.infer<typeof Listed>;

/** What was parsed once: a summary that has not changed is the same object. */
const parsedOnce = new WeakMap<object, Listed | null>();
function summaryOf(data: unknown): Listed | null {
  if (typeof data !== 'object' || data === null) return null;
  const parsed = parsedOnce.get(data);
  if (parsed !== undefined) return parsed;
  const fresh = Listed.safeParse(data).data ?? null;
  parsedOnce.set(data, fresh);
  return fresh;
}

/**
 * The list from the summaries of both kinds, in the order in which a supervisor should take them.
 * @param clock what is late is told only with it. Of a talk whose urgent message came ahead it is known here that the
 * rest has not come; of others that were begun, `lateMemos` knows.
 */
export function inboxItems(
  interviews: readonly StreamSummary[],
  reviews: readonly StreamSummary[],
  clock?: DueClock,
): InboxItem[] {
  const byInterview = Map.groupBy(
    reviews.flatMap((each) => ReviewSummary.safeParse(each.data).data ?? []),
    (review) => review.interview,
  );
  return interviews
    .flatMap(({ stream, data }) => {
      const known = summaryOf(data);
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
          unsettled: known.unsettled,
          memo: clock && revision === 0 ? memoLate(known.flaggedAt ?? startedAt, clock) : null,
          isReviewLate:
            clock !== undefined &&
            (standing === 'toReview' || standing === 'revised') &&
            clock.now - (completedAt ?? startedAt) > clock.reviewDueDays * 24 * HOUR,
          openComments,
          standing,
        },
      ];
    })
    .sort(inTurn);
}

/**
 * Safety first, until somebody has taken care of it; then a memo that is overdue; then a review that is; then what
 * waits for a review, the longest wait first; then what waits for the interviewer; last what is done.
 */
export function inTurn(a: InboxItem, b: InboxItem): number {
  return (
    rank(a) - rank(b) ||
    (a.completedAt ?? a.startedAt) - (b.completedAt ?? b.startedAt) ||
    (a.stream < b.stream ? -1 : 1)
  );
}

/** The last rank of what somebody should have dealt with by now. */
const LAST_OF_WAITING = 2;

function rank({ standing, unhandled, unsettled, memo, isReviewLate }: InboxItem): number {
  if (unhandled > 0 || unsettled > 0) return 0;
  if (memo !== null) return 1;
  if (isReviewLate) return 2;
  if (standing === 'returned') return 4;
  return standing === 'approved' ? 5 : 3;
}

/** How late a memo is of a talk that was held then. */
export function memoLate(
  since: Millis,
  { now, memoDueHours }: Pick<DueClock, 'now' | 'memoDueHours'>,
): MemoLate {
  const hours = (now - since) / HOUR;
  if (hours >= Math.max(72, memoDueHours)) return 'threeDays';
  return hours >= memoDueHours ? 'day' : null;
}

/** What a supervisor wants to see of the list; null: all. */
export interface InboxFilter {
  readonly standing: Standing | null;
  readonly interviewer: MemberId | null;
  readonly track: TrackId | null;
  /** Only those with an urgent message, a card, a memo or a review that waits. */
  readonly waiting: boolean;
  readonly code: string;
}

export const EVERYTHING: InboxFilter = {
  standing: null,
  interviewer: null,
  track: null,
  waiting: false,
  code: '',
};

/** The items that pass, in the order in which they were. */
export function passing(items: readonly InboxItem[], filter: InboxFilter): readonly InboxItem[] {
  const { standing, interviewer, track, waiting } = filter;
  const code = filter.code.trim().toLowerCase();
  return items.filter(
    (item) =>
      (standing === null || item.standing === standing) &&
      (interviewer === null || item.interviewer === interviewer) &&
      (track === null || item.track === track) &&
      (!waiting || rank(item) <= LAST_OF_WAITING) &&
      (code === '' || item.code.toLowerCase().includes(code)),
  );
}
