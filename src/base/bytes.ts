import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { Sha256 } from './ids.ts';

export const hex: (bytes: Uint8Array) => string = bytesToHex;
export const fromHex: (text: string) => Uint8Array = hexToBytes;
export const concat: (...parts: Uint8Array[]) => Uint8Array = concatBytes;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
/** @throws TypeError when the bytes are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** SHA-256 (FIPS 180-4), synchronous. Text is taken as UTF-8. */
export function sha256(data: Uint8Array | string): Sha256 {
  return Sha256.parse(hex(nobleSha256(typeof data === 'string' ? utf8(data) : data)));
}

/** SHA-256 of these after one another, without joining them: a part of sound is a megabyte. */
export function sha256Of(...parts: readonly Uint8Array[]): Sha256 {
  const hash = nobleSha256.create();
  for (const part of parts) hash.update(part);
  return Sha256.parse(hex(hash.digest()));
}

/**
 * Gives the memory of bytes back now, and not when somebody tidies up: buffers are counted late, and of an hour and a
 * half of sound every copy is 22 MB. Nobody may look at the bytes, or at others in the same buffer, afterwards.
 */
export function release(bytes: Uint8Array): void {
  const { buffer } = bytes;
  // Safari before 17.4 has no way to say it.
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer && !buffer.detached) buffer.transfer(0);
}

/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws DOMException when the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Standard base64 with padding (RFC 4648 section 4), for HTTP header fields. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
