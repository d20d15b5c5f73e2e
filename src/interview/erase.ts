import type { StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { StreamKind } from '../journal/model/event.ts';
import type { Journal, Saved, StoreProblem } from '../journal/model/port.ts';

/** What goes with an interview. A report of concern or misconduct never does (domain.md section 3). */
const GO_ALONG = ['reflection', 'transcript', 'sound'] as const satisfies readonly StreamKind[];

/**
 * Erases a draft for good, and first what its interviewer wrote about it in part C of the memo, its transcript and
 * its sound.
 */
export async function eraseInterview(
  journal: Journal,
  interview: StreamId,
): Promise<Result<Saved, StoreProblem>> {
  const along = await Promise.all(GO_ALONG.map((kind) => journal.list(kind)));
  for (const { stream, data } of along.flat()) {
    const about =
      typeof data === 'object' &&
      data !== null &&
      'interview' in data &&
      data.interview === interview;
    if (!about) continue;
    const erased = await journal.erase(stream);
    if (!erased.ok) return erased;
  }
  return journal.erase(interview);
}
