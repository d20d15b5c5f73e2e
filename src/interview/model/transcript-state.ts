import type { EventId, MemberId, Millis, StreamId } from '../../base/ids.ts';
import { RETRACTED, type JournalEvent } from '../../journal/model/event.ts';
import type { Place } from './segment-place.ts';
import { TranscriptFact, type SegmentData, type SegmentId } from './transcript.ts';

/** A segment as it stood after one writing. */
export interface SegmentVersion {
  readonly event: EventId;
  readonly at: Millis;
  readonly author: MemberId;
  readonly data: SegmentData;
}

export interface Segment extends SegmentData {
  /** The event that holds the words shown. */
  readonly event: EventId;
  /** Somebody has listened to these very words. */
  readonly checked: boolean;
  /** Oldest first; the last one is what is shown. */
  readonly versions: readonly SegmentVersion[];
}

export interface TranscriptState {
  readonly interview: StreamId;
  readonly language: 'sv' | 'en';
  readonly begunAt: Millis;
  /** In the order in which they were said. */
  readonly segments: readonly Segment[];
  /** Removed as slips, newest words last known: they can be brought back. */
  readonly removed: readonly Segment[];
  /** Where something stood that the participant took back. */
  readonly takenBack: readonly { readonly segment: SegmentId; readonly place: Place }[];
  /** Events of a later version of the app: shown as "not understood here", never dropped. */
  readonly unknown: number;
}

interface Known {
  versions: SegmentVersion[];
  heard: Set<EventId>;
  removed: boolean;
  /** As it was last told; null when something has been added since. */
  told: Segment | null;
}

/** A transcript being read: what is added costs what it is, not what came before, and what did not change is the same. */
export interface TranscriptReading {
  /** Further events that come last in reading order; not for a retraction, which changes what was said before. */
  take(events: readonly JournalEvent[]): void;
  state(): TranscriptState;
}

/** A transcript is a pure fold over its events, in reading order; undefined when they do not begin one. */
export const foldTranscript = (events: readonly JournalEvent[]): TranscriptState | undefined =>
  readTranscript(events)?.state();

export function readTranscript(events: readonly JournalEvent[]): TranscriptReading | undefined {
  const [first, ...rest] = events;
  const begun = first && factOf(first);
  if (!first || begun?.type !== 'TranscriptBegun') return undefined;
  const known = new Map<SegmentId, Known>();
  const gone = new Map<SegmentId, Place>();
  let unknown = 0;
  const take = (further: readonly JournalEvent[]): void => {
    for (const event of further) {
      // Taken back: the fact is gone, its place in the chain stays.
      if (event.type === RETRACTED || event.body === null) continue;
      const fact = factOf(event);
      if (fact) step(known, gone, event, fact);
      else unknown += 1;
    }
  };
  take(rest);
  return {
    take,
    state: () => {
      const segments: Segment[] = [];
      const removed: Segment[] = [];
      for (const [id, each] of known) {
        each.told ??= segmentOf(each);
        if (each.told && !gone.has(id)) (each.removed ? removed : segments).push(each.told);
      }
      return {
        interview: begun.data.interview,
        language: begun.data.language,
        begunAt: first.at,
        segments: segments.sort(byPlace),
        removed: removed.sort(byPlace),
        takenBack: [...gone].map(([segment, place]) => ({ segment, place })).sort(byPlace),
        unknown,
      };
    },
  };
}

function step(
  known: Map<SegmentId, Known>,
  gone: Map<SegmentId, Place>,
  event: JournalEvent,
  fact: TranscriptFact,
): void {
  if (fact.type === 'TranscriptBegun') return;
  const { segment } = fact.data;
  const each = known.get(segment) ?? newlyKnown();
  each.told = null;
  switch (fact.type) {
    case 'SegmentWritten':
      each.versions.push({ event: event.id, at: event.at, author: event.author, data: fact.data });
      each.removed = false;
      break;
    case 'SegmentChecked':
      each.heard.add(fact.data.written);
      break;
    case 'SegmentRemoved':
      each.removed = true;
      break;
    case 'SegmentTakenBack':
      gone.set(segment, fact.data.place);
  }
  known.set(segment, each);
}

const newlyKnown = (): Known => ({ versions: [], heard: new Set(), removed: false, told: null });

function segmentOf({ versions, heard }: Known): Segment | null {
  const now = versions.at(-1);
  if (!now) return null;
  const checked = versions.some(
    (version) => heard.has(version.event) && version.data.text === now.data.text,
  );
  return { ...now.data, event: now.event, checked, versions: [...versions] };
}

const factOf = (event: JournalEvent): TranscriptFact | undefined =>
  TranscriptFact.safeParse({
    type: event.type,
    version: event.version,
    data: event.body?.data,
  }).data;

/** Ties, of two devices that did not know of each other, by id: the same everywhere. */
function byPlace(
  a: { readonly place: Place; readonly segment: SegmentId },
  b: { readonly place: Place; readonly segment: SegmentId },
): number {
  const [first, second] = a.place === b.place ? [a.segment, b.segment] : [a.place, b.place];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** What a person wrote while listening counts as heard; what a machine wrote must be listened to first. */
export const isUnchecked = (segment: Pick<Segment, 'source' | 'checked'>): boolean =>
  segment.source === 'imported' && !segment.checked;

/** Only words that somebody has heard may be quoted, in a report or to the group. A remark is never a quote. */
export const quotable = (segment: Pick<Segment, 'source' | 'checked' | 'text'>): boolean =>
  !isUnchecked(segment) && segment.text.trim() !== '';

/** How much is left to listen to. */
export const uncheckedIn = (state: TranscriptState): number =>
  state.segments.filter(isUnchecked).length;
