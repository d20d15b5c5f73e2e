import type { MemberId, StreamId } from '../../base/ids.ts';
import { ConcernSummary } from '../../interview/model/concern.ts';
import { RecordingSummary } from '../../interview/model/sound.ts';
import { foldInterview, saysYes } from '../../interview/model/state.ts';
import { inOrder } from '../../journal/model/merge.ts';
import type { Journal, StreamSummary } from '../../journal/model/port.ts';

/** The drafts for reports that were written by this person. */
export const ownConcerns = (
  listed: readonly StreamSummary[],
  member: MemberId,
): readonly StreamSummary[] =>
  listed.filter(({ data }) => ConcernSummary.safeParse(data).data?.author === member);

/** The sound of a completed interview follows it, while the person's yes to it holds. */
export async function soundToSend(
  journal: Pick<Journal, 'open'>,
  listed: readonly StreamSummary[],
  interview: StreamId,
): Promise<readonly StreamSummary[]> {
  const recordings = listed.filter(
    ({ data }) => RecordingSummary.safeParse(data).data?.interview === interview,
  );
  if (recordings.length === 0) return [];
  const events = (await journal.open(interview))?.events ?? [];
  const state = foldInterview([...events].sort(inOrder));
  return state && saysYes(state, 'audio') ? recordings : [];
}
