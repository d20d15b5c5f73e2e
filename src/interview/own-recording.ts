import type { StreamId } from '../base/ids.ts';
import { sourceOf } from './sound-file.ts';
import { peaksOfRecording } from './sound-peaks.ts';
import { streamInto, type Readable } from './sound-stream.ts';
import type { SoundSource } from './ui/sound-source.ts';

const PEAKS = 1200;

/** A recording that is kept here, sealed, for the player; undefined when it is not here or can't be played. */
export async function openOwnRecording(
  sound: Readable,
  recording: StreamId,
): Promise<SoundSource | undefined> {
  const audio = new Audio();
  audio.preservesPitch = true;
  const stream = await streamInto(audio, sound, recording);
  if (!stream) return undefined;
  const stop = new AbortController();
  const { durationMs } = stream;
  return sourceOf(audio, {
    durationMs,
    // A picture of the sound, and no more: what cannot be read for it leaves a flat line, and playing says why.
    peaks: (tell) =>
      peaksOfRecording(
        sound,
        { recording, ms: durationMs, many: PEAKS },
        { tell, signal: stop.signal },
      ).catch(() => new Float32Array(0)),
    close: () => {
      stop.abort();
      stream.close();
    },
  });
}
