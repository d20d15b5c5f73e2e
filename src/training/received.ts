import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import type { Debrief } from './model/debrief.ts';
import { foldDebrief } from './model/kept-debrief.ts';

/** A debrief that a colleague has sent, with what they wrote to its questions afterwards. */
export interface ReceivedDebrief {
  readonly stream: StreamId;
  readonly by: MemberId;
  readonly at: Millis;
  readonly debrief: Debrief;
}

/** Those that others sent, newest first. */
export async function receivedDebriefs(
  journal: Pick<Journal, 'list' | 'open'>,
  me: MemberId,
): Promise<readonly ReceivedDebrief[]> {
  const all = await Promise.all(
    (await journal.list('debrief')).map(async ({ stream }) => {
      const kept = foldDebrief((await journal.open(stream))?.events ?? []);
      if (!kept || kept.by === me) return [];
      const { by, at, debrief, reflections } = kept;
      const [first, second, third] = debrief.reflections;
      const written: Debrief['reflections'] = [
        reflections.get(0) ?? first,
        reflections.get(1) ?? second,
        reflections.get(2) ?? third,
      ];
      return [{ stream, by, at, debrief: { ...debrief, reflections: written } }];
    }),
  );
  return all.flat().toSorted((a, b) => b.at - a.at);
}
