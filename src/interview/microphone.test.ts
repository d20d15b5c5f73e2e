import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openMicrophone } from './microphone.ts';
import type { SoundListener } from './model/capture.ts';

/* A browser with a microphone, as far as the recording asks for one. */

class Track extends EventTarget {
  onmute: (() => void) | null = null;
  onunmute: (() => void) | null = null;
  onended: (() => void) | null = null;
  stop = vi.fn<() => void>();
}

class Recorder extends EventTarget {
  static isTypeSupported = (mime: string): boolean => mime === 'audio/webm;codecs=opus';
  static last: Recorder | undefined;
  state: 'inactive' | 'recording' | 'paused' = 'inactive';
  slice = 0;
  ondataavailable: ((event: { readonly data: Blob }) => void) | null = null;
  onstop: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly options: unknown;
  constructor(_stream: unknown, options: unknown) {
    super();
    this.options = options;
    Recorder.last = this;
  }
  start(slice: number): void {
    this.state = 'recording';
    this.slice = slice;
  }
  pause(): void {
    this.state = 'paused';
  }
  resume(): void {
    this.state = 'recording';
  }
  give(...bytes: number[]): void {
    this.ondataavailable?.({ data: new Blob([Uint8Array.from(bytes)]) });
    this.dispatchEvent(new Event('dataavailable'));
  }
  requestData(): void {
    this.give(7);
  }
  stop(): void {
    this.give(9);
    this.state = 'inactive';
    this.onstop?.();
  }
}

class Analyser {
  fftSize = 4;
  getFloatTimeDomainData(samples: Float32Array): void {
    samples.fill(0.1);
  }
}

class Sounds {
  createMediaStreamSource = () => ({ connect: () => undefined });
  close = async () => undefined;
}

let track: Track;
let page: EventTarget & { visibilityState: string };
let released: ReturnType<typeof vi.fn<() => Promise<void>>>;
let request: ReturnType<typeof vi.fn<(kind: string) => Promise<object>>>;
let microphone: () => Promise<object>;

beforeEach(() => {
  track = new Track();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  released = vi.fn<() => Promise<void>>(async () => undefined);
  request = vi.fn<(kind: string) => Promise<object>>(async () => ({ release: released }));
  microphone = async () => ({ getAudioTracks: () => [track], getTracks: () => [track] });
  vi.stubGlobal('MediaRecorder', Recorder);
  vi.stubGlobal('AudioContext', Sounds);
  vi.stubGlobal('AnalyserNode', Analyser);
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: () => microphone() },
    wakeLock: { request },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function open() {
  const heard: number[][] = [];
  const told: string[] = [];
  const listener: SoundListener = {
    onBytes: (bytes) => heard.push([...bytes]),
    onTaken: (isTaken) => told.push(isTaken ? 'taken' : 'given back'),
    onEnded: () => told.push('ended'),
  };
  const opened = await openMicrophone(listener);
  const recorder = Recorder.last;
  if (!opened.ok || !recorder) throw new Error('no microphone');
  return { capture: opened.value, recorder, heard, told };
}

it('records speech at a constant 32 kbit/s, a slice each second: 15 MB an hour at most', async () => {
  const { recorder } = await open();
  expect(recorder.options).toEqual({
    mimeType: 'audio/webm;codecs=opus',
    audioBitsPerSecond: 32_000,
    audioBitrateMode: 'constant',
  });
  expect(recorder.slice).toBe(1000);
  expect((32_000 / 8) * 3600).toBeLessThan(15_000_000);
});

it('hands over what comes in its order, nothing of what is empty, and the last second before it ends', async () => {
  const { capture, recorder, heard } = await open();
  recorder.give(1, 2);
  recorder.give();
  recorder.give(3);
  await capture.flush();
  expect(heard).toEqual([[1, 2], [3], [7]]);
  await capture.stop();
  expect(heard.at(-1)).toEqual([9]);
  expect(track.stop).toHaveBeenCalledOnce();
});

it('says when something else has the microphone, and when it is gone', async () => {
  const { recorder, told } = await open();
  track.onmute?.();
  track.onunmute?.();
  track.onended?.();
  recorder.onerror?.();
  expect(told).toEqual(['taken', 'given back', 'ended', 'ended']);
});

it('shows how loud it is', async () => {
  const { capture } = await open();
  expect(capture.level()).toBeCloseTo(0.3);
});

it('keeps the screen awake while it records, again after it was hidden, and no longer', async () => {
  const { capture } = await open();
  expect(request).toHaveBeenCalledExactlyOnceWith('screen');
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledOnce();
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(2);
  await capture.stop();
  expect(released).toHaveBeenCalledOnce();
  page.dispatchEvent(new Event('visibilitychange'));
  expect(request).toHaveBeenCalledTimes(2);
});

it('records all the same where the screen may not be kept awake', async () => {
  request.mockRejectedValue(new DOMException('low battery', 'NotAllowedError'));
  const { recorder, heard } = await open();
  recorder.give(1);
  await vi.waitFor(() => expect(heard).toEqual([[1]]));
});

it('says why there is no microphone, and records nothing in another form', async () => {
  const nothing = (): void => undefined;
  const listener = { onBytes: nothing, onTaken: nothing, onEnded: nothing };
  microphone = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  expect(await openMicrophone(listener)).toEqual({ ok: false, error: { type: 'notAllowed' } });
  microphone = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  expect(await openMicrophone(listener)).toEqual({ ok: false, error: { type: 'noMicrophone' } });
  vi.stubGlobal('MediaRecorder', { isTypeSupported: () => false });
  expect(await openMicrophone(listener)).toEqual({ ok: false, error: { type: 'notSupported' } });
});
