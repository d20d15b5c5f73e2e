import { useCallback, useEffect } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { withdrawInterview } from '../../interview/withdraw.ts';
import { merge } from '../../journal/model/merge.ts';
import { Blocked, BlockedNotice } from '../../review/ui/Blocked.tsx';
import { Reading } from '../../review/ui/Reading.tsx';
import { WithdrawPart } from '../../review/ui/WithdrawPart.tsx';
import { goingHere } from '../going.ts';
import { noteAccess } from '../note-access.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

/** One delivered interview with the guide it was held by; one that was taken back is not shown. */
export function ReadingScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly clock: Clock;
}) {
  const { stream, desk, clock } = props;
  useEffect(() => {
    void noteAccess(desk.journal, desk.me.member, { act: 'read', stream, at: clock.now() });
  }, [desk, stream, clock]);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const opened = await desk.journal.open(stream);
      const state = opened && foldInterview(merge(opened.events));
      return {
        code: state && state.revision > 0 ? state.code : undefined,
        guide: state && (await desk.guide(state.guide)),
        directory: await desk.directory(),
        flagged: (state?.flags.length ?? 0) > 0,
        withdrawn: (await goingHere(desk.journal)).get(stream)?.withdrawn,
      };
    }, [desk, stream]),
  );
  if (!known) return null;
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
      }}
    />
  );
}
