import type { StreamId } from '../../../base/ids.ts';
import { InterviewSummary } from '../../../interview/model/summary.ts';
import type { Journal, StreamSummary } from '../../../journal/model/port.ts';
import { listAssignments, type ListedAssignment } from '../../../people/assignments.ts';
import { lastOffer } from '../../../people/model/accounting.ts';
import type { ParticipantFact } from '../../../people/model/participant.ts';
import { dayAt } from '../../../people/model/days.ts';
import type { Colleague } from '../../../people/model/propose.ts';
import type { Program } from '../../../people/model/program.ts';
import type { Listed } from '../../../people/model/register.ts';
import { byCode, type CameIn } from '../../../people/model/waves.ts';
import { writeAssignment } from '../../../people/assignments.ts';
import { writeParticipant } from '../../../people/write.ts';
import { readProgram } from '../../../people/program-stream.ts';
import type { Desk } from '../../port.ts';
import { colleaguesOf } from './colleagues.ts';
import { entriesIn, peopleIn } from './register.ts';

export interface Assigning {
  readonly people: readonly Listed[];
  readonly assignments: readonly ListedAssignment[];
  readonly colleagues: readonly Colleague[];
  readonly program: Program;
  readonly cameIn: ReadonlyMap<string, readonly CameIn[]>;
}

type Settles = Pick<Desk, 'deliver' | 'journal' | 'me'>;
type Reads = Pick<Desk, 'directory' | 'journal' | 'me' | 'nameOf' | 'other'>;

/** What the places on assignments, follow-up and lost tablets go by; all of it lies in this vault. */
export async function readAssigning(desk: Reads): Promise<Assigning> {
  const [people, assignments, colleagues, program, cameIn] = await Promise.all([
    peopleIn(desk.journal),
    listAssignments(desk.journal),
    colleaguesOf(desk),
    readProgram(desk.journal),
    interviewsIn(desk.journal),
  ]);
  return { people, assignments, colleagues, program, cameIn };
}

/** The finished interviews that came in, by the participant's code. */
export async function interviewsIn(
  journal: Pick<Journal, 'list'>,
): Promise<ReadonlyMap<string, readonly CameIn[]>> {
  const listed = await journal.list('interview');
  let known = sorted.get(listed);
  if (!known) {
    known = byCode(listed.flatMap((summary) => talkOf(summary) ?? []));
    sorted.set(listed, known);
  }
  return known;
}

/** A summary that has not changed is the same object, and a list that has not the same array: nothing is read twice. */
const talks = new WeakMap<StreamSummary, CameIn | null>();
const sorted = new WeakMap<readonly StreamSummary[], ReadonlyMap<string, readonly CameIn[]>>();

function talkOf(summary: StreamSummary): CameIn | null {
  let talk = talks.get(summary);
  if (talk === undefined) {
    const known = InterviewSummary.safeParse(summary.data).data;
    talk = known && known.revision > 0 ? cameInOf(summary.stream, known) : null;
    talks.set(summary, talk);
  }
  return talk;
}

/** Reads these beforehand, so that `interviewsIn` need not read thousands in one go. */
export const readTalks = (some: readonly StreamSummary[]): void => some.forEach(talkOf);

const cameInOf = (
  interview: StreamId,
  { code, wave, startedAt, endedAt, mayAsk }: InterviewSummary,
): CameIn => ({ interview, code, wave, endedAt: endedAt ?? startedAt, mayAsk });

/** How an interviewer asked, as the register counts it. */
const asksBy = (way: Listed['details']['contact']['way']) =>
  way === 'other' ? ('inPerson' as const) : way;

/**
 * What the person answered the interviewer, as facts for the register; none when the register has heard it. It is said
 * once: what a supervisor corrects or removes afterwards stands.
 */
function answered(person: Listed, assignment: ListedAssignment): readonly ParticipantFact[] {
  const { answer, answers, brief, stream, to } = assignment;
  if (!answer || answers <= (person.heard?.[stream] ?? 0)) return [];
  const offer = lastOffer(person, brief.wave);
  // Who was asked only at the table was asked all the same. The id follows from the assignment, so two supervisors'
  // apps that note it write one offer; a later answer makes another, should the first have been removed.
  const id = offer?.offer ?? `${stream.slice(0, 16)}${answers > 1 ? hexOf(answers) : ''}`;
  const way = asksBy(person.details.contact.way);
  const made = { offer: id, wave: brief.wave, way, on: answer.on, by: to };
  const heard = { assignment: stream, answer: answers };
  return [
    ...(offer ? [] : [{ type: 'OfferMade', version: 1, data: made } as const]),
    { type: 'OfferAnswered', version: 1, data: { offer: id, ...answer, heard } },
  ];
}

const hexOf = (number: number): string => number.toString(16).padStart(8, '0');

/** The round under way with each register. */
const rounds = new WeakMap<Journal, Promise<void>>();

/**
 * Notes in the register what the interviewers were answered, ends the assignments whose interview has come in, and
 * notes the talk. Each supervisor's app may do so: what is noted twice counts once. Here one round follows another,
 * and each reads what the one before it wrote: the register keeps all that is ever written in it.
 */
export function settleHeld(desk: Settles): Promise<void> {
  const before = rounds.get(desk.journal) ?? Promise.resolve();
  // Whoever began the round before hears why it failed; this one tries anew.
  const round = before.catch(() => undefined).then(() => settleNow(desk));
  rounds.set(desk.journal, round);
  return round;
}

async function settleNow(desk: Settles): Promise<void> {
  const assignments = await listAssignments(desk.journal);
  if (assignments.length === 0) return;
  const [entries, cameIn] = await Promise.all([
    entriesIn(desk.journal),
    interviewsIn(desk.journal),
  ]);
  // Of thousands only those are read whom a talk was given for.
  const people = new Map(entries.map((entry) => [entry.stream, entry]));
  const came = new Map([...cameIn.values()].flat().map((each) => [each.interview, each]));
  for (const assignment of assignments) {
    const { stream, interview, ended, brief } = assignment;
    const person = people.get(brief.participant)?.person();
    const said = person && ended !== 'cancelled' ? answered(person, assignment) : [];
    if (person && said.length > 0) {
      const noted = await writeParticipant(desk.journal, person.stream, said);
      if (!noted.ok) return;
      await desk.deliver('shared', person.stream);
    }
    const talk = interview && ended === null ? came.get(interview) : undefined;
    if (!talk) continue;
    if (person && !person.held.some((held) => held.interview === talk.interview)) {
      const data = { wave: brief.wave, interview: talk.interview, on: dayAt(talk.endedAt) };
      const noted = await writeParticipant(desk.journal, person.stream, [
        { type: 'InterviewHeld', version: 1, data },
      ]);
      if (!noted.ok) return;
      await desk.deliver('shared', person.stream);
    }
    await endAssignment(desk, stream, 'held');
  }
}

export async function endAssignment(
  desk: Pick<Desk, 'deliver' | 'journal' | 'me'>,
  stream: StreamId,
  how: 'held' | 'cancelled',
): Promise<boolean> {
  const fact = { type: 'AssignmentEnded', version: 1, data: { how } } as const;
  const ended = await writeAssignment(desk.journal, stream, fact, desk.me.member);
  if (ended.ok) await desk.deliver('assignment', stream);
  return ended.ok;
}
