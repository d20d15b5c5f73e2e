import { beforeEach, expect, it, vi } from 'vitest';
import { INTERVIEW } from './fixture.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import { joined, openCutter, slicesOf } from './model/webm.ts';
import { RECORDING, SECOND_MS, secondsOf, SOUND_HEAD } from './sound-fixture.ts';
import { streamInto, type Readable } from './sound-stream.ts';

/* A player that knows what it was given, and nothing of how it sounds. */
class FakeBuffer extends EventTarget {
  head: Uint8Array | undefined;
  /** The stretches that are in it, in ms. */
  held: { readonly from: number; readonly to: number }[] = [];
  most = 0;
  get buffered() {
    const { held } = this;
    return {
      length: held.length > 0 ? 1 : 0,
      start: () => (held[0]?.from ?? 0) / 1000,
      end: () => (held.at(-1)?.to ?? 0) / 1000,
    };
  }
  appendBuffer(bytes: Uint8Array<ArrayBuffer>) {
    if (!this.head) this.head = bytes;
    else {
      const cutter = openCutter();
      cutter.push(joined([SOUND_HEAD, segment]));
      const cut = cutter.push(bytes);
      if (cut) this.held.push({ from: cut.from, to: cut.to });
    }
    this.most = Math.max(this.most, this.length());
    setImmediate(() => this.dispatchEvent(new Event('updateend')));
  }
  remove(from: number, to: number) {
    this.held = this.held
      .map((each) => ({
        ...each,
        from:
          each.from >= from * 1000 ? Math.max(each.from, Math.min(to * 1000, each.to)) : each.from,
      }))
      .filter((each) => each.from < each.to);
    setImmediate(() => this.dispatchEvent(new Event('updateend')));
  }
  length = () => this.held.reduce((sum, { from, to }) => sum + to - from, 0);
}
const segment = Uint8Array.of(0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255);

let buffer: FakeBuffer;
const sources: FakeSource[] = [];
class FakeSource extends EventTarget {
  static isTypeSupported = (mime: string) => mime === 'audio/webm;codecs=opus';
  readyState = 'open';
  duration = Number.NaN;
  constructor() {
    super();
    sources.push(this);
    setImmediate(() => this.dispatchEvent(new Event('sourceopen')));
  }
  addSourceBuffer() {
    buffer = new FakeBuffer();
    return buffer;
  }
  endOfStream() {
    this.readyState = 'ended';
  }
}

class FakeAudio extends EventTarget {
  currentTime = 0;
  src = '';
  pause = vi.fn<() => void>();
  load = vi.fn<() => void>();
  removeAttribute = vi.fn<(name: string) => void>();
  /** Plays, or jumps, to a second. */
  async to(seconds: number, how: 'timeupdate' | 'seeking') {
    this.currentTime = seconds;
    this.dispatchEvent(new Event(how));
    await settled();
  }
}
const settled = async () => {
  for (let i = 0; i < 30; i += 1) await new Promise((next) => setImmediate(next));
};

/** Half a minute at a time, as the worker gives it. */
function readable(slices: readonly SoundSlice[]) {
  const asked: number[] = [];
  const sound: Readable = {
    cards: async () => [{ recording: RECORDING, interview: INTERVIEW, ms: slices.at(-1)?.to ?? 0 }],
    read: async (_recording, from) => {
      asked.push(from);
      const [head, ...rest] = slices.filter(({ n, to }) => n === 0 || to > from);
      return { slices: [...(head ? [head] : []), ...rest.slice(0, 30)], more: rest.length > 30 };
    },
  };
  return { sound, asked };
}

let audio: FakeAudio;
beforeEach(() => {
  vi.stubGlobal('MediaSource', FakeSource);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:sound');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  audio = new FakeAudio();
});
/** The parts of an audio element that are used, and no more. */
const element = (): HTMLAudioElement => Reflect.apply(Object, undefined, [audio]);
const play = async (slices: readonly SoundSlice[]) => {
  const { sound, asked } = readable(slices);
  const stream = await streamInto(element(), sound, RECORDING);
  await settled();
  return { stream, asked };
};

it('holds a minute or two of a long recording, whatever is played of it', async () => {
  const { stream } = await play(secondsOf(600, 20));
  expect(stream?.durationMs).toBe(600 * SECOND_MS);
  expect(sources.at(-1)?.duration).toBe((600 * SECOND_MS) / 1000);
  for (let second = 0; second < 560; second += 10) {
    await audio.to(second, 'timeupdate');
    expect(buffer.buffered.end()).toBeGreaterThan(second + 10);
  }
  expect(buffer.most).toBeLessThan(160_000);
  expect(buffer.buffered.start()).toBeGreaterThan(400);
  expect(sources.at(-1)?.readyState).toBe('ended');
});

it('reads from where somebody jumps to, and forgets what was there', async () => {
  const { asked } = await play(secondsOf(600, 20));
  await audio.to(500, 'seeking');
  expect(asked.at(-3)).toBe(500_000);
  expect(buffer.buffered.start()).toBeCloseTo(500, -1);
  const before = asked.length;
  await audio.to(505, 'seeking');
  expect(asked).toHaveLength(before);
});

it('is silent where something was struck out, so that all times stay', async () => {
  const slices = secondsOf(60, 20).filter(({ n }) => n < 10 || n > 25);
  await play(slices);
  const held = buffer.held.toSorted((a, b) => a.from - b.from);
  for (const [i, each] of held.entries()) {
    expect(each.from - (held[i - 1]?.to ?? 0)).toBeLessThan(100);
  }
  expect(buffer.buffered.end()).toBeCloseTo((60 * SECOND_MS) / 1000, 0);
  expect(slicesOf(joined(slices.map(({ bytes }) => bytes)), 1).slices.length).toBe(44);
});

it('leaves nothing behind when it is closed, and plays nothing where it can not', async () => {
  const { stream, asked } = await play(secondsOf(600, 20));
  stream?.close();
  expect(audio.removeAttribute).toHaveBeenCalledWith('src');
  expect(audio.load).toHaveBeenCalledOnce();
  const before = asked.length;
  await audio.to(300, 'timeupdate');
  expect(asked).toHaveLength(before);
  const none = readable([]);
  expect(await streamInto(element(), none.sound, RECORDING)).toBeUndefined();
  vi.stubGlobal('MediaSource', { isTypeSupported: () => false });
  expect((await play(secondsOf(3))).stream).toBeUndefined();
});
