import type { Random } from '../../base/deps.ts';
import { strength } from './strength.ts';
import { WORDS } from './words.ts';

export const OFFERED_WORDS = 5;
const TRIES = 10;

/** How hard `count` different words drawn at random are to guess, as a power of two. */
export const bitsOf = (count: number): number =>
  Array.from({ length: count }, (_, drawn) => Math.log2(WORDS.length - drawn)).reduce(
    (sum, bits) => sum + bits,
    0,
  );

/** A passphrase of different random words with spaces between. Every word is equally likely. */
export function offerWords(random: Random): string {
  let words = '';
  // One offer in thousands repeats so much of itself ("knota … nota") that our own meter would refuse it.
  for (let tries = 0; tries < TRIES && !strength(words).enough; tries += 1) words = draw(random);
  return words;
}

function draw(random: Random): string {
  const left = [...WORDS];
  return Array.from({ length: OFFERED_WORDS }, () => left.splice(below(left.length, random), 1))
    .flat()
    .join(' ');
}

/** A whole number below `limit`, each equally likely: what would favour the first ones is drawn again. */
export function below(limit: number, random: Random): number {
  const fair = 0x1_0000 - (0x1_0000 % limit);
  for (;;) {
    const [high = 0, low = 0] = random.bytes(2);
    const drawn = high * 256 + low;
    if (drawn < fair) return drawn % limit;
  }
}
