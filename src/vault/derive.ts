import * as z from 'zod/mini';
import { fromHex, utf8 } from '../base/bytes.ts';
import type { Clock } from '../base/deps.ts';

/** How the passphrase becomes a key: Argon2id (RFC 9106). */
export const Derivation = z.object({
  memoryKiB: z.int().check(z.positive()),
  iterations: z.int().check(z.positive()),
  parallelism: z.int().check(z.positive()),
});
export type Derivation = z.infer<typeof Derivation>;

/** RFC 9106 section 4, second recommended choice. */
export const RECOMMENDED = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 4 } as const;
/** OWASP Password Storage Cheat Sheet: below this a copied vault is too cheap to guess. */
export const FLOOR = { memoryKiB: 19 * 1024, iterations: 2 } as const;
/** Above this a device would work for minutes or run out of memory: nobody chose that. */
export const CEILING = { memoryKiB: 1024 * 1024, iterations: 64, parallelism: 16 } as const;
const MAX_ITERATIONS = 6;
const TARGET_MS = 1000;

/** Parameters outside floor and ceiling are refused: someone may have changed them (security.md 2.1). */
export const isRefusedDerivation = (derivation: Derivation): boolean =>
  derivation.memoryKiB < FLOOR.memoryKiB ||
  derivation.iterations < FLOOR.iterations ||
  derivation.memoryKiB > CEILING.memoryKiB ||
  derivation.iterations > CEILING.iterations ||
  derivation.parallelism > CEILING.parallelism;

/** How many passes this device takes in about a second, never fewer than recommended. */
export function calibratedIterations(measuredMs: number): number {
  if (measuredMs <= 0) return MAX_ITERATIONS;
  const passes = Math.floor((TARGET_MS * RECOMMENDED.iterations) / measuredMs);
  return Math.min(MAX_ITERATIONS, Math.max(RECOMMENDED.iterations, passes));
}

/** 32 bytes from a passphrase. The caller zeroes them once they are a key. */
export async function deriveSecret(
  passphrase: string,
  salt: string,
  derivation: Derivation,
): Promise<Uint8Array<ArrayBuffer>> {
  const { argon2 } = await import('./argon2.ts');
  const password = utf8(normalPassphrase(passphrase));
  const secret = await argon2({ ...derivation, password, salt: fromHex(salt) });
  password.fill(0);
  const copy = new Uint8Array(secret);
  secret.fill(0);
  return copy;
}

/** Measures the recommended parameters on this device and turns them up toward a second. */
export async function calibrate(clock: Clock): Promise<Derivation> {
  // Before the clock starts: fetching is not deriving.
  await import('./argon2.ts');
  const start = clock.now();
  const trial = await deriveSecret('calibration', '00'.repeat(16), RECOMMENDED);
  trial.fill(0);
  return { ...RECOMMENDED, iterations: calibratedIterations(clock.now() - start) };
}

/** Keyboards differ in how they compose å and where they put spaces; the person means the same words. */
export const normalPassphrase = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

/**
 * Too easy to guess from a copied vault: shorter than twelve, all digits, or a few signs repeated. A run such as
 * "aaaa", "1234" or "abcd" counts as two signs.
 */
export function isWeakPassphrase(text: string): boolean {
  const signs = Array.from(normalPassphrase(text).toLowerCase());
  const telling = signs.filter((sign, index) => {
    const step = stepBetween(signs[index - 1], sign);
    const before = stepBetween(signs[index - 2], signs[index - 1]);
    return step === undefined || step !== before || Math.abs(step) > 1;
  });
  if (telling.length < 12 || new Set(telling).size < 6) return true;
  return telling.every((sign) => /[\d\s]/.test(sign)) && telling.length < 20;
}

function stepBetween(a: string | undefined, b: string | undefined): number | undefined {
  const [from, to] = [a?.codePointAt(0), b?.codePointAt(0)];
  return from === undefined || to === undefined ? undefined : to - from;
}
