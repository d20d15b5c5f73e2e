import { edgeOf, shownEdge, type Period } from './months.ts';
import type { Placement } from './timeline.ts';

/* Where everything of a timeline's picture stands, in pixels. Pure, so that the picture can be trusted. */

/** Wide enough for a finger to hit the right year. */
export const YEAR_WIDTH = 48;
export const MONTH_WIDTH = YEAR_WIDTH / 12;
/** The words and the bar below them. */
export const LABEL_HEIGHT = 22;
export const BAR_HEIGHT = 30;
export const LANE_HEIGHT = 64;
export const AXIS_HEIGHT = 32;
/** Room at both ends, so that the handle of a bar at the very end can be taken. */
export const MARGIN = 48;
/** Between what stands after each other in one lane. */
const GAP = 4;
/** As many years as somebody young has lived. */
const YEARS_SHOWN = 20;

/** The stretch of time that the picture shows: from the beginning of `first` to the beginning of `after`. */
export interface Line {
  readonly first: number;
  readonly after: number;
}

export interface Bar {
  readonly placement: Placement;
  readonly x: number;
  readonly width: number;
  /** Counted from the top. */
  readonly lane: number;
  /** This end was not told: the bar fades out there. */
  readonly open: { readonly from: boolean; readonly to: boolean };
  /** Where the words above the bar end at the latest. */
  readonly labelEnd: number;
}

export interface TimelineLayout {
  readonly line: Line;
  readonly width: number;
  readonly height: number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly bars: readonly Bar[];
  /** Of these no year is known: they have no place on the line. */
  readonly undated: readonly Placement[];
}

/** No year outside these can be typed; what a foreign copy says of others does not stretch the picture. */
const YEARS = { first: 1900, last: 2099 } as const;

/** The last twenty years and everything that was told, in whole years. */
export function lineOf(placements: readonly Period[], now: number): Line {
  const years = placements.flatMap((each) => {
    const [from, to] = [edgeOf(each, 'from'), edgeOf(each, 'to')];
    // A period that ends with December ends in that year, though its edge is the next January.
    return [from, to === null ? null : to - 1].flatMap((month) =>
      month === null ? [] : [Math.floor(month / 12)],
    );
  });
  const year = Math.floor(now / 12);
  return {
    first: 12 * Math.max(YEARS.first, Math.min(year - YEARS_SHOWN, ...years)),
    after: 12 * (1 + Math.min(YEARS.last, Math.max(year, ...years))),
  };
}

export const xOf = (line: Line, month: number): number =>
  MARGIN + (month - line.first) * MONTH_WIDTH;

/** The month whose beginning is nearest to a place in the picture, within the line. */
export const monthAt = (line: Line, x: number): number =>
  Math.max(line.first, Math.min(line.after, line.first + Math.round((x - MARGIN) / MONTH_WIDTH)));

/** The year under a place in the picture, as a date. */
export const yearAt = (line: Line, x: number): string =>
  String(Math.floor(Math.min(line.after - 1, monthAt(line, x - MONTH_WIDTH / 2)) / 12));

/**
 * Gives each placement a bar, in the highest lane where neither it nor its words touch another's. Who lived in two
 * places at once sees two bars under each other; nothing is moved to make it fit.
 * @param placements oldest first, as `foldTimeline` gives them.
 * @param labelWidth how wide the words above a bar are, in pixels.
 */
export function layOut(
  placements: readonly Placement[],
  now: number,
  labelWidth: (placement: Placement) => number,
): TimelineLayout {
  const line = lineOf(placements, now);
  const undated: Placement[] = [];
  const bars: Bar[] = [];
  const takenTo: number[] = [];
  const spans = placements.flatMap((placement) => {
    const span = spanOf(placement, now);
    if (!span) undated.push(placement);
    return span ? [{ placement, ...span }] : [];
  });
  // A bar whose beginning is not known is drawn before its end, so the order of telling is not the order of places.
  for (const { placement, begin, end } of spans.toSorted((a, b) => a.begin - b.begin)) {
    const x = xOf(line, begin);
    const width = (end - begin) * MONTH_WIDTH;
    const labelEnd = x + labelWidth(placement);
    const free = takenTo.findIndex((to) => to <= x);
    const lane = free === -1 ? takenTo.length : free;
    takenTo[lane] = Math.max(x + width, labelEnd + GAP);
    const open = { from: placement.from === null, to: placement.to === null };
    bars.push({ placement, x, width, lane, open, labelEnd });
  }
  const years = Array.from({ length: (line.after - line.first) / 12 }, (_, i) => ({
    year: line.first / 12 + i,
    x: xOf(line, line.first + i * 12),
  }));
  return {
    line,
    // An empty lane stays below, to add to.
    height: AXIS_HEIGHT + (takenTo.length + 1) * LANE_HEIGHT,
    width: Math.max(xOf(line, line.after), ...takenTo) + MARGIN,
    years,
    bars,
    undated,
  };
}

/** From the beginning of which month to the beginning of which a bar is drawn; undefined when no year is known. */
function spanOf(
  period: Period,
  now: number,
): { readonly begin: number; readonly end: number } | undefined {
  if (period.from === null && period.to === null) return undefined;
  const [from, to] = [shownEdge(period, 'from', now), shownEdge(period, 'to', now)];
  // Told the wrong way round: the bar still lies between the two.
  return to > from ? { begin: from, end: to } : { begin: to - 1, end: from + 1 };
}
