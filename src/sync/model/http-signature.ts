import { sha256, toBase64, fromHex, utf8 } from '../../base/bytes.ts';
import type { Millis, OfficeId, SignKey } from '../../base/ids.ts';

/*
 * The part of RFC 9421 (HTTP Message Signatures) that we use: one signature, labelled `sig1`, over method, path,
 * query, the digest of the content (RFC 9530) and the office's id, with `created` and `keyid`. Client and server
 * build the signature base here, so they can't differ. Writes are idempotent, so there is no nonce store.
 */
export interface SignedRequest {
  readonly method: string;
  /** Path as sent, e.g. /api/inbox. */
  readonly path: string;
  /** Query with its question mark, or '?' when there is none (RFC 9421 section 2.2.7). */
  readonly query: string;
  readonly office: OfficeId;
  /** The body; empty for none. */
  readonly content: Uint8Array;
}

export const OFFICE_HEADER = 'aterblick-office';
const COMPONENTS = '("@method" "@path" "@query" "content-digest" "aterblick-office")';

export const contentDigest = (content: Uint8Array): string =>
  `sha-256=:${toBase64(fromHex(sha256(content)))}:`;

/** The Signature-Input value; `created` in whole seconds. */
export const signatureInput = (key: SignKey, created: Millis): string =>
  `sig1=${COMPONENTS};created=${Math.floor(created / 1000)};keyid="${key}";alg="ed25519"`;

/** The bytes to sign (RFC 9421 section 2.5). */
export function signatureBase(request: SignedRequest, key: SignKey, created: Millis): Uint8Array {
  const parameters = signatureInput(key, created).slice('sig1='.length);
  return utf8(
    [
      `"@method": ${request.method.toUpperCase()}`,
      `"@path": ${request.path}`,
      `"@query": ${request.query}`,
      `"content-digest": ${contentDigest(request.content)}`,
      `"aterblick-office": ${request.office}`,
      `"@signature-params": ${parameters}`,
    ].join('\n'),
  );
}

const INPUT =
  /^sig1=\("@method" "@path" "@query" "content-digest" "aterblick-office"\);created=(\d{1,12});keyid="([0-9a-f]{64})";alg="ed25519"$/;
const VALUE = /^sig1=:([A-Za-z0-9+/]{86}==):$/;

/** Reads the two header values back; undefined when they are not exactly of our form. */
export function readSignature(
  input: string,
  signature: string,
): { readonly created: Millis; readonly key: string; readonly signature: Uint8Array } | undefined {
  const parameters = INPUT.exec(input);
  const value = VALUE.exec(signature);
  if (!parameters?.[1] || !parameters[2] || !value?.[1]) return undefined;
  return {
    created: Number(parameters[1]) * 1000,
    key: parameters[2],
    signature: Uint8Array.from(atob(value[1]), (character) => character.charCodeAt(0)),
  };
}
