import { fromBase64Url, toBase64Url } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';

/**
 * The data key as an age file for the office's recovery recipients. Classes are never mixed: one X25519 recipient
 * beside a hybrid one would silently take away the post-quantum protection, and the library lets it (security.md 3.1).
 * @throws Error when classes are mixed or the list is empty.
 */
export async function sealForRecovery(
  dataKey: Uint8Array,
  recipients: readonly string[],
): Promise<string> {
  assertOneClass(recipients);
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return toBase64Url(await encrypter.encrypt(dataKey));
}

export function assertOneClass(recipients: readonly string[]): void {
  const hybrid = recipients.filter((recipient) => recipient.startsWith('age1pq1')).length;
  if (recipients.length === 0) throw new Error('recovery: no recipient');
  if (hybrid !== 0 && hybrid !== recipients.length) throw new Error('recovery: mixed classes');
}

/** The data key's bytes, for the caller to zero. */
export async function openFromRecovery(
  sealed: string,
  identity: string,
): Promise<Result<Uint8Array<ArrayBuffer>, 'wrongKey'>> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity.trim());
    return ok(new Uint8Array(await decrypter.decrypt(fromBase64Url(sealed))));
  } catch (error) {
    // The library throws plain errors for a malformed and for a foreign identity alike: both are a wrong secret.
    if (error instanceof Error) return err('wrongKey');
    throw error;
  }
}
