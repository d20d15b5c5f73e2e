import type { Random } from '../../base/deps.ts';
import { WORDS } from './words.ts';

export const OFFERED_WORDS = 5;

/** How hard `count` words drawn at random are to guess: each doubles the list's length that many times. */
export const bitsOf = (count: number): number => count * Math.log2(WORDS.length);

/** A passphrase of random words with spaces between. Every word is equally likely. */
export function offerWords(random: Random, count: number = OFFERED_WORDS): string {
  return Array.from({ length: count }, () => WORDS[below(WORDS.length, random)]).join(' ');
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
