import { release } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import { tidying } from '../base/tidying.ts';
import type { MicrophoneProblem, OpenMicrophone } from './model/capture.ts';

/** Opus in WebM: what the sealed slices are cut from. */
const MIME = 'audio/webm;codecs=opus';
const OPTIONS: MediaRecorderOptions & { readonly audioBitrateMode: 'constant' } = {
  mimeType: MIME,
  audioBitsPerSecond: 32_000,
  audioBitrateMode: 'constant',
};
const SLICE_MS = 1000;

/**
 * Constant bit rate, since the packet lengths of a variable one tell what was said (security.md 1.3). Echo and noise
 * are left to the device, whose microphone it is.
 */
export const openMicrophone: OpenMicrophone = async (listener) => {
  if (!('MediaRecorder' in globalThis) || !MediaRecorder.isTypeSupported(MIME)) {
    return err({ type: 'notSupported' });
  }
  const opened = await open();
  if (!opened.ok) return opened;
  const stream = opened.value;
  const recorder = new MediaRecorder(stream, OPTIONS);
  // One after the other: a small blob may be read sooner than the big one before it.
  const tidy = tidying();
  let handed: Promise<void> = Promise.resolve();
  recorder.ondataavailable = ({ data }) => {
    handed = handed.then(async () => {
      // Some browsers give empty ones (security.md 1.4).
      if (data.size === 0) return;
      const bytes = new Uint8Array(await data.arrayBuffer());
      listener.onBytes(bytes);
      tidy(bytes.length);
      release(bytes);
    });
  };
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.onerror = () => listener.onEnded();
  for (const track of stream.getAudioTracks()) {
    track.onmute = () => listener.onTaken(true);
    track.onunmute = () => listener.onTaken(false);
    track.onended = () => listener.onEnded();
  }
  const meter = openMeter(stream);
  const awake = keepAwake();
  recorder.start(SLICE_MS);
  return ok({
    mime: MIME,
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    async flush() {
      if (recorder.state === 'inactive') return handed;
      const next = new Promise<void>((resolve) => {
        recorder.addEventListener('dataavailable', () => resolve(), { once: true });
      });
      recorder.requestData();
      await next;
      return handed;
    },
    async stop() {
      if (recorder.state !== 'inactive') {
        recorder.stop();
        await ended;
      }
      await handed;
      for (const track of stream.getTracks()) track.stop();
      meter.close();
      awake.release();
    },
    level: meter.level,
  });
};

async function open(): Promise<Result<MediaStream, MicrophoneProblem>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return err({ type: error.name === 'NotAllowedError' ? 'notAllowed' : 'noMicrophone' });
  }
}

/** Root mean square of the newest samples; speech close to the tablet comes to about a third of the scale. */
function openMeter(stream: MediaStream): { level(): number; close(): void } {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 3);
    },
    close: () => void context.close(),
  };
}

/** A screen that goes dark stops the microphone on some tablets. The lock is lost when hidden, and taken again. */
function keepAwake(): { release(): void } {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const take = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (isOver) await lock.release();
    } catch {
      // Refused on a low battery: the recording goes on, and a sleep shows as a gap.
    }
  };
  const again = (): void => void take();
  document.addEventListener('visibilitychange', again);
  again();
  return {
    release() {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    },
  };
}
