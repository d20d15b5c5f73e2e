import { useCallback, useMemo } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import type { Guide, GuideRef } from '../../guide/model/guide.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { withdrawInterview } from '../../interview/withdraw.ts';
import { readProgram } from '../../people/program-stream.ts';
import { Blocked, BlockedNotice } from '../../review/ui/Blocked.tsx';
import { Reading } from '../../review/ui/Reading.tsx';
import { WithdrawPart } from '../../review/ui/WithdrawPart.tsx';
import { goingHere } from '../going.ts';
import { Opening } from '../Opening.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { nameIn } from './names.ts';
import { UnnotedNotice } from './UnnotedNotice.tsx';
import { useAsked } from './use-desk.ts';
import { useNotedReading } from './use-noted.ts';

/** One delivered interview with the guide it was held by; one that was taken back is not shown. */
export function ReadingScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly clock: Clock;
}) {
  const { stream, desk, clock } = props;
  const unnoted = useNotedReading(desk, clock, stream);
  // Asked for once: the guide that an interview pins never changes, and news come every few seconds.
  const guideOf = useMemo(() => {
    let known: Promise<Guide | undefined> | undefined;
    return (ref: GuideRef) => (known ??= desk.guide(ref));
  }, [desk]);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [interviews, directory, going] = await Promise.all([
        desk.journal.list('interview'),
        desk.directory(),
        goingHere(desk.journal),
      ]);
      const listed = interviews.find((each) => each.stream === stream);
      const known = InterviewSummary.safeParse(listed?.data).data;
      return {
        code: known && known.revision > 0 ? known.code : undefined,
        guide: known && (await guideOf(known.guide)),
        directory,
        flagged: (known?.flags ?? 0) > 0,
        withdrawn: going.get(stream)?.withdrawn,
      };
    }, [desk, stream, guideOf]),
  );
  if (!known) return <Opening />;
  const { code, withdrawn, flagged } = known;
  const onBack = () => go({ name: 'inbox' });
  const onErasing = () => go({ name: 'place', place: 'erasures', stream: null });
  if (withdrawn && !flagged) {
    return <Blocked at={withdrawn.at} onErasing={onErasing} onBack={onBack} />;
  }
  const withdraw = async (of: string): Promise<boolean> => {
    const said = {
      interview: stream,
      code: of,
      through: 'supervisor',
      by: desk.me.member,
    } as const;
    return (await withdrawInterview(desk, said, clock.now())).ok;
  };
  return (
    <>
      {unnoted && <UnnotedNotice />}
      <Reading
        stream={stream}
        guide={known.guide}
        nameOf={nameIn(known.directory, desk)}
        onBack={onBack}
        {...(withdrawn && { instead: <BlockedNotice at={withdrawn.at} onErasing={onErasing} /> })}
        end={code !== undefined && <WithdrawPart code={code} onWithdraw={() => withdraw(code)} />}
        ports={{
          journal: desk.journal,
          me: desk.me,
          clock,
          sound: desk.sound,
          deliver: desk.deliver,
          acknowledge: desk.acknowledge,
          approvers: async () => ((await readProgram(desk.journal)).twoApprovers ? 2 : 1),
        }}
      />
    </>
  );
}
