import { useCallback } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { merge } from '../../journal/model/merge.ts';
import { Reading } from '../../review/ui/Reading.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

/** One delivered interview with the guide it was held by. */
export function ReadingScreen(props: {
  readonly stream: StreamId;
  readonly desk: Desk;
  readonly clock: Clock;
}) {
  const { stream, desk } = props;
  const known = useAsked(
    desk,
    useCallback(async () => {
      const opened = await desk.journal.open(stream);
      const state = opened && foldInterview(merge(opened.events));
      return {
        guide: state && (await desk.guide(state.guide)),
        directory: await desk.directory(),
      };
    }, [desk, stream]),
  );
  if (!known) return null;
  return (
    <Reading
      stream={stream}
      guide={known.guide}
      nameOf={nameIn(known.directory, desk)}
      onBack={() => go({ name: 'inbox' })}
      ports={{
        journal: desk.journal,
        me: desk.me,
        clock: props.clock,
        sound: desk.sound,
        deliver: desk.deliver,
        acknowledge: desk.acknowledge,
      }}
    />
  );
}
