import type { StreamId } from '../base/ids.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import { listAssignments } from '../people/assignments.ts';
import { foldLastTalk, LastTalkSummary, type LastTalk } from './model/last-talk.ts';
import { InterviewSummary } from './model/summary.ts';
import { goingInterviews } from './model/withdrawal.ts';

export interface ListedLastTalk extends LastTalkSummary {
  readonly stream: StreamId;
}

/** What was lent and lies on this device. */
export async function listLastTalks(
  journal: Pick<Journal, 'list'>,
): Promise<readonly ListedLastTalk[]> {
  return (await journal.list('lastTalk')).flatMap(({ stream, data }) => {
    const summary = LastTalkSummary.safeParse(data).data;
    return summary ? [{ stream, ...summary }] : [];
  });
}

/**
 * Whether what was lent may still be on a device: while its assignment is the same person's and open, the talk it was
 * lent for is not handed in, and neither the yes nor the interview it is from has been taken back. An assignment that
 * is not known here yet says nothing against it.
 */
export async function mayHold(
  journal: Pick<Journal, 'list'>,
  { assignment, interview, to }: LastTalkSummary,
): Promise<boolean> {
  const [assignments, withdrawals, erasures, interviews] = await Promise.all([
    listAssignments(journal),
    journal.list('withdrawal'),
    journal.list('erasure'),
    journal.list('interview'),
  ]);
  const going = goingInterviews(withdrawals, erasures, []).get(interview);
  if (going && (going.withdrawn || going.erased.includes('interview'))) return false;
  const given = assignments.find(({ stream }) => stream === assignment);
  if (!given) return true;
  const recalled = given.lastTalk?.interview === interview && given.lastTalk.recalled;
  if (recalled || given.to !== to || given.ended !== null) return false;
  const held = interviews.find(({ stream }) => stream === given.interview);
  return (InterviewSummary.safeParse(held?.data).data?.revision ?? 0) === 0;
}

/** What the person said last time, for the talk that is being prepared; null when nothing was lent for it. */
export async function lastTalkFor(
  journal: Pick<Journal, 'list' | 'open'>,
  preparing: StreamId,
): Promise<LastTalk | null> {
  const lent = await listLastTalks(journal);
  if (lent.length === 0) return null;
  const given = (await listAssignments(journal)).find(({ interview }) => interview === preparing);
  const found = lent.find(({ assignment, to }) => assignment === given?.stream && to === given.to);
  if (!found || !(await mayHold(journal, found))) return null;
  const opened = await journal.open(found.stream);
  return foldLastTalk(merge(opened?.events ?? []))?.talk ?? null;
}
