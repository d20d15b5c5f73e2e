import type { StreamId } from '../base/ids.ts';
import { foldReview } from '../review/model/state.ts';
import { goingInterviews, type Going } from '../interview/model/withdrawal.ts';
import { foldLastTalk, LastTalkSummary } from '../interview/model/last-talk.ts';
import { InterviewSummary } from '../interview/model/summary.ts';
import { RecordingSummary, summariseRecording } from '../interview/model/sound.ts';
import { summariseTranscript, TranscriptSummary } from '../interview/model/transcript.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import type { Journal } from '../journal/model/port.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { Material } from '../people/model/program.ts';
import { RepliesSummary, summariseReplies } from '../review/model/reply.ts';
import { ReviewSummary } from '../review/model/summary.ts';

/**
 * What each kind of parcel holds of an interview. A report of concern and an urgent message are not among them: they
 * are not the interview, and go their own way also when it is erased.
 */
const HOLDS: Partial<Record<ParcelKind, Material>> = {
  interview: 'interview',
  draft: 'interview',
  review: 'interview',
  reply: 'interview',
  lastTalk: 'interview',
  transcript: 'transcript',
  sound: 'sound',
  log: 'log',
};

/** The interviews that were taken back or are to be erased, as this device knows it. */
export async function goingHere(
  journal: Pick<Journal, 'list'>,
): Promise<ReadonlyMap<StreamId, Going>> {
  const [erasures, withdrawals] = await Promise.all([
    journal.list('erasure'),
    journal.list('withdrawal'),
  ]);
  // Most offices have none, and thousands of interviews.
  const interviews = withdrawals.length === 0 ? [] : await journal.list('interview');
  const held = interviews.flatMap(({ stream, data }) => {
    const interviewer = InterviewSummary.shape.interviewer.safeParse(interviewerIn(data)).data;
    return interviewer ? [{ stream, interviewer }] : [];
  });
  return goingInterviews(withdrawals, erasures, held);
}

/** The one field is looked at: parsing thousands of summaries at every change would be felt. */
const interviewerIn = (summary: unknown): unknown =>
  typeof summary === 'object' && summary !== null && 'interviewer' in summary
    ? summary.interviewer
    : undefined;

/**
 * True when a parcel brings what two supervisors have erased: from a tablet that was away for long, or from an
 * office that was restored from a backup. It is taken for read and nothing of it is kept.
 */
export async function isErased(
  journal: Pick<Journal, 'list'>,
  kind: ParcelKind,
  stream: StreamId,
  events: readonly JournalEvent[],
): Promise<boolean> {
  const material = HOLDS[kind];
  if (!material) return false;
  const erased = [...(await goingHere(journal)).values()].filter((each) =>
    each.erased.includes(material),
  );
  if (erased.length === 0) return false;
  const interview = aboutWhich(kind, stream, events);
  return erased.some((each) => each.interview === interview);
}

function aboutWhich(
  kind: ParcelKind,
  stream: StreamId,
  events: readonly JournalEvent[],
): StreamId | undefined {
  switch (kind) {
    case 'transcript':
      return summariseTranscript(events)?.interview;
    case 'sound':
      return summariseRecording(events)?.interview;
    case 'review':
      return foldReview(events)?.interview;
    case 'reply':
      return summariseReplies(events)?.interview;
    case 'lastTalk':
      return foldLastTalk(events)?.talk.interview;
    default:
      return stream;
  }
}

/** The streams of this device that hold what was erased, the interview itself last. */
export async function streamsToErase(
  journal: Pick<Journal, 'list'>,
  { interview, erased }: Pick<Going, 'interview' | 'erased'>,
): Promise<readonly StreamId[]> {
  // A month of a member's log is one stream; it stands where an interview's id does.
  const found: StreamId[] = erased.includes('log') ? [interview] : [];
  if (erased.includes('sound')) {
    for (const { stream, data } of await journal.list('sound')) {
      if (RecordingSummary.safeParse(data).data?.interview === interview) found.push(stream);
    }
  }
  if (erased.includes('transcript')) {
    for (const { stream, data } of await journal.list('transcript')) {
      if (TranscriptSummary.safeParse(data).data?.interview === interview) found.push(stream);
    }
  }
  if (erased.includes('interview')) {
    for (const { stream, data } of await journal.list('reply')) {
      if (RepliesSummary.safeParse(data).data?.interview === interview) found.push(stream);
    }
    for (const { stream, data } of await journal.list('review')) {
      if (ReviewSummary.safeParse(data).data?.interview === interview) found.push(stream);
    }
    for (const { stream, data } of await journal.list('lastTalk')) {
      if (LastTalkSummary.safeParse(data).data?.interview === interview) found.push(stream);
    }
    found.push(interview);
  }
  return found;
}
