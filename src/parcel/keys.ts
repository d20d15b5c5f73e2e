import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { concat, fromBase64Url, fromHex, hex } from '../base/bytes.ts';
import type { Random, Signer } from '../base/deps.ts';
import { SignKey } from '../base/ids.ts';
import { signerOf } from './verify.ts';

export interface AgeKey {
  /** AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…: whoever holds it reads everything sealed to the recipient. */
  readonly identity: string;
  /** age1… or age1pq1… */
  readonly recipient: string;
}

/** One key holder's age keys, both classes from the start (DESIGN section 8). */
export interface AgeKeys {
  readonly x25519: AgeKey;
  readonly hybrid: AgeKey;
}

async function withRecipient(identity: string): Promise<AgeKey> {
  return { identity, recipient: await identityToRecipient(identity) };
}

/** New age keys, for a recovery sheet. The library draws them from the platform's secure randomness. */
export async function makeRecoveryKeys(): Promise<AgeKeys> {
  return {
    x25519: await withRecipient(await generateX25519Identity()),
    hybrid: await withRecipient(await generateHybridIdentity()),
  };
}

/** The office's root: the seed goes on the recovery sheet and into the founder's vault, nowhere else. */
export interface Root {
  /** 32 bytes in hex (RFC 8032 section 5.1.5). */
  readonly seed: string;
  readonly key: SignKey;
  readonly signer: Signer;
}

export async function makeRoot(random: Random): Promise<Root> {
  const seed = hex(random.bytes(32));
  const signer = await signerFromSeed(seed);
  return { seed, key: signer.key, signer };
}

/** PKCS #8 frame of an Ed25519 private key (RFC 8410 section 7); the 32 byte seed follows. */
const PKCS8_PREFIX = fromHex('302e020100300506032b657004220420');

/**
 * The signer of an Ed25519 seed in hex, e.g. as typed from the recovery sheet.
 * @throws Error when it is not 64 hex digits: check before.
 */
export async function signerFromSeed(seed: string): Promise<Signer> {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new Error('keys: a seed is 64 hex digits');
  const pkcs8 = new Uint8Array(concat(PKCS8_PREFIX, fromHex(seed)));
  // WebCrypto tells the public half only through an extractable copy, which is let go at once.
  const open = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', open);
  const closed = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  pkcs8.fill(0);
  return signerOf(closed, SignKey.parse(hex(fromBase64Url(x ?? ''))));
}
