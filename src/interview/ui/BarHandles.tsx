import { useRef, type PointerEvent } from 'react';
import type { End } from '../model/months.ts';
import { BAR_HEIGHT, monthAt, type Bar, type TimelineLayout } from '../model/timeline-layout.ts';
import { barTop } from './TimelinePicture.tsx';

const WIDTH = 44;

/**
 * The two ends of the chosen bar, to be dragged from month to month. They lie outside the bar, so that a short one
 * has room for two fingers as well. By keyboard the same is done in the list.
 */
export function BarHandles(props: {
  readonly layout: TimelineLayout;
  readonly bar: Bar;
  /** The end now stands at the beginning of this month. */
  readonly onDrag: (end: End, edge: number) => void;
  readonly onDrop: () => void;
}) {
  const { bar } = props;
  const dragged = useRef<End | null>(null);
  const top = barTop(bar);
  const follow = (event: PointerEvent<SVGGElement>) => {
    const end = dragged.current;
    const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left;
    if (!end || left === undefined) return;
    // The finger lies on the handle, the end of the bar beside it.
    const x = event.clientX - left + (end === 'from' ? WIDTH / 2 : -WIDTH / 2);
    props.onDrag(end, monthAt(props.layout.line, x));
  };
  const drop = () => {
    if (dragged.current) props.onDrop();
    dragged.current = null;
  };
  return (['from', 'to'] as const).map((end) => {
    const x = end === 'from' ? bar.x - WIDTH : bar.x + bar.width;
    const middle = x + WIDTH / 2;
    return (
      <g
        key={end}
        className="timeline-handle"
        data-end={end}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragged.current = end;
        }}
        onPointerMove={follow}
        onPointerUp={drop}
        onPointerCancel={drop}
        onClick={(event) => event.stopPropagation()}
      >
        <rect className="timeline-touch" x={x} y={top - 7} width={WIDTH} height={44} />
        <circle cx={middle} cy={top + BAR_HEIGHT / 2} r={14} />
        <path
          d={
            end === 'from'
              ? `M${middle + 4} ${top + 8} l-7 7 l7 7`
              : `M${middle - 4} ${top + 8} l7 7 l-7 7`
          }
        />
      </g>
    );
  });
}
