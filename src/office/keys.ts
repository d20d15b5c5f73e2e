import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fromHex, hex } from '../base/bytes.ts';
import type { Random, Signer, Verify } from '../base/deps.ts';
import { Sha256, Signature, SignKey } from '../base/ids.ts';
import { writeDurably } from './disk.ts';

/** DER header of an Ed25519 SubjectPublicKeyInfo (RFC 8410 section 4); the 32 raw bytes follow. */
const SPKI = fromHex('302a300506032b6570032100');

/** Verifies with Node's own Ed25519. A key that is no point on the curve verifies nothing. */
export const verifySignature: Verify = async (key, bytes, signature) => {
  try {
    const spki = Buffer.concat([SPKI, fromHex(key)]);
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    return verify(null, bytes, publicKey, fromHex(signature));
  } catch {
    return false;
  }
};

/**
 * The key for receipts: made at the first start, kept in a file only the server's user can read. It can sign
 * receipts and nothing else; no interview can be read with it.
 */
export function officeSigner(file: string): Signer {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeDurably(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
  }
  const privateKey = createPrivateKey(readFileSync(file));
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    key: SignKey.parse(hex(spki.subarray(SPKI.length))),
    sign: async (bytes) => Signature.parse(hex(sign(null, bytes, privateKey))),
  };
}

/** No vowels, so that no words appear, and nothing that looks like something else on paper. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Five groups of four letters: 86 bits, easy to read aloud. */
export function newSecret(random: Random): string {
  const letters: string[] = [];
  while (letters.length < 20) {
    for (const byte of random.bytes(32)) {
      // 240 is the largest multiple of 20 in a byte: dropping the rest keeps every letter equally likely.
      if (byte < 240 && letters.length < 20) letters.push(LETTERS.charAt(byte % 20));
    }
  }
  return Array.from({ length: 5 }, (_, group) =>
    letters.slice(group * 4, group * 4 + 4).join(''),
  ).join('-');
}

/** Case, spaces and hyphens don't count: it is typed by hand. */
export const secretHash = (secret: string): Sha256 =>
  hashText(secret.toUpperCase().replaceAll(/[^A-Z]/g, ''));

export const hashText = (text: string): Sha256 =>
  Sha256.parse(createHash('sha256').update(text).digest('hex'));

/** Compares without telling by its time how much was right. */
export const sameHash = (a: Sha256, b: Sha256): boolean =>
  timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
