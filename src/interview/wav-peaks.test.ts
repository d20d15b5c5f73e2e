import { expect, it } from 'vitest';
import { wavPeaks } from './wav-peaks.ts';

/** A WAV file: 16-bit samples of so many channels, behind a list of remarks as some recorders write it. */
function wav(samples: readonly number[], channels = 1, bits = 16): Blob {
  const remark = new TextEncoder().encode('LIST\x04\x00\x00\x00abcd');
  const head = new DataView(new ArrayBuffer(28));
  head.setUint32(0, 0x20_74_6d_66, true); // "fmt "
  head.setUint32(4, 16, true);
  head.setUint16(8, 1, true);
  head.setUint16(10, channels, true);
  head.setUint16(20, channels * 2, true);
  head.setUint16(22, bits, true);
  const data = new DataView(new ArrayBuffer(8 + samples.length * 2));
  data.setUint32(0, 0x61_74_61_64, true); // "data"
  data.setUint32(4, samples.length * 2, true);
  samples.forEach((sample, i) => data.setInt16(8 + i * 2, sample, true));
  const riff = new TextEncoder().encode('RIFF\x00\x00\x00\x00WAVE');
  return new Blob([riff, remark, head.buffer.slice(0, 24), data.buffer]);
}

it('gives the loudest of each stretch', async () => {
  const peaks = await wavPeaks(wav([0, 16_384, -32_768, 100, 0, 8192]), 3);
  expect([...(peaks ?? [])]).toEqual([0.5, 1, 0.25]);
});

it('gives no more peaks than there are samples, and reads the first of several channels', async () => {
  const peaks = await wavPeaks(wav([16_384, 1, 8192, 1], 2), 100);
  expect([...(peaks ?? [])]).toEqual([0.5, 0.25]);
});

it('leaves other sounds to others', async () => {
  expect(await wavPeaks(new Blob(['OggS and more']), 10)).toBeUndefined();
  expect(await wavPeaks(wav([1, 2], 1, 24), 10)).toBeUndefined();
  expect(await wavPeaks(wav([]), 10)).toBeUndefined();
});
