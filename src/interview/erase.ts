import type { StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Journal, Saved, StoreProblem } from '../journal/model/port.ts';

/** Erases a draft for good, and first what its interviewer wrote about it in part C of the memo. */
export async function eraseInterview(
  journal: Journal,
  interview: StreamId,
): Promise<Result<Saved, StoreProblem>> {
  for (const { stream, data } of await journal.list('reflection')) {
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
