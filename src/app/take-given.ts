import { goingHere } from './going.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import { continuedStreamOf } from '../interview/model/continued.ts';
import { foldHandover, goesOn, type HandedOver } from '../interview/model/handover.ts';
import { foldInterview } from '../interview/model/state.ts';
import { summarise, type InterviewSummary } from '../interview/model/summary.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, TakeProblem } from '../journal/model/port.ts';
import { foldAssignment, type AssignmentSummary } from '../people/model/assignment.ts';

/** Packs what this member has said in the assignment and the office lacks. @returns false when it could not. */
export type SendOwn = (assignment: StreamId) => Promise<boolean>;

/** Who takes something in, and whether as a supervisor. */
export interface Reader {
  readonly member: MemberId;
  readonly supervises: boolean;
}

type Taken = Result<'taken', TakeProblem | { readonly type: 'badContents' }>;
const badContents: Taken = err({ type: 'badContents' });

/** True when this person has, or may have, the name and the contact that the assignment carries. */
const holds = ({ member, supervises }: Reader, state: AssignmentSummary): boolean =>
  supervises || (state.to === member && state.ended !== 'cancelled');

/**
 * An assignment that comes to an interviewer's tablet. When it has passed on to somebody else, or is no longer
 * wanted, name and contact are erased here with the key they were sealed with; what stays says only that it is gone.
 */
export async function takeAssignment(
  journal: Journal,
  reader: Reader,
  stream: StreamId,
  events: readonly JournalEvent[],
  sendOwn: SendOwn,
): Promise<Taken> {
  const here = (await journal.open(stream))?.events ?? [];
  const merged = merge(here, events);
  const state = foldAssignment(merged) ?? foldAssignment(merge(events));
  if (!state) return badContents;
  if (holds(reader, state)) {
    const taken = await journal.take(stream, 'assignment', events, state);
    return taken.ok ? ok('taken') : taken;
  }
  // Gone before it was ever seen here, or seen to be gone and cleared away.
  if (here.length === 0) return ok('taken');
  if (here.some(isBrief)) {
    // Erasing takes the whole stream along, and a crash before what is left of it is kept would take one's own words.
    if (here.some(({ author }) => author === reader.member) && !(await sendOwn(stream))) {
      return err({ type: 'storeFailed', name: 'outbox' });
    }
    const erased = await journal.erase(stream);
    if (!erased.ok) return erased;
  }
  const rest = merged.map((event) => (isBrief(event) ? { ...event, body: null } : event));
  const taken = await journal.take(stream, 'assignment', rest, withoutPerson(state));
  return taken.ok ? ok('taken') : taken;
}

const isBrief = ({ type, body }: JournalEvent): boolean =>
  type === 'AssignmentGiven' && body !== null;

/** What is left on the tablet of somebody who has it no more: the code, to know which one is gone. */
export const withoutPerson = (state: AssignmentSummary): AssignmentSummary => ({
  ...state,
  brief: { ...state.brief, name: '', contact: '', contactNote: '', topics: [] },
});

/**
 * A colleague's half-done interview becomes an interview of one's own, once, however often it comes: with what was
 * said, under the new interviewer's name, and nothing else of the handing over is kept. What was erased on this device
 * does not come back by being handed over once more.
 */
export async function takeHandover(
  journal: Journal,
  me: Pick<Reader, 'member'>,
  events: readonly JournalEvent[],
  now: Millis,
  wasErased: (stream: StreamId) => Promise<boolean>,
): Promise<Taken> {
  const handed = foldHandover(events);
  if (!handed) return badContents;
  if (handed.to !== me.member) return ok('taken');
  const stream = continuedStreamOf(handed.interview, me.member);
  // What the participant has taken back does not go on in other hands.
  const going = await goingHere(journal);
  if (going.has(handed.interview) || going.has(stream)) return ok('taken');
  if ((await journal.open(stream)) || (await wasErased(stream))) return ok('taken');
  const [first] = events;
  const facts = handed.facts.filter(goesOn);
  const summary = first && foreseen(first, facts, me.member, now);
  if (!summary) return badContents;
  const kept = await journal.append(stream, 'interview', facts, summary);
  return kept.ok ? ok('taken') : kept;
}

/** What the lists show of an interview that these facts begin, before the journal has stamped them. */
function foreseen(
  event: JournalEvent,
  facts: HandedOver['facts'],
  author: MemberId,
  at: Millis,
): InterviewSummary | undefined {
  const coming = facts.map((fact, i) => {
    const body = { salt: '', data: fact.data };
    return { ...event, ...fact, author, order: i + 1, seq: i + 1, at, body };
  });
  const state = foldInterview(coming);
  // A copy of one that is finished is no draft to go on with.
  if (!state || state.status === 'completed') return undefined;
  const asked = [...state.questions.values()];
  const done = asked.filter(({ outcome }) => outcome).length;
  return summarise(state, { done, of: asked.length });
}
