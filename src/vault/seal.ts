import { canonical } from '../base/canonical.ts';
import { fromUtf8, hex, release, utf8 } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import { err, ok, type Result } from '../base/result.ts';
import { paddedJson } from './padding.ts';

/** What a sealed row is. A settled draft or a removed record leaves a sealed "gone" behind in the reserve. */
export type RowStore =
  | 'event'
  | 'head'
  | 'draft'
  | 'draftGone'
  | 'record'
  | 'recordGone'
  /** A page of summaries, in the database alone: it can be made again at any time. */
  | 'index';

/** Where a row belongs. All of it is authenticated, so a row can't stand in for another or for an older self. */
export interface Place {
  readonly store: RowStore;
  /** Stream id; empty for records. */
  readonly stream: string;
  readonly id: string;
  readonly revision: number;
}

/** A row as it lies in the reserve and in the database, byte for byte the same in both. */
export interface SealedRow extends Place {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A key and the random name that rows sealed with it carry in clear. */
export interface SealKey {
  readonly id: string;
  readonly key: CryptoKey;
}

const LAYOUT = 1;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;
/** Of the content inside; older content is upcast on reading. */
const SCHEMA_VERSION = 1;

const associated = (place: Place): Uint8Array<ArrayBuffer> =>
  utf8(
    canonical([
      'aterblick-row/1',
      place.store,
      place.stream,
      place.id,
      place.revision,
      SCHEMA_VERSION,
    ]),
  );

/**
 * Seals a value with AES-256-GCM (NIST SP 800-38D): layout ‖ key id ‖ random 96-bit nonce ‖ ciphertext.
 * A stream's key seals far fewer than 2^32 rows, the bound for random nonces.
 */
export async function seal(
  value: unknown,
  place: Place,
  sealKey: SealKey,
  random: Random,
): Promise<SealedRow> {
  const plain = paddedJson(value);
  const bytes = await sealBytes(plain, associated(place), sealKey, random);
  return {
    store: place.store,
    stream: place.stream,
    id: place.id,
    revision: place.revision,
    bytes,
  };
}

/** Opens a row; `altered` when the bytes, their place or the key are not the ones it was sealed with. */
export async function unseal(row: SealedRow, key: CryptoKey): Promise<Result<unknown, 'altered'>> {
  const plain = await unsealBytes(row.bytes, associated(row), key);
  if (!plain.ok) return plain;
  const value: unknown = JSON.parse(fromUtf8(plain.value));
  plain.value.fill(0);
  return ok(value);
}

/** Seals bytes as `seal` does its JSON, bound to what `bound` says, and zeroes them. */
export async function sealBytes(
  plain: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
  sealKey: SealKey,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = random.bytes(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bound },
    sealKey.key,
    plain,
  );
  plain.fill(0);
  const bytes = new Uint8Array(HEADER_BYTES + sealed.byteLength);
  bytes[0] = LAYOUT;
  bytes.set(keyIdBytes(sealKey.id), 1);
  bytes.set(nonce, 1 + KEY_ID_BYTES);
  bytes.set(new Uint8Array(sealed), HEADER_BYTES);
  release(new Uint8Array(sealed));
  return bytes;
}

/** The bytes, for the caller to zero; `altered` as in `unseal`. */
export async function unsealBytes(
  bytes: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
): Promise<Result<Uint8Array<ArrayBuffer>, 'altered'>> {
  if (bytes.length <= HEADER_BYTES || bytes[0] !== LAYOUT) return err('altered');
  const iv = bytes.subarray(1 + KEY_ID_BYTES, HEADER_BYTES);
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bound },
      key,
      bytes.subarray(HEADER_BYTES),
    );
    return ok(new Uint8Array(plain));
  } catch (error) {
    // WebCrypto answers OperationError when the tag does not match; anything else is a bug.
    if (error instanceof DOMException && error.name === 'OperationError') return err('altered');
    throw error;
  }
}

/** The name of the key a row was sealed with. The key id is a hint; only the tag proves it. */
export const keyIdOf = (bytes: Uint8Array): string => hex(bytes.subarray(1, 1 + KEY_ID_BYTES));

export const newKeyId = (random: Random): string => hex(random.bytes(KEY_ID_BYTES));

function keyIdBytes(id: string): Uint8Array {
  const bytes = Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (bytes.length !== KEY_ID_BYTES) throw new Error('seal: a key id has eight bytes');
  return bytes;
}
