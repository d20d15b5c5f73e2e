import type { EventId } from '../../base/ids.ts';
import type { JournalEvent, NewEvent } from '../../journal/model/event.ts';
import { placeBetween, placesAfter } from './segment-place.ts';
import { olderWith, TELLING_LENGTH } from './said-again.ts';
import { erasing } from './take-back.ts';
import type { Cue } from './cue.ts';
import type { SegmentData, SegmentId, Speaker, TranscriptFact } from './transcript.ts';
import { foldTranscript, type Segment, type TranscriptState } from './transcript-state.ts';

export const writing = (data: SegmentData): TranscriptFact => ({
  type: 'SegmentWritten',
  version: 1,
  data,
});

/** The words of a segment alone, without what the fold knows about it. */
export function dataOf(segment: Segment): SegmentData {
  const { event: _event, checked: _checked, versions: _versions, ...data } = segment;
  return data;
}

/** Where a person begins: an empty segment after the named one, or at the end. */
export function emptyAfter(
  state: TranscriptState,
  after: SegmentId | null,
  id: SegmentId,
  given: Partial<Pick<SegmentData, 'speaker' | 'from' | 'clock'>> = {},
): SegmentData {
  const { segments } = state;
  const at = after === null ? segments.length - 1 : segments.findIndex((s) => s.segment === after);
  const before = segments[at];
  return {
    segment: id,
    place: placeBetween(before?.place ?? null, segments[at + 1]?.place ?? null),
    speaker: nextSpeaker(segments, at),
    from: null,
    to: null,
    clock: null,
    text: '',
    remark: '',
    source: 'typed',
    cutFrom: null,
    ...given,
  };
}

/** A talk goes to and fro: after one who spoke comes the other who spoke last. */
function nextSpeaker(segments: readonly Segment[], at: number): Speaker {
  const now = segments[at]?.speaker;
  if (!now) return 'interviewer';
  const other = segments.slice(0, at).findLast((segment) => segment.speaker !== now)?.speaker;
  return other ?? (now === 'interviewer' ? 'participant' : 'interviewer');
}

/** Cuts a segment in two at a place in its text; both halves stay as checked as the whole was, as others say. */
export function cutting(
  state: TranscriptState,
  segment: Segment,
  at: number,
  id: SegmentId,
  time: number | null,
): readonly [SegmentData, SegmentData] {
  const whole = dataOf(segment);
  const tail = emptyAfter(state, segment.segment, id);
  return [
    { ...whole, text: whole.text.slice(0, at).trimEnd(), to: time ?? whole.to },
    {
      ...whole,
      segment: id,
      place: tail.place,
      from: time,
      clock: null,
      text: whole.text.slice(at).trimStart(),
      remark: '',
      cutFrom: segment.segment,
    },
  ];
}

/** What came out of a file, after everything that stands already; nobody has listened to it yet. */
export function importing(
  state: TranscriptState,
  cues: readonly (Omit<Cue, 'voice'> & { readonly speaker: Speaker })[],
  newId: () => SegmentId,
): TranscriptFact[] {
  const places = placesAfter(state.segments.at(-1)?.place ?? null, cues.length);
  return cues.map((cue, i) =>
    writing({
      ...cue,
      segment: newId(),
      place: places[i] ?? placeBetween(null, null),
      clock: null,
      source: 'imported',
      cutFrom: null,
    }),
  );
}

/**
 * Erases segments on the participant's wish (DESIGN section 5): every version of each, and every older version of any
 * other that once held the same words, because it was cut from there or they were moved. What another segment says now
 * stays: it is its own and is taken back by itself.
 * @param words also taken back elsewhere: where an older version holds them, it goes too.
 */
export function takingBackSegments(
  state: TranscriptState,
  events: readonly JournalEvent[],
  ids: readonly SegmentId[],
  words: readonly string[] = [],
): NewEvent[] {
  const all = [...state.segments, ...state.removed];
  const going = all.filter((each) => ids.includes(each.segment));
  const shown = new Set(state.segments.map((each) => each.event));
  const named = new Set<EventId>(olderWith(state, words));
  for (const segment of going) {
    const family = familyOf(all, segment.segment);
    const said = wordsOf(segment);
    for (const { event } of segment.versions) named.add(event);
    for (const other of all) {
      for (const { event, data } of other.versions) {
        const held = family.has(other.segment) || said.some((text) => data.text.includes(text));
        if (held && !shown.has(event)) named.add(event);
      }
    }
  }
  const known = events.filter((event) => named.has(event.id) && event.body !== null);
  const marks = going.map(({ segment, place }): TranscriptFact => ({
    type: 'SegmentTakenBack',
    version: 1,
    data: { segment, place },
  }));
  return [...erasing(known.map((event) => event.id)), ...marks];
}

const wordsOf = (segment: Segment): string[] =>
  segment.versions
    .map(({ data }) => data.text.trim())
    .filter((text) => text.length >= TELLING_LENGTH);

/** Other segments in which the same words stand now: taking back this one leaves them there. */
export function alsoSaidIn(state: TranscriptState, segment: Segment): Segment[] {
  const said = wordsOf(segment);
  return state.segments.filter(
    (other) => other.segment !== segment.segment && said.some((text) => other.text.includes(text)),
  );
}

/** All that were cut from one another. */
function familyOf(all: readonly Segment[], id: SegmentId): ReadonlySet<SegmentId> {
  const parent = new Map(all.map((each) => [each.segment, each.cutFrom]));
  const root = (of: SegmentId): SegmentId => {
    const seen = new Set<SegmentId>();
    let at = of;
    for (let up = parent.get(at); up && !seen.has(up); up = parent.get(at)) {
      seen.add(at);
      at = up;
    }
    return at;
  };
  const own = root(id);
  return new Set(all.filter((each) => root(each.segment) === own).map((each) => each.segment));
}

/** Brings back an older version of one segment, or a removed one, as a new version. */
export const restoringSegment = (segment: Segment, older: SegmentData): TranscriptFact[] =>
  JSON.stringify(dataOf(segment)) === JSON.stringify(older) ? [] : [writing(older)];

/**
 * Brings back the whole as it stood after the first `count` events, as new versions; what was written since stays
 * among the older ones. What was taken back since has no words left to bring back.
 */
export function restoringAll(events: readonly JournalEvent[], count: number): TranscriptFact[] {
  const now = foldTranscript(events);
  const then = foldTranscript(events.slice(0, count));
  if (!now || !then) return [];
  const gone = new Set(now.takenBack.map(({ segment }) => segment));
  const wanted = new Map(then.segments.map((segment) => [segment.segment, dataOf(segment)]));
  const shown = new Map(now.segments.map((segment) => [segment.segment, segment]));
  const written = [...wanted].flatMap(([id, data]) => {
    const current = shown.get(id);
    if (gone.has(id)) return [];
    return current ? restoringSegment(current, data) : [writing(data)];
  });
  const removed = [...shown.keys()]
    .filter((id) => !wanted.has(id))
    .map((segment): TranscriptFact => ({
      type: 'SegmentRemoved',
      version: 1,
      data: { segment },
    }));
  return [...written, ...removed];
}
