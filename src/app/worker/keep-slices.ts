import { release } from '../../base/bytes.ts';
import type { StreamId } from '../../base/ids.ts';
import { tidying } from '../../base/tidying.ts';
import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import type { SoundStore } from '../../vault/model/sound.ts';

/** Four minutes of sound, which pass through the database one by one while they are recorded. */
const tidy = tidying();

/** Keeps slices that came over from the page or out of a parcel: nobody has a use for their bytes afterwards. */
export async function keepSlices(
  sound: Pick<SoundStore, 'append'>,
  recording: StreamId,
  ...slices: readonly SoundSlice[]
): ReturnType<SoundStore['append']> {
  const kept = await sound.append(recording, ...slices);
  for (const { bytes } of slices) {
    tidy(bytes.length);
    release(bytes);
  }
  return kept;
}
