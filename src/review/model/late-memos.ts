import type { MemberId, Millis, StreamId } from '../../base/ids.ts';
import { memoLate, type DueClock, type MemoLate } from './inbox.ts';

/** A talk that was given to somebody and begun, as far as this list goes. */
export interface BegunTalk {
  readonly stream: StreamId;
  readonly interview: StreamId | null;
  readonly begunAt: Millis | null;
  readonly to: MemberId;
  readonly code: string;
}

/** One whose memo should have come by now. */
export interface LateMemo {
  /** The assignment. */
  readonly stream: StreamId;
  readonly code: string;
  readonly interviewer: MemberId;
  readonly begunAt: Millis;
  readonly memo: Exclude<MemoLate, null>;
}

/**
 * The begun talks of which nothing has come though the memo is due (domain.md section 4), the longest wait first. A
 * talk of which an urgent message has come has its own row in the inbox; one that was taken back is waited for no more.
 * @param known interviews that are in the inbox or were taken back.
 */
export function lateMemos(
  talks: readonly BegunTalk[],
  known: ReadonlySet<StreamId>,
  clock: DueClock,
): readonly LateMemo[] {
  return talks
    .flatMap(({ stream, interview, begunAt, to, code }) => {
      if (interview === null || begunAt === null || known.has(interview)) return [];
      const memo = memoLate(begunAt, clock);
      return memo ? [{ stream, code, interviewer: to, begunAt, memo }] : [];
    })
    .sort((a, b) => a.begunAt - b.begunAt);
}
