import type { MemberId, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { mayHold } from '../interview/last-talk.ts';
import { foldLastTalk, summariseLastTalk } from '../interview/model/last-talk.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, TakeProblem } from '../journal/model/port.ts';

/**
 * What a person said last time comes to the one who prepares the next talk with them, and is kept by nobody else. What
 * was recalled, or has gone from this device once, does not come back from an office that was restored.
 */
export async function takeLastTalk(
  journal: Journal,
  me: MemberId,
  stream: StreamId,
  events: readonly JournalEvent[],
  wasErased: (stream: StreamId) => Promise<boolean>,
): Promise<Result<'taken', TakeProblem | { readonly type: 'badContents' }>> {
  const lent = foldLastTalk(merge(events));
  if (!lent) return err({ type: 'badContents' });
  if (lent.to !== me) return ok('taken');
  const summary = summariseLastTalk(lent);
  const isGone = !(await journal.open(stream)) && (await wasErased(stream));
  if (isGone || !(await mayHold(journal, summary))) return ok('taken');
  const taken = await journal.take(stream, 'lastTalk', events, summary);
  return taken.ok ? ok('taken') : taken;
}
