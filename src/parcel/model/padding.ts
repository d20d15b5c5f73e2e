import { concat } from '../../base/bytes.ts';

const SPACE = 0x20;
const NEWLINE = 0x0a;
const STEP = 16 * 1024;
const SMALL = [256, 1024, 4096, STEP];

/** The length a text of `length` bytes is padded to: 256 B, 1 K, 4 K, 16 K, then steps of 16 K. */
export function bucket(length: number): number {
  return SMALL.find((size) => length <= size) ?? Math.ceil(length / STEP) * STEP;
}

/**
 * Hides how long a text is, in a way that JSON and Markdown stay what they are: spaces and a last newline
 * (RFC 8259 section 2 allows white space after a value). Anyone can read it without us.
 */
export function padText(text: Uint8Array): Uint8Array {
  const missing = bucket(text.length) - text.length;
  if (missing === 0) return text;
  const padding = new Uint8Array(missing).fill(SPACE);
  padding[missing - 1] = NEWLINE;
  return concat(text, padding);
}

/** Text is padded, sound is left as it was recorded: its length says how long someone spoke, no more. */
export const isText = (path: string): boolean => path.endsWith('.json') || path.endsWith('.md');
