import { expect, it, vi } from 'vitest';
import type { SoundSlice } from './model/sound-slice.ts';
import { slicesOf } from './model/webm.ts';
import { peaksOfRecording } from './sound-peaks.ts';
import { RECORDING, SECOND_MS, secondsOf } from './sound-fixture.ts';

const SECONDS = 1200;
const MS = SECONDS * SECOND_MS;
const RATE = 100;

/** A second in ten is loud: a decoder that knows which second it is by its place. */
const loudAt = (ms: number): number => (Math.floor(ms / SECOND_MS) % 10 === 3 ? 0.9 : 0.1);

function measured(slices: readonly SoundSlice[]) {
  let longest = 0;
  const decode = async (file: ArrayBuffer) => {
    const cuts = slicesOf(new Uint8Array(file), 1).slices;
    const [from, to] = [cuts[0]?.from ?? 0, cuts.at(-1)?.to ?? 0];
    longest = Math.max(longest, to - from);
    return Float32Array.from({ length: Math.floor(((to - from) * RATE) / 1000) }, (_, i) =>
      loudAt(from + (i * 1000) / RATE),
    );
  };
  const read = async (_recording: unknown, from: number) => {
    const [head, ...rest] = slices.filter(({ n, to }) => n === 0 || to > from);
    return { slices: [...(head ? [head] : []), ...rest.slice(0, 200)], more: rest.length > 200 };
  };
  const tell = vi.fn<(peaks: Float32Array) => void>();
  const stop = new AbortController();
  const peaks = () =>
    peaksOfRecording(
      { read },
      { recording: RECORDING, ms: MS, many: SECONDS },
      { tell, signal: stop.signal, decode },
    );
  return { peaks, tell, stop, longest: () => longest };
}

it('are right in a recording of twenty minutes, decoded two minutes at a time', async () => {
  const { peaks, tell, longest } = measured(secondsOf(SECONDS, 8));
  const found = await peaks();
  const loud = [...found].filter((peak) => peak > 0.5).length;
  expect(loud).toBe(SECONDS / 10);
  expect(Math.min(...found)).toBeGreaterThan(0);
  expect(longest()).toBeLessThanOrEqual(120_000);
  // The picture grows while it is made.
  expect(tell.mock.calls.length).toBeGreaterThan(4);
  expect(tell.mock.calls[0]?.[0].at(-1)).toBe(0);
});

it('are flat where nothing is left, and in their places around it', async () => {
  const { peaks } = measured(secondsOf(SECONDS, 8).filter(({ n }) => n < 300 || n > 900));
  const found = await peaks();
  expect(Math.max(...found.subarray(305, 895))).toBe(0);
  expect([...found].filter((peak) => peak > 0.5).length).toBe(60);
  expect(found[903]).toBeGreaterThan(0.5);
});

it('stop when nobody looks any longer', async () => {
  const { peaks, tell, stop } = measured(secondsOf(SECONDS, 8));
  tell.mockImplementation(() => stop.abort());
  await peaks();
  expect(tell).toHaveBeenCalledOnce();
});
