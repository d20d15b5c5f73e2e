import * as z from 'zod/mini';
import { Millis } from '../base/ids.ts';

/** Wrong tries since the last right one; kept in the key file so that a reload does not forget them. */
export const Tries = z.object({ count: z.int().check(z.nonnegative()), at: Millis });
export type Tries = z.infer<typeof Tries>;

export const NO_TRIES: Tries = { count: 0, at: 0 };
const LONGEST_MS = 60_000;

/** 1, 2, 4 … 60 s. It holds up a person at the screen only; a copied vault is held by Argon2id. */
export const delayAfter = (count: number): Millis =>
  count === 0 ? 0 : Math.min(LONGEST_MS, 1000 * 2 ** Math.min(count - 1, 6));

/** How long until the next try is taken. A clock set back never makes it longer than the delay itself. */
export const waitFor = (tries: Tries, now: Millis): Millis =>
  Math.max(0, Math.min(delayAfter(tries.count), tries.at + delayAfter(tries.count) - now));

/** A clock set back must not hold the door shut for as long as it was set back: the delay begins anew. */
export const heldToClock = (tries: Tries, now: Millis): Tries =>
  tries.at > now ? { count: tries.count, at: now } : tries;
