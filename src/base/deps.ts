import { fromHex, hex } from './bytes.ts';
import type { Millis, SignKey, Signature } from './ids.ts';

/** The wall clock, read once, plus monotonic elapsed time: a change of the wall clock in mid-session moves nothing. */
export interface Clock {
  now(): Millis;
}

/** Cryptographically secure random bytes. */
export interface Random {
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** Signs with one Ed25519 key (RFC 8032); the key itself stays where it is kept. */
export interface Signer {
  readonly key: SignKey;
  sign(bytes: Uint8Array): Promise<Signature>;
}

/** True when `signature` over `bytes` was made with `key`; false for anything malformed. */
export type Verify = (key: SignKey, bytes: Uint8Array, signature: Signature) => Promise<boolean>;

/** What every rule needs from outside; tests fix them. */
export interface Deps {
  readonly clock: Clock;
  readonly random: Random;
}

export const systemClock = (): Clock => {
  const wall = Date.now();
  const start = performance.now();
  return { now: () => Math.round(wall + performance.now() - start) };
};

/** The wall clock as it stands now: only to notice that it was changed or that the device slept. */
export const wallTime = (): Millis => Date.now();

export const systemRandom: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** A new random id of the given kind, e.g. `newId(StreamId, random)`. */
export function newId<T>(kind: { parse(text: unknown): T }, random: Random): T {
  return kind.parse(hex(random.bytes(16)));
}

/** Deterministic deps for tests: a clock that is set by hand and a counter for randomness. */
export function fixedDeps(start: Millis = 1_800_000_000_000): Deps & {
  readonly clock: Clock & { advance(ms: number): void };
} {
  let now = start;
  let count = 0;
  return {
    clock: {
      now: () => now,
      advance: (ms) => {
        now += ms;
      },
    },
    random: {
      bytes: (length) => {
        count += 1;
        const word = count.toString(16).padStart(8, '0');
        return new Uint8Array(fromHex(word.repeat(Math.ceil(length / 4))).subarray(0, length));
      },
    },
  };
}
