import { timelineTexts } from '../../i18n/timeline.ts';
import { foldTimeline } from '../../interview/model/timeline.ts';
import { TimelineView } from '../../interview/ui/TimelineView.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { ReadingDesk } from './desk.ts';

/** The placements as the person told them: the picture, and the same in words. */
export function TimelineRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(timelineTexts);
  const placements = foldTimeline(desk.session.events());
  if (placements.length === 0) return null;
  return (
    <section className="review-section" aria-labelledby="review-timeline">
      <h2 id="review-timeline">{t.listReview}</h2>
      <TimelineView placements={placements} at={desk.now.interview.startedAt} />
    </section>
  );
}
