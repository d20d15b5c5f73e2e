import type { MemberId, StreamId } from '../../base/ids.ts';
import { ConcernSummary } from '../../interview/model/concern.ts';
import { RecordingSummary } from '../../interview/model/sound.ts';
import { foldInterview, saysYes } from '../../interview/model/state.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import { inOrder } from '../../journal/model/merge.ts';
import type { Journal, StreamSummary } from '../../journal/model/port.ts';
import type { DeliveryRow } from '../../sync/states.ts';

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

/**
 * Transcripts from which words were taken back after they were handed in: what the office has must be replaced, and
 * what lay in the outbox was dropped. Anything else of a transcript waits until somebody hands it in.
 */
export async function transcriptsToReplace(
  journal: Pick<Journal, 'open'>,
  listed: readonly StreamSummary[],
  rows: readonly Pick<DeliveryRow, 'stream' | 'kind' | 'packedAt'>[],
): Promise<readonly StreamSummary[]> {
  const replaced: StreamSummary[] = [];
  for (const each of listed) {
    const row = rows.find(({ stream, kind }) => stream === each.stream && kind === 'transcript');
    if (!row) continue;
    const events = (await journal.open(each.stream))?.events ?? [];
    // By the clock, at worst once too often: packing the same again changes nothing.
    if (events.some(({ type, at }) => type === RETRACTED && at >= row.packedAt))
      replaced.push(each);
  }
  return replaced;
}

/** One's own reviews in which something was written after they were packed last, or that never were. */
export function reviewsToSend(
  listed: readonly StreamSummary[],
  member: MemberId,
  rows: readonly Pick<DeliveryRow, 'stream' | 'kind' | 'packedAt'>[],
): readonly StreamId[] {
  const packed = new Map(
    rows.flatMap(({ stream, kind, packedAt }) => (kind === 'review' ? [[stream, packedAt]] : [])),
  );
  return listed.flatMap(({ stream, data, changed }) => {
    const isOwn =
      typeof data === 'object' && data !== null && 'reviewer' in data && data.reviewer === member;
    return isOwn && changed > (packed.get(stream) ?? 0) ? [stream] : [];
  });
}
