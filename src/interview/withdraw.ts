import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { untick } from './consent.ts';
import { may } from './model/act.ts';
import {
  ErasureSummary,
  summariseWithdrawal,
  withdrawalStreamOf,
  type WithdrawalFact,
  type WithdrawalSummary,
} from './model/withdrawal.ts';
import type { InterviewSession } from './session.ts';

/** What takes a withdrawal out of the house. */
export interface Delivers {
  readonly deliver: (kind: 'interview', stream: InterviewSession['stream']) => Promise<void>;
}

/**
 * Takes back the yes to these items, at any moment. What was handed in already is told to the supervisors at once:
 * they have a copy that must be used for it no more (domain.md section 4, situation 7).
 */
export async function withdraw(
  session: InterviewSession,
  items: readonly [string, ...string[]],
  ports: Delivers,
): Promise<Result<'kept' | 'told', StoreProblem>> {
  const { state } = session.snapshot();
  if (!may(state, 'withdraw')) return ok('kept');
  untick(session, items);
  const data = { items: [...items] };
  const kept = await session.act([{ type: 'ConsentWithdrawn', version: 1, data }]);
  if (!kept.ok) return kept;
  if (state.revision === 0) return ok('kept');
  await ports.deliver('interview', session.stream);
  return ok('told');
}

type Withdrawn = Extract<WithdrawalFact, { type: 'InterviewWithdrawn' }>;

/**
 * Writes down that the participant has taken back the whole of an interview that was handed in, and tells everyone
 * who may have it. Said twice it is one withdrawal.
 */
export async function withdrawInterview(
  ports: {
    readonly journal: Journal;
    readonly deliver: (kind: 'withdrawal', stream: StreamId) => Promise<unknown>;
  },
  { by, ...data }: Withdrawn['data'] & { readonly by: MemberId },
  now: Millis,
): Promise<Result<'withdrawn', StoreProblem>> {
  const stream = withdrawalStreamOf(data.interview, by);
  const fact: Withdrawn = { type: 'InterviewWithdrawn', version: 1, data };
  const summary: WithdrawalSummary = { ...data, by, at: now, recalled: false, bySupervisor: true };
  const before = summariseWithdrawal((await ports.journal.open(stream))?.events ?? []);
  if (!before || before.recalled) {
    const kept = await ports.journal.append(stream, 'withdrawal', [fact], summary);
    if (!kept.ok) return kept;
  }
  await ports.deliver('withdrawal', stream);
  return ok('withdrawn');
}

/**
 * Says that one's own note of a withdrawal was a mistake. After the first approval of the erasing it is too late: a
 * supervisor has decided on what was said then.
 */
export async function recallWithdrawal(
  ports: {
    readonly journal: Journal;
    readonly deliver: (kind: 'withdrawal', stream: StreamId) => Promise<unknown>;
  },
  interview: StreamId,
  by: MemberId,
): Promise<Result<'recalled' | 'none' | 'tooLate', StoreProblem>> {
  const approvals = await ports.journal.list('erasure');
  if (approvals.some(({ data }) => ErasureSummary.safeParse(data).data?.interview === interview)) {
    return ok('tooLate');
  }
  const stream = withdrawalStreamOf(interview, by);
  const before = summariseWithdrawal((await ports.journal.open(stream))?.events ?? []);
  if (!before) return ok('none');
  const fact: WithdrawalFact = { type: 'WithdrawalRecalled', version: 1, data: { interview } };
  const kept = await ports.journal.append(stream, 'withdrawal', [fact], {
    ...before,
    recalled: true,
  });
  if (!kept.ok) return kept;
  await ports.deliver('withdrawal', stream);
  return ok('recalled');
}
