import * as z from 'zod/mini';
import { MemberId, Millis, StreamId } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';
import { ANSWERS, Day } from './participant.ts';

const Line = z.string().check(z.maxLength(200));

/**
 * What an interviewer needs to ask one person for a talk and to hold it. It is copied from the register when it is
 * given, so that a tablet never holds the register itself.
 */
export const Brief = z.object({
  /** The person's stream in the register; only supervisors can open it. */
  participant: StreamId,
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  name: Line,
  contact: Line,
  contactNote: z.string().check(z.maxLength(2000)),
  language: z.string().check(z.maxLength(20)),
  interpreter: z.boolean(),
  protectedData: z.boolean(),
  wave: z.int().check(z.positive(), z.maximum(50)),
  /** Day before which the talk should be held; null when nothing was set. */
  due: z.nullable(Day),
  /** What the person spoke of last time, as topics only, unless they allowed more. */
  topics: z.array(Line).check(z.maxLength(40)),
  relation: z.enum(['own', 'other', 'neverMet']),
});
export type Brief = z.infer<typeof Brief>;

/**
 * One talk to be held by one interviewer. Several people write in it (the supervisors, and the one it was given to),
 * so what counts is decided here: only the present interviewer and supervisors are heard.
 */
export const AssignmentFact = z.discriminatedUnion('type', [
  fact('AssignmentGiven', { to: MemberId, brief: Brief }),
  /** When someone leaves, a tablet is lost or the person wishes somebody else. */
  fact('AssignmentHandedOver', {
    to: MemberId,
    why: z.enum(['left', 'lostTablet', 'wish', 'other']),
  }),
  /** What the person answered the interviewer. */
  fact('AssignmentAnswered', { answer: z.enum(ANSWERS), on: Day }),
  /** The interview that was begun for it. */
  fact('AssignmentBegun', { interview: StreamId }),
  fact('AssignmentEnded', { how: z.enum(['held', 'cancelled']) }),
]);
export type AssignmentFact = z.infer<typeof AssignmentFact>;

export const AssignmentSummary = z.object({
  to: MemberId,
  givenBy: MemberId,
  givenAt: Millis,
  brief: Brief,
  answer: z.nullable(z.object({ answer: z.enum(ANSWERS), on: Day })),
  interview: z.nullable(StreamId),
  /** Everyone who has had it, the present one last. */
  hands: z.array(MemberId),
  ended: z.nullable(z.enum(['held', 'cancelled'])),
});
export type AssignmentSummary = z.infer<typeof AssignmentSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function foldAssignment(events: readonly JournalEvent[]): AssignmentSummary | undefined {
  const [first, ...rest] = events;
  const begun = first && parsed(first);
  if (!first || begun?.type !== 'AssignmentGiven') return undefined;
  let state: AssignmentSummary = {
    to: begun.data.to,
    givenBy: first.author,
    givenAt: first.at,
    brief: begun.data.brief,
    answer: null,
    interview: null,
    hands: [begun.data.to],
    ended: null,
  };
  for (const event of rest) {
    const now = parsed(event);
    switch (now?.type) {
      case 'AssignmentGiven':
        state = { ...state, brief: now.data.brief };
        break;
      case 'AssignmentHandedOver':
        state = { ...state, to: now.data.to, hands: [...state.hands, now.data.to] };
        break;
      case 'AssignmentAnswered':
        state = { ...state, answer: now.data };
        break;
      case 'AssignmentBegun':
        state = { ...state, interview: now.data.interview };
        break;
      case 'AssignmentEnded':
        state = { ...state, ended: now.data.how };
        break;
      case undefined:
        break;
    }
  }
  return state;
}

const parsed = (event: JournalEvent): AssignmentFact | undefined =>
  AssignmentFact.safeParse({ type: event.type, version: event.version, data: event.body?.data })
    .data;
