import { useCallback } from 'react';
import type { Millis, StreamId } from '../../../base/ids.ts';
import {
  erasureStreamOf,
  type ErasureFact,
  type ErasureSummary,
  type LeftBehind,
} from '../../../interview/model/withdrawal.ts';
import { recallWithdrawal } from '../../../interview/withdraw.ts';
import { RecordingSummary } from '../../../interview/model/sound.ts';
import { TranscriptSummary } from '../../../interview/model/transcript.ts';
import type { Material } from '../../../people/model/program.ts';
import { readProgram } from '../../../people/program-stream.ts';
import { inboxItems } from '../../../review/model/inbox.ts';
import { LogSummary } from '../../../review/model/access-log.ts';
import { dueForErasing, type Held } from '../../../review/model/retention.ts';
import type { ToApprove } from '../../../review/ui/ApproveDialog.tsx';
import { Erasures } from '../../../review/ui/Erasures.tsx';
import { goingHere } from '../../going.ts';
import type { Desk } from '../../port.ts';
import { nameIn } from '../names.ts';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';

/** Withdrawals and retention: what waits for a second supervisor, and what is gone. */
export function ErasuresPlace({ desk, deps, onBack }: PlaceProps) {
  const known = useAsked(
    desk,
    useCallback(async () => {
      const { journal } = desk;
      return {
        going: await goingHere(journal),
        held: await heldHere(desk),
        program: await readProgram(journal),
        directory: await desk.directory(),
      };
    }, [desk]),
  );
  if (!known) return null;
  const { going, held, program } = known;
  return (
    <Erasures
      me={desk.me.member}
      going={[...going.values()]}
      due={dueForErasing(held, program.retention, going, deps.clock.now())}
      hasRules={program.retention.length > 0}
      unhandled={(interview) => held.find((each) => each.interview === interview)?.unhandled ?? 0}
      nameOf={nameIn(known.directory, desk)}
      onApprove={(what) => approve(desk, what, deps.clock.now())}
      onRecall={async (interview) => {
        const recalled = await recallWithdrawal(desk, interview, desk.me.member);
        return recalled.ok && recalled.value !== 'tooLate';
      }}
      onBack={onBack}
    />
  );
}

/** Keeps one's own approval, tells everyone, and erases here what two have now approved. */
async function approve(desk: Desk, what: ToApprove, now: Millis): Promise<boolean> {
  const { interview, code, decision, why } = what;
  const materials = [...what.materials];
  const stream = erasureStreamOf(interview, desk.me.member);
  const leftBehind = await leftBehindOf(desk, interview);
  const data = { interview, code, materials, decision, why, leftBehind };
  const fact: ErasureFact = { type: 'ErasureApproved', version: 1, data };
  const summary: ErasureSummary = { ...data, by: desk.me.member, at: now };
  const kept = await desk.journal.append(stream, 'erasure', [fact], summary);
  if (!kept.ok) return false;
  await desk.deliver('erasure', stream);
  return (await desk.eraseApproved()).ok;
}

/** Backups and files that somebody saved are never known to be none. */
async function leftBehindOf(desk: Desk, interview: StreamId): Promise<LeftBehind[]> {
  const opened = await desk.journal.open(interview);
  const copied = opened?.events.some(({ type }) => type === 'CopyReleased') ?? false;
  return [...(copied ? (['participantCopy'] as const) : []), 'savedFiles', 'backups'];
}

async function heldHere({ journal }: Desk): Promise<readonly Held[]> {
  const about = (ids: readonly (StreamId | undefined)[]) => new Set(ids);
  const sound = about(
    (await journal.list('sound')).map(
      ({ data }) => RecordingSummary.safeParse(data).data?.interview,
    ),
  );
  const written = about(
    (await journal.list('transcript')).map(
      ({ data }) => TranscriptSummary.safeParse(data).data?.interview,
    ),
  );
  const items = inboxItems(await journal.list('interview'), await journal.list('review'));
  const interviews = items.map(({ stream, code, completedAt, unhandled }): Held => ({
    interview: stream,
    code,
    completedAt,
    unhandled,
    has: new Set<Material>([
      'interview',
      ...(sound.has(stream) ? (['sound'] as const) : []),
      ...(written.has(stream) ? (['transcript'] as const) : []),
    ]),
  }));
  const logs = (await journal.list('log')).flatMap(({ stream, data }): Held[] => {
    const known = LogSummary.safeParse(data).data;
    if (!known) return [];
    const { month } = known;
    const [year = 0, number = 0] = month.split('-').map(Number);
    // Days are counted from the end of the month.
    const completedAt = Date.UTC(year, number, 1);
    return [
      { interview: stream, code: month, completedAt, unhandled: 0, has: new Set(['log'] as const) },
    ];
  });
  return [...interviews, ...logs];
}
