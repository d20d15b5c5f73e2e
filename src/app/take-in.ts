import { err, ok, type Result } from '../base/result.ts';
import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import type { InterviewFact } from '../interview/model/event.ts';
import { foldInterview, type InterviewState } from '../interview/model/state.ts';
import { summariseConcern } from '../interview/model/concern.ts';
import { summariseRecording } from '../interview/model/sound.ts';
import { summarise } from '../interview/model/summary.ts';
import { summariseTranscript } from '../interview/model/transcript.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { foldIncident } from '../people/model/incident.ts';
import { isTakenBack } from '../people/model/imported.ts';
import { summariseParticipant } from '../people/model/participant.ts';
import { summariseProgram } from '../people/model/program.ts';
import { summariseEntryErased, summariseRemoval } from '../people/model/removal.ts';
import { isErased } from './going.ts';
import { isOfRemoved } from './removed.ts';
import { isInOwnPlace } from '../interview/model/own-place.ts';
import { summariseErasure, summariseWithdrawal } from '../interview/model/withdrawal.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, StoreProblem, TakeProblem } from '../journal/model/port.ts';
import { summariseLog } from '../review/model/access-log.ts';
import { summariseReplies } from '../review/model/reply.ts';
import { foldReview, reopenedQuestions, type ReviewState } from '../review/model/state.ts';
import { summariseReview } from '../review/model/summary.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { takeAssignment, takeHandover, type SendOwn } from './take-given.ts';
import { takeLastTalk } from './take-last-talk.ts';
import { foldGroup } from '../training/model/group.ts';
import { summariseDebrief } from '../training/model/kept-debrief.ts';
import { summariseCase } from '../training/model/own-case.ts';
import { summariseTraining } from '../training/model/progress.ts';
import { summariseSignoff } from '../training/model/signoff.ts';

/** What some kinds need beside their events; what is left out is a supervisor's device and a supervisor's word. */
export interface TakeInMore {
  /** Whether this device is a supervisor's: it keeps all of an assignment. */
  readonly supervises?: boolean;
  readonly now?: Millis;
  /** Whether the sender is a supervisor. */
  readonly bySupervisor?: boolean;
  readonly sendOwn?: SendOwn;
  /** Whether a stream was erased on this device. */
  readonly wasErased?: (stream: StreamId) => Promise<boolean>;
}

/** `removed`: it is about somebody who was removed from the register, and nothing of it was kept. */
type Taken = Result<'taken' | 'removed', StoreProblem | { readonly type: 'badContents' }>;

/**
 * What becomes of a parcel that has passed every check: its events join the copy that is here. Taking the same in
 * twice changes nothing, and what was erased never comes back: an interview by two supervisors, an entry by one.
 */
export async function takeIn(
  journal: Journal,
  me: MemberId,
  kind: ParcelKind,
  stream: StreamId,
  events: readonly JournalEvent[],
  more: TakeInMore = {},
): Promise<Taken> {
  const { supervises = true, now = 0, bySupervisor = true } = more;
  const { sendOwn = async () => true, wasErased = async () => false } = more;
  if (await isErased(journal, kind, stream, events)) return ok('taken');
  if (await isOfRemoved(journal, kind, stream, events, wasErased)) return ok('removed');
  const cleared = await clearOwnPlace(journal, kind, stream, events);
  if (!cleared.ok) return cleared;
  switch (kind) {
    case 'interview':
    case 'draft':
    case 'safety':
      return takeInterview(journal, stream, events);
    case 'concern':
    case 'transcript':
    case 'sound':
    case 'reply':
      return takeSummed(journal, kind, stream, events);
    case 'review':
      return takeReview(journal, me, stream, events);
    case 'shared':
      return takeSummed(journal, 'participant', stream, events);
    case 'assignment':
      return given(
        await takeAssignment(journal, { member: me, supervises }, stream, events, sendOwn),
      );
    case 'handover':
      return given(await takeHandover(journal, { member: me }, events, now, wasErased));
    case 'lastTalk':
      return given(await takeLastTalk(journal, me, stream, events, wasErased));
    case 'incident':
      return takeSummed(journal, 'incident', stream, events);
    case 'policy':
      return takeSummed(journal, 'program', stream, events);
    case 'withdrawal':
      return takeWithdrawal(journal, stream, events, bySupervisor);
    case 'erasure':
    case 'log':
    case 'signoff':
    case 'case':
    case 'group':
      return takeSummed(journal, kind, stream, events);
    case 'training':
      return takeSummed(journal, summariseDebrief(events) ? 'debrief' : kind, stream, events);
    case 'ack':
      return ok('taken');
  }
}

const badContents: Taken = { ok: false, error: { type: 'badContents' } };

async function takeInterview(
  journal: Journal,
  stream: StreamId,
  events: readonly JournalEvent[],
): Promise<Taken> {
  const here = await journal.open(stream);
  const state = foldInterview(merge(here?.events ?? [], events));
  if (!state) return badContents;
  const taken = await journal.take(stream, 'interview', events, summarise(state, counted(state)));
  return taken.ok ? ok('taken') : refused(taken.error);
}

