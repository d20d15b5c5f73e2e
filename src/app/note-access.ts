import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import {
  logStreamOf,
  monthOf,
  type AccessAct,
  type LogFact,
  type LogSummary,
} from '../review/model/access-log.ts';

/** Notes that this member has unlocked, read or taken something out. It goes to the supervisors with the next parcel. */
export const noteAccess = (
  journal: Pick<Journal, 'append'>,
  member: MemberId,
  {
    act,
    stream,
    at,
  }: { readonly act: AccessAct; readonly stream: StreamId | null; readonly at: Millis },
): Promise<Result<unknown, StoreProblem>> =>
  noteAccesses(journal, member, { act, streams: [stream], at });

/** The same of several streams at once: all of it is noted, or nothing. */
export function noteAccesses(
  journal: Pick<Journal, 'append'>,
  member: MemberId,
  {
    act,
    streams,
    at,
  }: {
    readonly act: AccessAct;
    readonly streams: readonly (StreamId | null)[];
    readonly at: Millis;
  },
): Promise<Result<unknown, StoreProblem>> {
  const month = monthOf(at);
  const facts = streams.map((stream): LogFact => ({
    type: 'AccessNoted',
    version: 1,
    data: { act, stream },
  }));
  const summary: LogSummary = { by: member, month };
  return journal.append(logStreamOf(member, month), 'log', facts, summary);
}
