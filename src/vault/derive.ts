import * as z from 'zod/mini';
import { fromHex, utf8 } from '../base/bytes.ts';

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

/** Parameters outside floor and ceiling are refused: someone may have changed them (security.md 2.1). */
export const isRefusedDerivation = (derivation: Derivation): boolean =>
  derivation.memoryKiB < FLOOR.memoryKiB ||
  derivation.iterations < FLOOR.iterations ||
  derivation.memoryKiB > CEILING.memoryKiB ||
  derivation.iterations > CEILING.iterations ||
  derivation.parallelism > CEILING.parallelism;

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

/** Keyboards differ in how they compose å and where they put spaces; the person means the same words. */
export const normalPassphrase = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
