import { timelineTexts } from '../../i18n/timeline.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { monthOf } from '../model/months.ts';
import { placementWords } from '../model/placement-words.ts';
import type { Placement } from '../model/timeline.ts';
import { layOut } from '../model/timeline-layout.ts';
import { TimelinePicture, useBarWords } from './TimelinePicture.tsx';

/** A timeline to look at: the picture, and the same as a list in words, oldest first. */
export function TimelineView(props: {
  readonly placements: readonly Placement[];
  /** When it was told: the picture ends there. */
  readonly at: number;
}) {
  const t = useTexts(timelineTexts);
  const { language } = useLanguage();
  const { width } = useBarWords();
  return (
    <div className="stack">
      <TimelinePicture layout={layOut(props.placements, monthOf(props.at), width)} />
      <ol className="timeline-list" aria-label={t.timeline}>
        {props.placements.map((placement) => (
          <li key={placement.placement}>
            {placementWords(placement, language)}
            {placement.words !== '' && <q className="timeline-own">{placement.words}</q>}
          </li>
        ))}
      </ol>
    </div>
  );
}
