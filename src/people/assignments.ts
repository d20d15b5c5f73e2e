import { newId, type Deps } from '../base/deps.ts';
import { StreamId, type MemberId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { inOrder } from '../journal/model/merge.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  afterAssignmentFact,
  AssignmentSummary,
  foldAssignment,
  givenNow,
  type AssignmentFact,
} from './model/assignment.ts';

export type AssignmentProblem = StoreProblem | { readonly type: 'noSuchAssignment' };

/** An assignment as the lists have it. */
export interface ListedAssignment extends AssignmentSummary {
  readonly stream: StreamId;
}

/**
 * Gives somebody a talk to hold; it must be delivered to reach them.
 * @param answer what the person has said already, so that nobody asks them again.
 */
export async function giveAssignment(
  journal: Journal,
  data: Extract<AssignmentFact, { type: 'AssignmentGiven' }>['data'],
  by: MemberId,
  { clock, random }: Deps,
  answer: AssignmentSummary['answer'] = null,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = newId(StreamId, random);
  const given: AssignmentFact = { type: 'AssignmentGiven', version: 1, data };
  const said: AssignmentFact[] = answer
    ? [{ type: 'AssignmentAnswered', version: 1, data: answer }]
    : [];
  const summary = said.reduce(
    (state, fact) => afterAssignmentFact(state, fact, by),
    givenNow(data, by, clock.now()),
  );
  const kept = await journal.append(stream, 'assignment', [given, ...said], summary);
  return kept.ok ? ok(stream) : kept;
}

/** Adds a fact to an assignment, with the summary that follows from it. */
export async function writeAssignment(
  journal: Journal,
  stream: StreamId,
  fact: AssignmentFact,
  by: MemberId,
): Promise<Result<AssignmentSummary, AssignmentProblem>> {
  const opened = await journal.open(stream);
  const before = opened && foldAssignment([...opened.events].sort(inOrder));
  if (!before) return err({ type: 'noSuchAssignment' });
  const summary = afterAssignmentFact(before, fact, by);
  const kept = await journal.append(stream, 'assignment', [fact], summary);
  return kept.ok ? ok(summary) : kept;
}

/** All that are known here, newest change first. */
export async function listAssignments(
  journal: Pick<Journal, 'list'>,
): Promise<readonly ListedAssignment[]> {
  return (await journal.list('assignment')).flatMap(({ stream, data }) => {
    const summary = AssignmentSummary.safeParse(data).data;
    return summary ? [{ stream, ...summary }] : [];
  });
}
