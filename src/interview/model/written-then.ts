import * as z from 'zod/mini';
import {
  QuestionId,
  type CardId,
  type EventId,
  type Millis,
  type StreamId,
} from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { CardNoteFact } from './card-note.ts';
import { InterviewFact } from './event.ts';
import { recordingsOf } from './sound.ts';
import { wordsOf } from './take-back.ts';
import { foldTimeline, PlacementId, type Placement } from './timeline.ts';

/** Something that was written while a stretch of sound was recorded. */
export type Written =
  /** With all that was said to the question: own words and notes at a card. */
  | { readonly kind: 'answer' | 'ownWords'; readonly question: QuestionId }
  | { readonly kind: 'placement'; readonly placement: Placement }
  | { readonly kind: 'moments' | 'tonight'; readonly events: readonly EventId[] }
  /** `verbatim`: what the person said, else what was done. */
  | {
      readonly kind: 'note';
      readonly event: EventId;
      readonly at: Millis;
      readonly verbatim: boolean;
    }
  | { readonly kind: 'flag'; readonly event: EventId; readonly at: Millis; readonly card: CardId };

/** One row of what was written, the same for as long as it is shown. */
export function keyOf(written: Written): string {
  switch (written.kind) {
    case 'answer':
    case 'ownWords':
      return `${written.kind} ${written.question}`;
    case 'placement':
      return `placement ${written.placement.placement}`;
    case 'note':
    case 'flag':
      return `${written.kind} ${written.event}`;
    default:
      return written.kind;
  }
}

/**
 * What goes with the sound unless the person says otherwise. What was done about a danger, and what was told the
 * supervisor about it, stays unless somebody chooses it: the duty to act does not end with the words.
 */
export const goesAtOnce = (written: Written): boolean =>
  written.kind === 'note' ? written.verbatim : written.kind !== 'flag';

const Named = z.object({ question: QuestionId });
const Told = z.object({ placement: PlacementId });

/**
 * What goes with a stretch that is struck out. A field settles when it is left, so besides what settled in the
 * stretch the first of each kind that settled after it counts: it may have been typed in it.
 */
export function writtenDuring(
  events: readonly JournalEvent[],
  recording: StreamId,
  from: number,
  to: number,
): Written[] {
  const times = clockOf(events, recording);
  const then = (type: string): JournalEvent[] => {
    const placed = events
      .filter((event) => event.type === type && event.body)
      .map((event) => ({ event, at: times(event.at) ?? -1 }))
      .filter(({ at }) => at >= from);
    const past = placed.findIndex(({ at }) => at > to);
    return (past < 0 ? placed : placed.slice(0, past + 1)).map(({ event }) => event);
  };
  const inside = (event: JournalEvent) => (times(event.at) ?? Number.POSITIVE_INFINITY) <= to;
  const questionsOf = (type: string) => [
    ...new Set(then(type).flatMap(({ body }) => Named.safeParse(body?.data).data?.question ?? [])),
  ];

  const answers = questionsOf('AnswerWritten');
  const own = questionsOf('OwnWordsWritten').filter((question) => !answers.includes(question));
  const moved = new Set(
    then('PlacementTold').flatMap(({ body }) => Told.safeParse(body?.data).data?.placement ?? []),
  );
  const moments = then('MomentMarked').filter(inside);
  const tonight = then('TonightPlanned');
  const withAnswer = new Set(wordsOf(events, answers));
  const notes = then('CardNoted').flatMap((event): Written[] => {
    const { type, version, id, at, body } = event;
    const note = CardNoteFact.safeParse({ type, version, data: body?.data }).data;
    if (!note || withAnswer.has(id)) return [];
    return [{ kind: 'note', event: id, at, verbatim: note.data.verbatim }];
  });
  const flags = then('SafetyFlagged').flatMap((event): Written[] => {
    const { type, version, id, at, body } = event;
    const flag = InterviewFact.safeParse({ type, version, data: body?.data }).data;
    if (flag?.type !== 'SafetyFlagged' || flag.data.note.trim() === '') return [];
    return [{ kind: 'flag', event: id, at, card: flag.data.card }];
  });
  return [
    ...answers.map((question): Written => ({ kind: 'answer', question })),
    ...own.map((question): Written => ({ kind: 'ownWords', question })),
    ...foldTimeline(events).flatMap((placement): Written[] =>
      moved.has(placement.placement) ? [{ kind: 'placement', placement }] : [],
    ),
    ...together('moments', moments),
    ...together('tonight', tonight),
    ...notes,
    ...flags,
  ];
}

const together = (kind: 'moments' | 'tonight', events: readonly JournalEvent[]): Written[] =>
  events.length === 0 ? [] : [{ kind, events: events.map(({ id }) => id) }];

/** What is erased of these, besides answers and placements, which have ways of their own. */
export function eventsToErase(
  events: readonly JournalEvent[],
  written: readonly Written[],
): EventId[] {
  return written.flatMap((each): readonly EventId[] => {
    switch (each.kind) {
      case 'ownWords':
        return wordsOf(events, [each.question], ['OwnWordsWritten']);
      case 'moments':
        return each.events;
      // The plan is one text that is written over: every version of it.
      case 'tonight':
        return events.flatMap(({ id, type, body }) =>
          type === 'TonightPlanned' && body ? [id] : [],
        );
      case 'note':
      case 'flag':
        return [each.event];
      default:
        return [];
    }
  });
}

/** A flag whose words are taken back is still a flag: somebody must look at what it was about. */
export function flagsWithoutWords(
  events: readonly JournalEvent[],
  written: readonly Written[],
): InterviewFact[] {
  const named = new Set(written.flatMap((each) => (each.kind === 'flag' ? [each.event] : [])));
  return events.flatMap(({ id, type, version, body }) => {
    const flag = InterviewFact.safeParse({ type, version, data: body?.data }).data;
    if (!named.has(id) || flag?.type !== 'SafetyFlagged') return [];
    return [{ ...flag, data: { ...flag.data, note: '' } }];
  });
}

/**
 * From the clock to the place in the recording: marks and gaps tell both. Null before it began. Pauses stand still,
 * since the mark after one says where the sound goes on.
 */
function clockOf(
  events: readonly JournalEvent[],
  recording: StreamId,
): (now: Millis) => number | null {
  const known = recordingsOf(events).find((each) => each.recording === recording);
  if (!known) return () => null;
  const points = [
    { now: known.startedAt, at: 0 },
    ...known.marks.map(({ now, at }) => ({ now, at })),
    ...known.missing.flatMap(({ now, to, isLate }) => (isLate ? [] : { now, at: to })),
  ].sort((a, b) => a.now - b.now);
  return (now) => {
    const next = points.findIndex((point) => point.now > now);
    const before = points[next < 0 ? points.length - 1 : next - 1];
    if (!before) return null;
    const end = (next < 0 ? known.ms : points[next]?.at) ?? Number.POSITIVE_INFINITY;
    return Math.min(before.at + now - before.now, end);
  };
}
