import { utf8 } from '../base/bytes.ts';

const SMALL = [256, 1024, 4096, 16_384] as const;
const STEP = 16_384;

/** The length to which a text of `length` bytes is padded, so that sizes on disk tell little (security.md 1.3). */
export function bucketOf(length: number): number {
  return SMALL.find((size) => length <= size) ?? Math.ceil(length / STEP) * STEP;
}

/** JSON as UTF-8, padded with white space: what follows stays plain JSON. */
export function paddedJson(value: unknown): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error('paddedJson: cannot hold this value');
  const bytes = utf8(text);
  const padded = new Uint8Array(bucketOf(bytes.length)).fill(0x20);
  padded.set(bytes);
  return padded;
}
