import type { Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { foldTranscript, type TranscriptState } from './transcript-state.ts';

/** The whole transcript as it stood when somebody had stopped writing for a while, or before a file was read in. */
export interface Sitting {
  /** How many events, in reading order, it takes. */
  readonly count: number;
  readonly at: Millis;
  readonly state: TranscriptState;
}

const REST_MS = 5 * 60_000;

/** Older versions of the whole, newest first; the one that stands now is not among them. */
export function sittingsOf(events: readonly JournalEvent[]): Sitting[] {
  const ends: number[] = [];
  for (const [i, event] of events.entries()) {
    const next = events[i + 1];
    if (!next) continue;
    const rested = next.at - event.at > REST_MS;
    const reads = isImported(next) && !isImported(event);
    if (rested || reads) ends.push(i + 1);
  }
  return ends.toReversed().flatMap((count) => {
    const state = foldTranscript(events.slice(0, count));
    const at = events[count - 1]?.at;
    return state && at !== undefined && state.segments.length > 0 ? [{ count, at, state }] : [];
  });
}

function isImported(event: JournalEvent): boolean {
  const data = event.body?.data;
  return (
    typeof data === 'object' && data !== null && 'source' in data && data.source === 'imported'
  );
}
