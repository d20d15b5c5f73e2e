import { newId, type Deps } from '../../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../../base/ids.ts';
import { CORE, GUIDE, started } from '../../../interview/fixture.ts';
import type { InterviewSummary } from '../../../interview/model/summary.ts';
import { stamp } from '../../../journal/model/event.ts';
import { merge } from '../../../journal/model/merge.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { giveAssignment, writeAssignment } from '../../../people/assignments.ts';
import { ELIN } from '../../../people/fixture.ts';
import { foldAssignment } from '../../../people/model/assignment.ts';
import { briefOf } from '../../../people/model/givable.ts';
import type { OfferAnswer } from '../../../people/model/participant.ts';
import { addParticipant } from '../../../people/write.ts';
import { ME } from '../fixture.ts';

/* Somebody in the register, a talk that was given to Tore, and the interview that came of it, for tests of the places. */

export const CODE = 'K-017';
export const TORE = MemberId.parse('5'.repeat(32));
const TORES = DeviceId.parse('6'.repeat(32));

export async function registered(journal: Journal, deps: Deps, details = ELIN): Promise<StreamId> {
  const stream = newId(StreamId, deps.random);
  await addParticipant(journal, stream, { code: CODE, details, batch: null }, deps.clock);
  return stream;
}

/** Begun by Tore when `interview` is given. */
export async function given(
  journal: Journal,
  deps: Deps,
  own: {
    readonly participant: StreamId;
    readonly to?: MemberId;
    readonly interview?: StreamId;
    readonly details?: typeof ELIN;
  },
): Promise<StreamId> {
  const { participant, to = TORE, interview, details = ELIN } = own;
  const person = {
    stream: participant,
    code: CODE,
    details,
    placements: [],
    offers: [],
    notAsked: [],
    held: [],
    batch: null,
    addedAt: 0,
  };
  const brief = briefOf(
    { person, wave: 1 },
    { due: null, topics: [], relation: 'neverMet', way: 'Sms' },
  );
  const kept = await giveAssignment(journal, { to, brief, wish: 'none' }, ME.member, deps);
  if (!kept.ok) throw new Error(kept.error.type);
  if (interview) {
    const fact = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
    await writeAssignment(journal, kept.value, fact, to);
  }
  return kept.value;
}

/** What Tore was answered, as it comes in from the tablet. */
export async function answeredTore(
  journal: Journal,
  deps: Deps,
  stream: StreamId,
  answer: OfferAnswer,
  on: string,
): Promise<void> {
  const known = (await journal.open(stream))?.events ?? [];
  const said = { type: 'AssignmentAnswered', version: 1, data: { answer, on } };
  const events = stamp([said], stream, known, { author: TORE, device: TORES }, deps);
  await journal.take(stream, 'assignment', events, foldAssignment(merge(known, events)));
}

/** As it stands in the supervisor's list when it has come in. */
export async function cameIn(
  journal: Journal,
  interview: StreamId,
  endedAt: number,
  own: Partial<InterviewSummary> = {},
): Promise<void> {
  const summary: InterviewSummary = {
    code: CODE,
    interviewer: TORE,
    guide: { id: GUIDE.id, version: GUIDE.version },
    track: CORE,
    status: 'completed',
    startedAt: endedAt,
    completedAt: endedAt,
    endedAt,
    promised: [],
    done: 1,
    of: 1,
    flags: 0,
    flaggedAt: null,
    unsettled: 0,
    revision: 1,
    wave: 1,
    mayAsk: true,
    ...own,
  };
  await journal.append(interview, 'interview', [started(CORE)], summary);
}
