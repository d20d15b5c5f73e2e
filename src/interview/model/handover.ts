import * as z from 'zod/mini';
import { MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent, NewEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';
import { merge } from '../../journal/model/merge.ts';
import { isSideFact } from './side-facts.ts';
import { InterviewFact } from './event.ts';
import { foldInterview } from './state.ts';

/**
 * A half-done interview on its way from a colleague who left or lost the tablet to the one who goes on with it. The
 * supervisor who opened the last copy with the recovery sheet says it in her own stream, so that no stream of an
 * interview ever has two authors: the new interviewer's app writes it anew as an interview of its own.
 */
export const HandoverFact = z.discriminatedUnion('type', [
  fact('DraftHandedOver', {
    to: MemberId,
    from: MemberId,
    /** The interview that was begun by `from`. */
    interview: StreamId,
    code: z.string(),
    /** When the office got the copy that this is. */
    keptAt: Millis,
    facts: z
      .array(z.object({ type: z.string(), version: z.int(), data: z.unknown() }))
      .check(z.minLength(1), z.maxLength(20_000)),
  }),
]);
export type HandoverFact = z.infer<typeof HandoverFact>;
export type HandedOver = HandoverFact['data'];

/** What the lists know of it: nothing of what was said. */
export const HandoverSummary = z.object({ to: MemberId, from: MemberId, interview: StreamId });
export type HandoverSummary = z.infer<typeof HandoverSummary>;

/** Undefined when there is none, or when what it carried was taken back since it has arrived. */
export function foldHandover(events: readonly JournalEvent[]): HandedOver | undefined {
  const [first] = events;
  return HandoverFact.safeParse({
    type: first?.type,
    version: first?.version,
    data: first?.body?.data,
  }).data?.data;
}

export function summariseHandover(events: readonly JournalEvent[]): HandoverSummary | undefined {
  const handed = foldHandover(events);
  return handed && { to: handed.to, from: handed.from, interview: handed.interview };
}

/**
 * Sound stays on the tablet it was recorded on, a return belongs to the old revision, and a moment that was written
 * out is named by the old event: none of these means anything in the new interview.
 */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  'RecordingStarted',
  'RecordingEnded',
  'SoundMarked',
  'SoundMissing',
  'SoundStruck',
  'MomentWrittenOut',
  'InterviewReopened',
]);

/** Whether a fact means something in the new interview; asked where it is sent and where it comes in. */
export const goesOn = (fact: NewEvent): boolean =>
  !LEFT_BEHIND.has(fact.type) && (isSideFact(fact.type) || InterviewFact.safeParse(fact).success);

/**
 * What the new interviewer's interview is made of: every fact of the copy that still says something, and a pause at
 * the end when the talk was going on. Words taken back have no body and do not come along.
 * @returns undefined when the copy is no interview, or one that is finished.
 */
export function continuedFacts(copy: readonly JournalEvent[]): readonly NewEvent[] | undefined {
  const events = merge(copy);
  const state = foldInterview(events);
  if (!state || state.status === 'completed') return undefined;
  const facts = events.flatMap(({ type, version, body }): NewEvent[] => {
    const fact = { type, version, data: body?.data };
    return body && goesOn(fact) ? [fact] : [];
  });
  const paused: InterviewFact = { type: 'InterviewPaused', version: 1, data: {} };
  return state.status === 'talking' ? [...facts, paused] : facts;
}
