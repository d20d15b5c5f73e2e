import { fromBase64Url, fromUtf8, hex, toBase64Url, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Random } from '../base/deps.ts';
import type { VaultId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { SealKey } from './seal.ts';

/** What a wrapped key is for; bound to it, so that one can't stand in for another. */
export type Purpose = 'dataKey' | 'identity' | `stream:${string}` | `sound:${string}`;

const NONCE_BYTES = 12;

/** A key that wraps keys, from 32 secret bytes that are zeroed here. */
export async function wrappingKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  secret.fill(0);
  return key;
}

/** From the WebAuthn PRF output, by HKDF (RFC 5869), so that the output itself is used for nothing else. */
export async function passkeyKey(output: Uint8Array, vault: VaultId): Promise<CryptoKey> {
  const secret = new Uint8Array(output);
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8(vault), info: utf8('aterblick-passkey/1') },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const bound = (purpose: Purpose, vault: VaultId): Uint8Array<ArrayBuffer> =>
  utf8(canonical(['aterblick-key/1', purpose, vault]));

export async function wrap(
  secret: Uint8Array<ArrayBuffer>,
  purpose: Purpose,
  vault: VaultId,
  key: CryptoKey,
  random: Random,
): Promise<string> {
  const nonce = random.bytes(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound(purpose, vault) },
    key,
    secret,
  );
  const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), NONCE_BYTES);
  return toBase64Url(bytes);
}

/** The secret bytes, for the caller to import and zero; `wrongKey` when they were not wrapped with this key. */
export async function unwrap(
  wrapped: string,
  purpose: Purpose,
  vault: VaultId,
  key: CryptoKey,
): Promise<Result<Uint8Array<ArrayBuffer>, 'wrongKey'>> {
  const bytes = fromBase64Url(wrapped);
  try {
    const secret = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: bytes.slice(0, NONCE_BYTES),
        additionalData: bound(purpose, vault),
      },
      key,
      bytes.slice(NONCE_BYTES),
    );
    return ok(new Uint8Array(secret));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return err('wrongKey');
    throw error;
  }
}

/** The unlocked data key. Its bytes are never kept: what they are for is derived by HKDF, not extractable. */
export interface DataKey {
  readonly records: SealKey;
  wrapSecret(secret: Uint8Array<ArrayBuffer>, purpose: Purpose): Promise<string>;
  unwrapSecret(
    wrapped: string,
    purpose: Purpose,
  ): Promise<Result<Uint8Array<ArrayBuffer>, 'wrongKey'>>;
  /** A random-looking id for a name that must not stand in clear. */
  hide(name: string): Promise<string>;
  /** The bytes for one more way in, zeroed when `use` is done. */
  lend<T>(use: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>): Promise<T>;
}

/** Takes over 32 bytes and zeroes them. */
export async function openDataKey(
  bytes: Uint8Array<ArrayBuffer>,
  vault: VaultId,
  random: Random,
): Promise<DataKey> {
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const derive = (info: string, use: KeyUsage[]): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: utf8(vault), info: utf8(`aterblick-vault/1 ${info}`) },
      base,
      info === 'names'
        ? { name: 'HMAC', hash: 'SHA-256', length: 256 }
        : { name: 'AES-GCM', length: 256 },
      false,
      use,
    );
  const wrapping = await derive('wrapping', ['encrypt', 'decrypt']);
  const records = await derive('records', ['encrypt', 'decrypt']);
  const names = await derive('names', ['sign']);
  // Another way in needs the bytes again; until then they lie wrapped by a key that dies with this worker.
  const session = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const kept = await wrap(bytes, 'dataKey', vault, session, random);
  bytes.fill(0);
  return {
    records: { id: '0000000000000000', key: records },
    wrapSecret: (secret, purpose) => wrap(secret, purpose, vault, wrapping, random),
    unwrapSecret: (wrapped, purpose) => unwrap(wrapped, purpose, vault, wrapping),
    async hide(name) {
      const mac = await crypto.subtle.sign('HMAC', names, utf8(name));
      return hex(new Uint8Array(mac, 0, 16));
    },
    async lend(use) {
      const lent = await unwrap(kept, 'dataKey', vault, session);
      if (!lent.ok) throw new Error('data key: the session key does not open it');
      try {
        return await use(lent.value);
      } finally {
        lent.value.fill(0);
      }
    },
  };
}

/** A sealed JSON value beside the keys, e.g. the identity. */
export const sealJson = (value: unknown, purpose: Purpose, key: DataKey): Promise<string> =>
  key.wrapSecret(utf8(JSON.stringify(value)), purpose);

export async function openJson(
  wrapped: string,
  purpose: Purpose,
  key: DataKey,
): Promise<Result<unknown, 'wrongKey'>> {
  const plain = await key.unwrapSecret(wrapped, purpose);
  if (!plain.ok) return plain;
  const value: unknown = JSON.parse(fromUtf8(plain.value));
  plain.value.fill(0);
  return ok(value);
}
