import type { MemberId, Millis, OfficeId, StreamId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import type { ProgramSummary } from './model/program-summary.ts';
import {
  foldProgram,
  programStreamOf,
  summariseProgram,
  type Program,
  type ProgramFact,
} from './model/program.ts';

/** The programme as it stands in this vault. */
export async function readProgram(
  journal: Pick<Journal, 'list' | 'open' | 'take'>,
): Promise<Program> {
  const streams = await Promise.all(
    (await journal.list('program')).map(async ({ stream, data }) => {
      const events = (await journal.open(stream))?.events ?? [];
      const summary = isOlder(data) ? summariseProgram(events) : undefined;
      // The rule that is shown is the rule that is followed. What cannot be kept now is tried at the next reading.
      if (summary) await journal.take(stream, 'program', [], summary);
      return events;
    }),
  );
  return foldProgram(streams);
}

/** A summary from before it told what was said of guardians: `guideByRules` would find no rule in it. */
const isOlder = (summary: unknown): boolean =>
  typeof summary === 'object' && summary !== null && !('guardian' in summary);

/** Notes what a supervisor changes in a stream of her own, which is then to be delivered as `policy`. */
export async function changeProgram(
  journal: Pick<Journal, 'append' | 'open'>,
  { office, member }: { readonly office: OfficeId; readonly member: MemberId },
  program: Partial<Program>,
  now: Millis,
): Promise<Result<StreamId, StoreProblem>> {
  const stream = programStreamOf(office, member);
  const fact: ProgramFact = { type: 'ProgramChanged', version: 1, data: { program } };
  const before = summariseProgram((await journal.open(stream))?.events ?? []);
  const policy = program.guardianPolicy;
  const guardian = policy === undefined ? (before?.guardian ?? null) : { policy, at: now };
  const summary: ProgramSummary = { by: member, guardian };
  const kept = await journal.append(stream, 'program', [fact], summary);
  return kept.ok ? ok(stream) : kept;
}
