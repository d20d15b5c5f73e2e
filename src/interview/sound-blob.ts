import type { SoundSlice } from './model/sound-slice.ts';
import { playable } from './model/webm-file.ts';
import type { SoundPorts } from './sound-ports.ts';
import type { StreamId } from '../base/ids.ts';

/** All that is left of a recording as one file that can be jumped about in. */
export async function soundFile(
  sound: Pick<SoundPorts, 'read'>,
  recording: StreamId,
): Promise<Blob | undefined> {
  const slices: SoundSlice[] = [];
  let head: SoundSlice | undefined;
  for (let from = 0; ;) {
    const piece = await sound.read(recording, from);
    head ??= piece.slices.find(({ n }) => n === 0);
    slices.push(...piece.slices.filter(({ n }) => n > 0));
    if (!piece.more) break;
    from = slices.at(-1)?.to ?? from;
  }
  return head && slices.length > 0
    ? new Blob([...playable(head.bytes, slices)], { type: 'audio/webm' })
    : undefined;
}
