import * as z from 'zod/mini';

/**
 * Where a segment stands among the others, as a text that sorts: six digits that count, then as many as it takes to
 * fit between two neighbours. Numbers would run out of room after fifty segments put in at one spot.
 */
export const Place = z.string().check(z.regex(/^[0-9a-z]{6,2000}$/));
export type Place = z.infer<typeof Place>;

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const COUNTED = 6;
const MIDDLE: Place = 'i00000';

/** A place after `before` and before `after`; null where there is nothing on that side. */
export function placeBetween(before: Place | null, after: Place | null): Place {
  if (before === null) return after === null ? MIDDLE : counted(after, -1);
  if (after === null || after <= before) return counted(before, 1);
  const [low, high] = [before.slice(0, COUNTED), after.slice(0, COUNTED)];
  // Below another number every text after the lower one's own is free.
  return low + between(before.slice(COUNTED), low === high ? after.slice(COUNTED) : '');
}

/** Places for this many segments in a row after `before`. */
export function placesAfter(before: Place | null, many: number): Place[] {
  const places: Place[] = [];
  let last = before;
  for (let i = 0; i < many; i += 1) {
    last = placeBetween(last, null);
    places.push(last);
  }
  return places;
}

const counted = (place: Place, step: number): Place =>
  (Number.parseInt(place.slice(0, COUNTED), 36) + step).toString(36).padStart(COUNTED, '0');

/** The shortest text between two, digit by digit; an empty `high` means no upper end. */
function between(low: string, high: string): string {
  let same = 0;
  while (high !== '' && (low[same] ?? '0') === high[same]) same += 1;
  if (same > 0) return high.slice(0, same) + between(low.slice(same), high.slice(same));
  const down = digit(low, 0);
  const up = high === '' ? DIGITS.length : digit(high, 0);
  if (up - down > 1) return DIGITS[Math.round((down + up) / 2)] ?? '';
  if (high.length > 1) return high.slice(0, 1);
  return (DIGITS[down] ?? '') + between(low.slice(1), '');
}

const digit = (text: string, at: number): number => Math.max(0, DIGITS.indexOf(text[at] ?? '0'));
