import type { StreamId } from '../../base/ids.ts';
import { InterviewSummary, isBy } from '../../interview/model/summary.ts';
import type { Delivery, Desk } from '../port.ts';
import { standingBy } from './standing-by.ts';

/** One of my own interviews on the start page. */
export interface HomeRow extends InterviewSummary {
  readonly stream: StreamId;
  readonly delivery: Delivery | null;
  /** How far its message to the supervisor has come; null when there is none. */
  readonly flag: Delivery | null;
  readonly approved: boolean;
}

/** My own interviews, with how far each has come; others' are in the inbox. */
export async function homeRows(desk: Desk): Promise<readonly HomeRow[]> {
  const [interviews, reviews, deliveries, flags] = await Promise.all([
    desk.journal.list('interview'),
    desk.journal.list('review'),
    desk.deliveries(),
    desk.flagDeliveries(),
  ]);
  const standing = standingBy(reviews);
  return interviews.flatMap(({ stream, data }) => {
    const summary = isBy(data, desk.me.member) ? InterviewSummary.safeParse(data) : undefined;
    if (!summary?.success) return [];
    const flagged = summary.data.flags > 0;
    return [
      {
        ...summary.data,
        stream,
        delivery: deliveries.get(stream) ?? null,
        flag: flagged ? (flags.get(stream) ?? { state: 'onTablet' }) : null,
        approved: standing(stream, summary.data.revision) === 'approved',
      },
    ];
  });
}
