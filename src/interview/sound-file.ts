import type { SoundSource, SoundTime } from './ui/sound-source.ts';
import { wavPeaks } from './wav-peaks.ts';

const PEAKS = 1200;
/** Decoding holds the whole sound in memory as numbers: ten minutes are about 200 MB for a moment. */
const DECODED_MS = 10 * 60_000;
const NEEDS_MS = 15_000;

/**
 * A sound chosen from a disk. It is read where it lies and not copied; its address is made here and taken back by
 * `close`. Undefined when the browser can't play it.
 */
export async function openSoundFile(file: Blob): Promise<SoundSource | undefined> {
  const address = URL.createObjectURL(file);
  const audio = new Audio();
  audio.preload = 'metadata';
  audio.preservesPitch = true;
  audio.src = address;
  const close = () => {
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
    URL.revokeObjectURL(address);
  };
  const duration = await durationOf(audio);
  if (duration === undefined) {
    close();
    return undefined;
  }
  const durationMs = Math.round(duration * 1000);
  return sourceOf(audio, { durationMs, peaks: () => peaksOf(file, durationMs), close });
}

/** An audio element as the player knows it. */
export function sourceOf(
  audio: HTMLAudioElement,
  own: Pick<SoundSource, 'durationMs' | 'peaks' | 'close'>,
): SoundSource {
  const { durationMs } = own;
  const now = (): SoundTime => ({
    ms: Math.round(audio.currentTime * 1000),
    playing: !audio.paused && !audio.ended,
  });
  return {
    ...own,
    play: async (fromMs) => {
      audio.currentTime = fromMs / 1000;
      return audio.play().then(
        () => true,
        () => false,
      );
    },
    pause: () => audio.pause(),
    seek: (ms) => {
      audio.currentTime = Math.min(Math.max(ms, 0), durationMs) / 1000;
    },
    setRate: (rate) => {
      audio.playbackRate = rate;
    },
    onTime: (listener) => {
      const tell = () => listener(now());
      const names = ['timeupdate', 'play', 'pause', 'seeked', 'ended'] as const;
      for (const name of names) audio.addEventListener(name, tell);
      return () => {
        for (const name of names) audio.removeEventListener(name, tell);
      };
    },
  };
}

/** Seconds. A recording cut off by a crash doesn't say how long it is: going to its end does. */
function durationOf(audio: HTMLAudioElement): Promise<number | undefined> {
  return new Promise((resolve) => {
    const done = (seconds: number | undefined) => {
      clearTimeout(timer);
      resolve(seconds);
    };
    const timer = setTimeout(done, NEEDS_MS);
    const look = () => {
      if (Number.isNaN(audio.duration)) return;
      if (audio.duration === Infinity) {
        audio.currentTime = Number.MAX_SAFE_INTEGER;
        return;
      }
      audio.currentTime = 0;
      done(audio.duration);
    };
    audio.addEventListener('loadedmetadata', look);
    audio.addEventListener('durationchange', look);
    audio.addEventListener('error', () => done(undefined));
  });
}

async function peaksOf(file: Blob, durationMs: number): Promise<Float32Array> {
  const wav = await wavPeaks(file, PEAKS);
  if (wav) return wav;
  if (durationMs > DECODED_MS) return new Float32Array(0);
  try {
    const context = new OfflineAudioContext(1, 1, 8000);
    const decoded = await context.decodeAudioData(await file.arrayBuffer());
    const samples = decoded.getChannelData(0);
    const out = new Float32Array(Math.min(PEAKS, samples.length));
    for (const [i, sample] of samples.entries()) {
      const at = Math.floor((i * out.length) / samples.length);
      out[at] = Math.max(out[at] ?? 0, Math.abs(sample));
    }
    return out;
  } catch {
    // A sound that plays but can't be decoded as a whole: the line stays flat.
    return new Float32Array(0);
  }
}
