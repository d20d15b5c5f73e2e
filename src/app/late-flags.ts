import type { Millis, StreamId } from '../base/ids.ts';
import type { Delivery } from './port.ts';

/** A message to the supervisor that has not arrived after this long is said everywhere (domain.md section 3). */
export const LATE_MS = 4 * 60 * 60_000;

export interface FlagRow {
  readonly stream: StreamId;
  readonly code: string;
  /** How far the message has come; null when there is none. */
  readonly flag: Delivery | null;
  /** When the first message of this interview was written. */
  readonly flaggedAt: Millis | null;
}

/** At the office, by its signed receipt. */
export const arrived = (delivery: Delivery | null): boolean =>
  delivery?.state === 'received' || delivery?.state === 'opened';

/** Since when a message waits: from when the oldest one that has not arrived was sealed, else from when it was written. */
function waitingSince({ flag, flaggedAt }: FlagRow): Millis | null {
  if (flag === null || arrived(flag)) return null;
  return ('since' in flag ? flag.since : undefined) ?? flaggedAt;
}

/** Messages that have waited four hours or more, the longest wait first. */
export function lateFlags<R extends FlagRow>(now: Millis, rows: readonly R[]): R[] {
  return rows
    .flatMap((row) => {
      const since = waitingSince(row);
      return since !== null && now - since >= LATE_MS ? [{ row, since }] : [];
    })
    .sort((a, b) => a.since - b.since)
    .map(({ row }) => row);
}
