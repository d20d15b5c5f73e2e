import { fromHex, hex } from '../base/bytes.ts';
import type { Signer, Verify } from '../base/deps.ts';
import { Signature, SignKey } from '../base/ids.ts';

/* Ed25519 (RFC 8032) over WebCrypto: the same code in the vault worker and in Node. */

/** WebCrypto takes only views of an ArrayBuffer of one's own. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** True when the signature over exactly these bytes was made with the key. */
export const verifySignature: Verify = async (key, bytes, signature) => {
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