/** A stream whose room says in the summary what lists show of it. */
async function takeSummed(
  journal: Journal,
  kind: keyof typeof SUMMARIES,
  stream: StreamId,
  events: readonly JournalEvent[],
): Promise<Taken> {
  const here = await journal.open(stream);
  const merged = merge(here?.events ?? [], events);
  const summary = SUMMARIES[kind](merged);
  // An entry in the register that was taken back as a whole: the lists forget it, and no older copy brings it back.
  const erased = kind === 'participant' && isTakenBack(merged);
  if (!summary && !erased) return badContents;
  const taken = await journal.take(stream, kind, events, summary ?? null);
  return taken.ok ? ok('taken') : refused(taken.error);
}

/**
 * A review, an answer to one, a withdrawal and an approval have ids that follow from their author and the interview.
 * What lies there and is something else was put there by somebody who knew the id, and gives way.
 */
async function clearOwnPlace(
  journal: Journal,
  kind: ParcelKind,
  stream: StreamId,
  events: readonly JournalEvent[],
): Promise<Result<unknown, StoreProblem>> {
  if (!isInOwnPlace(kind, events)) return ok('free');
  const here = await journal.open(stream);
  return here && here.kind !== kind ? journal.erase(stream) : ok('free');
}

async function takeWithdrawal(
  journal: Journal,
  stream: StreamId,
  events: readonly JournalEvent[],
  bySupervisor: boolean,
): Promise<Taken> {
  const here = await journal.open(stream);
  const summary = summariseWithdrawal(merge(here?.events ?? [], events));
  if (!summary) return badContents;
  const taken = await journal.take(stream, 'withdrawal', events, { ...summary, bySupervisor });
  return taken.ok ? ok('taken') : refused(taken.error);
}

const SUMMARIES = {
  concern: summariseConcern,
  transcript: summariseTranscript,
  sound: summariseRecording,
  reply: summariseReplies,
  participant: (events: readonly JournalEvent[]) =>
    summariseParticipant(events) ?? summariseRemoval(events),
  incident: foldIncident,
  program: summariseProgram,
  erasure: (events: readonly JournalEvent[]) =>
    summariseErasure(events) ?? summariseEntryErased(events),
  log: summariseLog,
  training: summariseTraining,
  debrief: summariseDebrief,
  signoff: summariseSignoff,
  case: summariseCase,
  group: foldGroup,
};

/** A copy that does not belong to the stream it names is refused as the parcel's contents, not as a fault here. */
export function refused(problem: TakeProblem | { readonly type: 'badContents' }): Taken {
  switch (problem.type) {
    case 'badContents':
    case 'otherKind':
    case 'notCountable':
      return badContents;
    default:
      return err(problem);
  }
}

const given = (taken: Awaited<ReturnType<typeof takeHandover>>): Taken =>
  taken.ok ? taken : refused(taken.error);

/** Without the guide at hand, progress counts the questions of the record; before it is completed, those asked. */
function counted(state: InterviewState): { done: number; of: number } {
  const completed = state.asked.map(({ question }) => question);
  const counting = completed.length > 0 ? completed : [...state.questions.keys()];
  const done = counting.filter((question) => state.questions.get(question)?.outcome);
  return { done: done.length, of: counting.length };
}

async function takeReview(
  journal: Journal,
  me: MemberId,
  stream: StreamId,
  events: readonly JournalEvent[],
): Promise<Taken> {
  const here = await journal.open(stream);
  const merged = merge(here?.events ?? [], events);
  const state = foldReview(merged);
  if (!state) return badContents;
  const taken = await journal.take(stream, 'review', events, summariseReview(state));
  if (!taken.ok) return refused(taken.error);
  return reopen(journal, me, state);
}

/**
 * A returned interview opens again with the one who held it, if it is still the revision that was reviewed, and for
 * what the return names. A second supervisor's return of the same revision opens what that one names as well.
 */
async function reopen(journal: Journal, me: MemberId, review: ReviewState): Promise<Taken> {
  const opened = await journal.open(review.interview);
  const state = opened && foldInterview(merge(opened.events));
  if (state?.interviewer !== me || !['completed', 'reopened'].includes(state.status)) {
    return ok('taken');
  }
  const open = reopenedQuestions(review, state.revision);
  if (!open || state.reopened?.reviews.includes(open.event)) return ok('taken');
  // Words to the interviewer and no place: then nobody but the reader knows what they mean, and all is open.
  const places = open.questions.length + open.memo.length;
  const fact: InterviewFact = {
    type: 'InterviewReopened',
    version: 1,
    data: {
      review: open.event,
      ...(places > 0 ? { questions: [...open.questions] } : {}),
    },
  };
  const kept = await journal.append(review.interview, 'interview', [fact], {
    ...summarise(state, counted(state)),
    status: 'reopened',
  });
  return kept.ok ? ok('taken') : kept;
}
