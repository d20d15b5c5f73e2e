import type { StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { afterLeft, foldLeft, leftStreamOf, LeftSummary, type LeftFact } from './model/left.ts';

/** The interviews that have left this tablet, newest change first. */
export async function listLeft(journal: Pick<Journal, 'list'>): Promise<readonly LeftSummary[]> {
  return (await journal.list('left')).flatMap(({ data }) => LeftSummary.safeParse(data).data ?? []);
}

/** Adds a fact to the line of an interview that has left; nothing for one that has not. */
export async function writeLeft(
  journal: Journal,
  interview: StreamId,
  fact: LeftFact,
): Promise<Result<'kept', StoreProblem>> {
  const stream = leftStreamOf(interview);
  const before = foldLeft(merge((await journal.open(stream))?.events ?? []));
  const summary = afterLeft(before, fact);
  if (!summary) return ok('kept');
  const kept = await journal.append(stream, 'left', [fact], summary);
  return kept.ok ? ok('kept') : kept;
}
