import { Decrypter, Encrypter } from 'age-encryption';
import { release } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';

/*
 * WARNING: the one place where parcels are sealed and unsealed (age-encryption.org/v1, C2SP). A mistake here
 * shows somebody's words to the wrong person, or to nobody ever again. All public test vectors run against it
 * (tests/contracts/age.test.ts).
 */

/** Hybrid is ML-KEM-768 with X25519 (age1pq1…), x25519 the classic kind (age1…). */
type Kind = 'hybrid' | 'x25519';

const kindOf = (recipient: string): Kind => (recipient.startsWith('age1pq1') ? 'hybrid' : 'x25519');

/**
 * The one class of all recipients. The library seals to a mixture without a word, and the classic recipient then
 * silently takes the post-quantum protection away from everyone (security.md 3.1); so we refuse it.
 */
export function oneClass(
  to: readonly string[],
): Result<Kind, { readonly type: 'mixedRecipients' } | { readonly type: 'noRecipients' }> {
  const [first] = to;
  if (first === undefined) return err({ type: 'noRecipients' });
  const kind = kindOf(first);
  if (to.some((each) => kindOf(each) !== kind)) return err({ type: 'mixedRecipients' });
  return ok(kind);
}

/** Seals to recipients of one class; check them with `oneClass` first. @throws Error on a malformed recipient. */
export function sealer(to: readonly string[]): (plain: Uint8Array) => Promise<Uint8Array> {
  if (!oneClass(to).ok) throw new Error('age: recipients must be of one class');
  const encrypter = new Encrypter();
  for (const recipient of new Set(to)) encrypter.addRecipient(recipient);
  return async (plain) => {
    const sealed = await encrypter.encrypt(inPieces(plain));
    return gathered(sealed, sealed.size(plain.length));
  };
}

/** As long as a chunk of age's payload. */
const PIECE_BYTES = 64 * 1024;

/** The library copies what it is given whole; it is given looks into the bytes, one after the other. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
      else controller.close();
      at += PIECE_BYTES;
    },
  });
}

/** @throws Error when the stream fails or is not as long as was said. */
async function gathered(stream: ReadableStream<Uint8Array>, length: number): Promise<Uint8Array> {
  const whole = new Uint8Array(length);
  const reader = stream.getReader();
  let at = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    whole.set(piece.value, at);
    at += piece.value.length;
    if (piece.value.byteLength === piece.value.buffer.byteLength) release(piece.value);
  }
  if (at !== length) throw new Error('age: not as long as was said');
  return whole;
}

/** What can open an age file: any of these identities. @throws Error on a malformed identity. */
export function decrypterFor(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter;
}

/** Whether this is an age identity at all, e.g. as typed from a recovery sheet. */
export function isIdentity(text: string): boolean {
  try {
    new Decrypter().addIdentity(text);
    return true;
  } catch {
    // The library says a wrong prefix, length or check sum with a thrown Error.
    return false;
  }
}

type UnsealProblem = { readonly type: 'notForMe' } | { readonly type: 'damaged' };

/** The library's words when no stanza fits; a contract test notices if they ever change. */
const NO_MATCH = "no identity matched any of the file's recipients";

/**
 * Opens one age file, whole: nothing is handed out before the last byte is verified, since a cut file would
 * otherwise yield its beginning (security.md 3.1). The library says every failure with a thrown Error. The caller
 * bounds the length; unsealed it is never longer.
 */
export async function unseal(
  sealed: Uint8Array,
  decrypter: Decrypter,
): Promise<Result<Uint8Array, UnsealProblem>> {
  try {
    const plain = await decrypter.decrypt(inPieces(sealed));
    return ok(await gathered(plain, plain.size(sealed.length)));
  } catch (error) {
    const noMatch = error instanceof Error && error.message === NO_MATCH;
    return err({ type: noMatch ? 'notForMe' : 'damaged' });
  }
}
