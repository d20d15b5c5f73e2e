import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { timelineTexts } from '../../i18n/timeline.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { homeWords } from '../model/placement-words.ts';
import type { Placement, PlacementId } from '../model/timeline.ts';
import {
  AXIS_HEIGHT,
  BAR_HEIGHT,
  LABEL_HEIGHT,
  LANE_HEIGHT,
  MARGIN,
  type Bar,
  type TimelineLayout,
} from '../model/timeline-layout.ts';
import './timeline.css';

/** About as wide as a letter of the words above a bar is drawn; a little too wide rather than too narrow. */
const LETTER_WIDTH = 11;

/** What stands above a bar, and how wide it is, in pixels. */
export function useBarWords() {
  const t = useTexts(timelineTexts);
  const { language } = useLanguage();
  const words = (placement: Placement): string =>
    homeWords(placement, language) + (placement.last ? ` (${t.lastShort})` : '');
  return { words, width: (placement: Placement) => words(placement).length * LETTER_WIDTH };
}

export const barTop = ({ lane }: Pick<Bar, 'lane'>): number =>
  AXIS_HEIGHT + lane * LANE_HEIGHT + LABEL_HEIGHT;

/**
 * The placements as bars on a line of years. Hidden from screen readers, who get the same as a list; it can be wider
 * than the screen and then scrolls in its own box. `children` are drawn on top of the bars.
 */
export function TimelinePicture(props: {
  readonly layout: TimelineLayout;
  readonly chosen?: PlacementId | null;
  /** A tap on a place of the line where nothing is, in pixels from its left. */
  readonly onEmpty?: (x: number) => void;
  readonly onBar?: (placement: PlacementId) => void;
  readonly children?: ReactNode;
}) {
  const { layout, onEmpty, onBar } = props;
  const t = useTexts(timelineTexts);
  const box = useRef<HTMLDivElement>(null);
  // What was chosen comes into sight, and at the beginning what was told first; a drag moves nothing else.
  const chosen = layout.bars.find(({ placement }) => placement.placement === props.chosen);
  const seen = useRef(chosen ?? layout.bars[0]);
  useEffect(() => {
    if (chosen) seen.current = chosen;
  });
  useEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const [from, to] = seen.current
      ? [seen.current.x - MARGIN, seen.current.x + seen.current.width + MARGIN]
      : [layout.width, layout.width];
    const { scrollLeft, clientWidth } = element;
    if (from < scrollLeft || to > scrollLeft + clientWidth) element.scrollLeft = from;
  }, [props.chosen, layout.width]);
  const signs = new Set(layout.bars.map(({ placement }) => placement.move));
  return (
    <div className="stack">
      {/* Wider than a small screen: it must be reached, to be scrolled by keys (axe: scrollable-region-focusable). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="timeline-box" ref={box} role="group" aria-label={t.picture} tabIndex={0}>
        <svg
          className="timeline-picture"
          aria-hidden="true"
          width={layout.width}
          height={layout.height}
          data-taken={onEmpty ? '' : undefined}
          onClick={onEmpty && ((event) => onEmpty(placeIn(event)))}
        >
          {layout.years.map(({ year, x }) => (
            <g key={year}>
              <line className="timeline-year" x1={x} x2={x} y1={AXIS_HEIGHT} y2={layout.height} />
              <text className="timeline-number" x={x + 6} y={AXIS_HEIGHT - 10}>
                {year}
              </text>
            </g>
          ))}
          {layout.bars.map((bar) => (
            <DrawnBar
              key={bar.placement.placement}
              bar={bar}
              chosen={bar.placement.placement === props.chosen}
              onBar={onBar}
            />
          ))}
          {props.children}
        </svg>
      </div>
      {(signs.has('planned') || signs.has('unplanned')) && (
        <p className="hint timeline-key" aria-hidden="true">
          {signs.has('planned') && <span>● {t.keyPlanned}</span>}
          {signs.has('unplanned') && <span>○ {t.keyUnplanned}</span>}
        </p>
      )}
    </div>
  );
}

const placeIn = (event: MouseEvent<SVGSVGElement>): number =>
  event.clientX - event.currentTarget.getBoundingClientRect().left;

function DrawnBar(props: {
  readonly bar: Bar;
  readonly chosen: boolean;
  readonly onBar: ((placement: PlacementId) => void) | undefined;
}) {
  const { bar, onBar } = props;
  const { words } = useBarWords();
  const { placement, x, width } = bar;
  const top = barTop(bar);
  const sign = x + width - Math.min(width / 2, 14);
  return (
    <g
      className="timeline-bar"
      data-open={bar.open.from || bar.open.to || undefined}
      data-last={placement.last || undefined}
      data-chosen={props.chosen || undefined}
      onClick={
        onBar &&
        ((event) => {
          event.stopPropagation();
          onBar(placement.placement);
        })
      }
    >
      {/* Higher than what is seen, for a finger. */}
      <rect className="timeline-touch" x={x} y={top - 14} width={width} height={BAR_HEIGHT + 20} />
      <text className="timeline-words" x={x + 2} y={top - 7}>
        {words(placement)}
      </text>
      <rect className="timeline-span" x={x} y={top} width={width} height={BAR_HEIGHT} rx={6} />
      {bar.open.from !== bar.open.to && (
        <rect
          className="timeline-known"
          x={bar.open.to ? x : x + width - 8}
          y={top}
          width={8}
          height={BAR_HEIGHT}
          rx={4}
        />
      )}
      {placement.move && (
        <circle
          className="timeline-move"
          data-move={placement.move}
          cx={sign}
          cy={top + BAR_HEIGHT / 2}
          r={6}
        />
      )}
    </g>
  );
}
