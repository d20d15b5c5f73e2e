import type { EventId, QuestionId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { InterviewFact } from './event.ts';
import { bare, sentencesOf } from './passages.ts';
import { ReadBackFact } from './read-back.ts';
import { recordingsOf } from './sound.ts';
import { wordsOf } from './take-back.ts';
import type { Segment, TranscriptState } from './transcript-state.ts';

/*
 * What is taken back from the notes may stand in the transcript as well. Notes are no echo of what was said, so a
 * machine can only find where the same words stand and what was said meanwhile: the person sees it and decides.
 */

/** A stretch of the recording, in milliseconds of sound. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is being taken back, as far as it can be looked for. */
export interface Taken {
  readonly words: readonly string[];
  readonly stretches: readonly Stretch[];
  /** The whole of what was said then, and not a passage of it. */
  readonly whole: boolean;
}

/** A segment that may have to go too. */
export interface SaidAgain {
  readonly segment: Segment;
  /** Goes unless the person says otherwise; else it stays unless they do. */
  readonly goes: boolean;
}

/** Shorter ones ("Ja.", "Nej.") stand everywhere. */
const SHORTEST = 5;
/** "Jag vet inte" stands in many places too, and is offered; words of this length are the person's own. */
export const TELLING_LENGTH = 16;

/** All that was ever written to these questions, in every version of it. */
export function writtenTo(
  events: readonly JournalEvent[],
  questions: readonly QuestionId[],
): string[] {
  const named = new Set<EventId>(wordsOf(events, questions));
  return events.flatMap(({ id, type, version, body }) => {
    if (!named.has(id)) return [];
    const said = { type, version, data: body?.data };
    const fact = InterviewFact.safeParse(said).data ?? ReadBackFact.safeParse(said).data;
    if (fact?.type === 'AnswerWritten') return [fact.data.answer.text];
    return fact?.type === 'OwnWordsWritten' ? [fact.data.text] : [];
  });
}

/**
 * While what was asked these questions was talked about: from the mark of the question to that of the next. Segments
 * name a time and no recording, so where there are several recordings only a person can tell which.
 */
export function askedDuring(
  events: readonly JournalEvent[],
  questions: readonly QuestionId[],
): Stretch[] {
  const recordings = recordingsOf(events);
  const marks = (recordings.length === 1 ? (recordings[0]?.marks ?? []) : [])
    .filter(({ question }) => question !== null)
    .toSorted((a, b) => a.at - b.at);
  return marks.flatMap(({ at, question }, i) => {
    if (question === null || !questions.includes(question)) return [];
    const next = marks.slice(i + 1).find((mark) => mark.question !== question);
    return [{ from: at, to: next?.at ?? Number.POSITIVE_INFINITY }];
  });
}

/** The segments that hold words of what is taken back, or were said while it was. In the order of the talk. */
export function saidAgainIn(state: TranscriptState, taken: Taken): SaidAgain[] {
  const phrases = phrasesOf(taken.words);
  return state.segments.flatMap((segment) => {
    const same = Math.max(sameIn(segment.text, phrases), sameIn(segment.remark, phrases));
    const isThen = taken.stretches.some((stretch) => isWithin(segment, stretch));
    if (same === 0 && !isThen) return [];
    return [{ segment, goes: same >= TELLING_LENGTH || (isThen && taken.whole) }];
  });
}

/** Older versions that hold the words, in any segment: nobody sees them, so nobody needs to be asked. */
export function olderWith(state: TranscriptState, words: readonly string[]): EventId[] {
  const phrases = phrasesOf(words);
  const shown = new Set(state.segments.map(({ event }) => event));
  return [...state.segments, ...state.removed].flatMap(({ versions }) =>
    versions.flatMap(({ event, data }) =>
      !shown.has(event) &&
      Math.max(sameIn(data.text, phrases), sameIn(data.remark, phrases)) >= TELLING_LENGTH
        ? [event]
        : [],
    ),
  );
}

/** Every sentence for itself: of a long answer one of them may stand in the transcript. */
const phrasesOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words
      .map((text) => bare(text).text)
      .flatMap((text) => sentencesOf(text).map(([from, to]) => plain(text.slice(from, to))))
      .filter((phrase) => phrase.length >= SHORTEST),
  );

/** Words alone: capitals, signs and line breaks differ from one who writes to another. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How long the longest stretch is that both say; 0 when there is none. */
function sameIn(text: string, phrases: ReadonlySet<string>): number {
  const said = plain(text);
  let longest = 0;
  for (const phrase of phrases) {
    const holds = ` ${said} `.includes(` ${phrase} `);
    const isHeld = said.length >= SHORTEST && ` ${phrase} `.includes(` ${said} `);
    if (holds) longest = Math.max(longest, phrase.length);
    else if (isHeld) longest = Math.max(longest, said.length);
  }
  return longest;
}

/** A segment without an end is known to have been said at its beginning. */
export const isWithin = ({ from, to }: Pick<Segment, 'from' | 'to'>, stretch: Stretch): boolean =>
  from !== null && from < stretch.to && (from >= stretch.from || (to ?? from) > stretch.from);
