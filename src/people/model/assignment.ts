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

/** What the person wishes about who it is to be; the wish goes before the office's preference (domain.md K3). */
export const Wish = z.enum(['none', 'own', 'other']);
export type Wish = z.infer<typeof Wish>;

/**
 * One talk to be held by one interviewer. Several people write in it (the supervisors, and the one it was given to),
 * so what counts is decided here: only the present interviewer and supervisors are heard. At the door, an interviewer
 * may bring no more than what is theirs to say (`mayBring` in sync/model/sender.ts).
 */
export const AssignmentFact = z.discriminatedUnion('type', [
  fact('AssignmentGiven', { to: MemberId, brief: Brief, wish: Wish }),
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
  /** The person allows that whoever holds this talk reads what they said in that interview (consent item). */
  fact('LastTalkAllowed', { interview: StreamId }),
  /** They allow it no more: it goes from every device, and does not come back. */
  fact('LastTalkRecalled', {}),
]);
export type AssignmentFact = z.infer<typeof AssignmentFact>;
export type HandoverReason = Extract<
  AssignmentFact,
  { type: 'AssignmentHandedOver' }
>['data']['why'];

const INTERVIEWERS_OWN: ReadonlySet<string> = new Set(['AssignmentAnswered', 'AssignmentBegun']);
/** True for what an interviewer may say in an assignment; giving, passing on and ending are the supervisors'. */
export const isInterviewersOwn = ({ type }: Pick<JournalEvent, 'type'>): boolean =>
  INTERVIEWERS_OWN.has(type);

export const AssignmentSummary = z.object({
  to: MemberId,
  givenBy: MemberId,
  givenAt: Millis,
  brief: Brief,
  wish: Wish,
  answer: z.nullable(z.object({ answer: z.enum(ANSWERS), on: Day })),
  /** How often the one who has it was answered; a list of before this was counted holds at most the one. */
  answers: z._default(z.int(), 1),
  interview: z.nullable(StreamId),
  /** When that was, by the event; null also on the device that began it, which knows its own talks. */
  begunAt: z._default(z.nullable(Millis), null),
  /** Who began it: not always who has it now. Null before, and in summaries made before this was kept. */
  begunBy: z._default(z.nullable(MemberId), null),
  /** Everyone who has had it, the present one last. */
  hands: z.array(MemberId),
  ended: z.nullable(z.enum(['held', 'cancelled'])),
  /** Which interview the person lets the holder read the answers of; null in assignments without. */
  lastTalk: z._default(z.nullable(z.object({ interview: StreamId, recalled: z.boolean() })), null),
});
export type AssignmentSummary = z.infer<typeof AssignmentSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function foldAssignment(events: readonly JournalEvent[]): AssignmentSummary | undefined {
  const [first, ...rest] = events;
  const begun = first && parsed(first);
  if (!first || begun?.type !== 'AssignmentGiven') return undefined;
  return rest.reduce(
    (state, event) => {
      const now = parsed(event);
      return now ? afterAssignmentFact(state, now, event.author, event.at) : state;
    },
    givenNow(begun.data, first.author, first.at),
  );
}

/** An assignment as it is when it has just been given. */
export const givenNow = (
  { to, brief, wish }: Extract<AssignmentFact, { type: 'AssignmentGiven' }>['data'],
  by: MemberId,
  at: Millis,
): AssignmentSummary => ({
  to,
  givenBy: by,
  givenAt: at,
  brief,
  wish,
  answer: null,
  answers: 0,
  interview: null,
  begunAt: null,
  begunBy: null,
  hands: [to],
  ended: null,
  lastTalk: null,
});

/**
 * The assignment after one more fact. Who had it once and has it no more is not heard.
 * @param at when it was said; null while it is being said.
 */
export function afterAssignmentFact(
  state: AssignmentSummary,
  fact: AssignmentFact,
  author: MemberId,
  at: Millis | null = null,
): AssignmentSummary {
  if (isInterviewersOwn(fact) && author !== state.to && state.hands.includes(author)) return state;
  switch (fact.type) {
    case 'AssignmentGiven':
      return { ...state, brief: fact.data.brief, wish: fact.data.wish };
    case 'AssignmentHandedOver':
      return { ...state, to: fact.data.to, hands: [...state.hands, fact.data.to] };
    case 'AssignmentAnswered':
      // What a supervisor gives along is the register's own word (`giveAssignment`).
      return {
        ...state,
        answer: fact.data,
        answers: state.answers + (author === state.to ? 1 : 0),
      };
    case 'AssignmentBegun':
      return { ...state, interview: fact.data.interview, begunAt: at, begunBy: author };
    case 'AssignmentEnded':
      return { ...state, ended: fact.data.how };
    case 'LastTalkAllowed': {
      const { interview } = fact.data;
      const recalled = state.lastTalk?.interview === interview && state.lastTalk.recalled;
      return { ...state, lastTalk: { interview, recalled } };
    }
    case 'LastTalkRecalled':
      return { ...state, lastTalk: state.lastTalk && { ...state.lastTalk, recalled: true } };
  }
}

const parsed = (event: JournalEvent): AssignmentFact | undefined =>
  AssignmentFact.safeParse({ type: event.type, version: event.version, data: event.body?.data })
    .data;
