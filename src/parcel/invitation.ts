import { fromHex, hex, toBase64Url, utf8 } from '../base/bytes.ts';
import { Sha256 } from '../base/ids.ts';

/*
 * An invitation's secret (32 random bytes, in the link's fragment) yields two things by HKDF-SHA-256 (RFC 5869):
 * a token, which the office knows the hash of, and a MAC key, which it never learns. So the office can tell that a
 * guest was invited, but can't put keys of its own choosing in the place of theirs.
 */

/** The bearer token for the office, base64url. */
export async function deriveInvitationToken(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const bits = await crypto.subtle.deriveBits(
    hkdf('token'),
    await material(secret, 'deriveBits'),
    256,
  );
  return toBase64Url(new Uint8Array(bits));
}

/** HMAC-SHA-256 (RFC 2104) of `bytes` under the secret's MAC key. */
export async function invitationMac(
  secret: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array,
): Promise<Sha256> {
  const mac = await crypto.subtle.sign('HMAC', await macKey(secret), new Uint8Array(bytes));
  return Sha256.parse(hex(new Uint8Array(mac)));
}

/** Compares in constant time, as WebCrypto's verify does. */
export async function verifyInvitationMac(
  secret: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array,
  mac: Sha256,
): Promise<boolean> {
  const key = await macKey(secret);
  return crypto.subtle.verify('HMAC', key, new Uint8Array(fromHex(mac)), new Uint8Array(bytes));
}

const hkdf = (purpose: 'token' | 'mac') => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: utf8(`aterblick-invitation/1 ${purpose}`),
});

const material = (secret: Uint8Array<ArrayBuffer>, use: 'deriveBits' | 'deriveKey') =>
  crypto.subtle.importKey('raw', secret, 'HKDF', false, [use]);

async function macKey(secret: Uint8Array<ArrayBuffer>) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const base = await material(secret, 'deriveKey');
  return crypto.subtle.deriveKey(hkdf('mac'), base, algorithm, false, ['sign', 'verify']);
}
