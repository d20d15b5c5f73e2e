import * as z from 'zod/mini';
import { QuestionId } from '../../base/ids.ts';
import type { Checkpoint, PracticeCase } from './case.ts';
import { fits, type Moment } from './moments.ts';
import { happeningsOf, type AnyPredicate, type Happened, type Happening } from './predicate.ts';
import type { PlayedBy } from './run.ts';

/** `notMet`: the talk never came there, or what decides it is not known here. It is no miss. */
export const CheckpointResult = z.enum(['reached', 'missed', 'notMet']);
export type CheckpointResult = z.infer<typeof CheckpointResult>;

export interface Looked {
  readonly checkpoint: Checkpoint;
  readonly result: CheckpointResult;
  /** Not met because what decides it was said aloud to a person who played: the two of them know. */
  readonly unheard: boolean;
}

/**
 * How each checkpoint of a case came out, in the order of the case. Where a person plays, what the trainee tapped is
 * followed and what was only said is not: a miss is what cannot have been done, whatever was said.
 */
export function checkpointResults(
  played: PracticeCase,
  moments: readonly Moment[],
  by: PlayedBy,
): readonly Looked[] {
  const known = by === 'person' ? withWishes(played, moments) : moments;
  return played.checkpoints.map((checkpoint) => {
    const { at, given, when } = checkpoint;
    const came = moments.some(({ type, question }) =>
      at === 'after' ? ENDS.has(type) : type === 'QuestionReached' && question === at,
    );
    const asked = by === 'person' && given !== undefined && happeningsOf(given).some(isSpoken);
    if (!came) return { checkpoint, result: 'notMet', unheard: false };
    if (given && !holds(given, known)) return { checkpoint, result: 'notMet', unheard: asked };
    if (holds(when, known)) return { checkpoint, result: 'reached', unheard: false };
    const unheard = asked || (by === 'person' && couldHold(when, known));
    return { checkpoint, result: unheard ? 'notMet' : 'missed', unheard };
  });
}

/**
 * Whoever plays says at a question what the case wishes there; that they said it is not known, so that nothing is
 * missed by it (`asked` above).
 */
function withWishes(played: PracticeCase, moments: readonly Moment[]): readonly Moment[] {
  return moments.flatMap((moment) => {
    const { type, question } = moment;
    const asked = type === 'QuestionReached' ? QuestionId.safeParse(question).data : undefined;
    const wants = asked && played.answers[asked]?.wants;
    return wants ? [moment, { ...moment, type: 'CaseAsked' as const, wants }] : [moment];
  });
}

/** Whether it may have come about by what was said aloud and is not known. */
function couldHold(predicate: AnyPredicate, moments: readonly Moment[]): boolean {
  switch (predicate.is) {
    case 'all':
      return predicate.of.every((each) => couldHold(each, moments));
    case 'any':
      return predicate.of.some((each) => couldHold(each, moments));
    case 'not':
      return !holds(predicate.of, moments);
    case 'happened':
      return happened(predicate, moments) || happeningsOf(predicate).some(isSpoken);
  }
}

/** Whether it came about; `moments` in their order. */
export function holds(predicate: AnyPredicate, moments: readonly Moment[]): boolean {
  switch (predicate.is) {
    case 'all':
      return predicate.of.every((each) => holds(each, moments));
    case 'any':
      return predicate.of.some((each) => holds(each, moments));
    case 'not':
      return !holds(predicate.of, moments);
    case 'happened':
      return happened(predicate, moments);
  }
}

function happened(looked: Happened, moments: readonly Moment[]): boolean {
  const { what, times = 1, after, before, within } = looked;
  const from = after ? moments.findIndex((each) => fits(each, after)) : -1;
  const anchor = moments[from];
  if (after && !anchor) return false;
  const end = before ? moments.findIndex((each, at) => at > from && fits(each, before)) : -1;
  const looks = moments.slice(from + 1, end < 0 ? undefined : end);
  const found = looks.filter((moment, at) => {
    if (!fits(moment, what)) return false;
    const { questions = Infinity, seconds = Infinity } = within ?? {};
    const passed = looks
      .slice(0, at)
      .filter(({ type, question }) => type === 'QuestionReached' && question !== anchor?.question);
    return passed.length <= questions && moment.at - (anchor?.at ?? 0) <= seconds * 1000;
  });
  return found.length >= times;
}

/** With these the talk is over, and what belongs to the time after it may be looked at. */
const ENDS: ReadonlySet<string> = new Set(['TalkEnded', 'InterviewStopped']);

/** Only a tablet that answers has it in writing. */
const isSpoken = ({ type, about, how }: Happening): boolean =>
  ['QuestionPut', 'ReplyGiven', 'SilenceKept', 'CaseAsked'].includes(type) &&
  (about !== undefined || how !== 'guide');
