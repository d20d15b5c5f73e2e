import { timelineTexts } from '../../i18n/timeline.ts';
import { placementWords } from '../../interview/model/placement-words.ts';
import { foldTimeline } from '../../interview/model/timeline.ts';
import type { PageList } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** The placements as the person told them, oldest first, with their own words. */
export function timelineList({ events, language }: RecordSource): PageList | null {
  const lines = foldTimeline(events).map((placement) =>
    [placementWords(placement, language), placement.words && `”${placement.words}”`]
      .filter(Boolean)
      .join(' '),
  );
  return lines.length === 0 ? null : { title: timelineTexts[language].timeline, lines };
}
