import { fromHex, hex } from '../base/bytes.ts';
import type { Signer, Verify } from '../base/deps.ts';
import { Signature, SignKey } from '../base/ids.ts';

/* Ed25519 (RFC 8032) over WebCrypto: the same code in the vault worker and in Node. */

/** WebCrypto takes only views of an ArrayBuffer of one's own. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/**
 * Keys of small order, in every encoding, without the sign bit. Anyone can make a signature that holds under one
 * of them. The WebCrypto draft (Secure Curves, Ed25519 verify) refuses them and so does Node; Chromium took an
 * all-zero key with an all-zero signature.
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

function hasSmallOrder(key: Uint8Array): boolean {
  const unsigned = key.slice();
  unsigned[31] = (unsigned[31] ?? 0) & 0x7f;
  return SMALL_ORDER.has(hex(unsigned));
}

/** True when the signature over exactly these bytes was made with the key. */
export const verifySignature: Verify = async (key, bytes, signature) => {
  if (hasSmallOrder(fromHex(key))) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', own(fromHex(key)), 'Ed25519', false, [
      'verify',
    ]);
    return await crypto.subtle.verify('Ed25519', imported, own(fromHex(signature)), own(bytes));
  } catch (error) {
    // A key that is no point on the curve is as good as a wrong signature; anything else is a bug.
    if (error instanceof DOMException) return false;
    throw error;
  }
};

/** A signer over a private key that may be non-extractable; `key` is its public half. */
export const signerOf = (privateKey: CryptoKey, key: SignKey): Signer => ({
  key,
  sign: async (bytes) =>
    Signature.parse(
      hex(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, own(bytes)))),
    ),
});

/** The public half in the form the directory holds. */
export async function signKeyOf(publicKey: CryptoKey): Promise<SignKey> {
  return SignKey.parse(hex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))));
}
