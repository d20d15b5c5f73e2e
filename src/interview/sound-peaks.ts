import type { StreamId } from '../base/ids.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import { joined } from './model/webm.ts';
import { playable } from './model/webm-file.ts';
import type { Readable } from './sound-stream.ts';

/** Decodes a whole file to samples of one channel. @throws when it can't. */
export type Decode = (file: ArrayBuffer) => Promise<Float32Array>;

/** A gap shorter than this is between two frames. */
const GAP_MS = 100;
/** So much is decoded at a time: about 4 MB of numbers. */
const RUN_MS = 120_000;
const RATE = 8000;

export const decodeSound: Decode = async (file) => {
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(file);
  return decoded.getChannelData(0);
};

/**
 * How loud a recording is, from 0 to 1, evenly from beginning to end: decoded stretch by stretch, so that an hour and a
 * half takes no more memory than two minutes.
 * @param tell called after each stretch with all that is known by then.
 */
export async function peaksOfRecording(
  sound: Pick<Readable, 'read'>,
  { recording, ms, many }: { recording: StreamId; ms: number; many: number },
  {
    tell,
    signal,
    decode = decodeSound,
  }: { tell: (peaks: Float32Array) => void; signal: AbortSignal; decode?: Decode },
): Promise<Float32Array> {
  const peaks = new Float32Array(many);
  let head: Uint8Array | undefined;
  for (let from = 0; !signal.aborted;) {
    const piece = await sound.read(recording, from);
    head ??= piece.slices.find(({ n }) => n === 0)?.bytes;
    const slices = piece.slices.filter(({ n, to }) => n > 0 && to > from);
    const last = slices.at(-1);
    if (!head || !last) break;
    for (const run of runsOf(slices)) {
      const [first] = run;
      const end = run.at(-1)?.to;
      if (!first || end === undefined || signal.aborted) break;
      const samples = await decode(joined(playable(head, run, first.from)).buffer);
      raise(peaks, samples, (first.from * many) / ms, (end * many) / ms);
    }
    tell(peaks.slice());
    if (!piece.more) break;
    from = last.to;
  }
  return peaks;
}

/** Stretches without a gap in them: what is decoded does not say where a gap was. */
function runsOf(slices: readonly SoundSlice[]): readonly (readonly SoundSlice[])[] {
  const runs: SoundSlice[][] = [];
  for (const slice of slices) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const before = run?.at(-1);
    const goesOn =
      run && first && before && slice.from - before.to <= GAP_MS && slice.to - first.from <= RUN_MS;
    if (goesOn) run.push(slice);
    else runs.push([slice]);
  }
  return runs;
}

/** The loudest sample of each place, where the samples lie evenly between `from` and `to` (places, not rounded). */
function raise(peaks: Float32Array, samples: Float32Array, from: number, to: number): void {
  for (const [i, sample] of samples.entries()) {
    const at = Math.min(
      peaks.length - 1,
      Math.floor(from + ((to - from) * i) / Math.max(1, samples.length)),
    );
    peaks[at] = Math.max(peaks[at] ?? 0, Math.min(1, Math.abs(sample)));
  }
}
