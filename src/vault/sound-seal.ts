import { release, utf8 } from '../base/bytes.ts';
import { canonical } from '../base/canonical.ts';
import type { Random } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import type { SoundSlice } from '../interview/model/sound-slice.ts';
import { sealBytes, unsealBytes, type SealKey } from './seal.ts';
import type { SealedSlice } from './sound-log.ts';

const MINUTE_MS = 60_000;

/** The head of the file has a key of its own: it must outlive every minute that is struck out. */
export const slotOf = (slice: { readonly n: number; readonly from: number }): number =>
  slice.n === 0 ? 0 : 1 + Math.floor(slice.from / MINUTE_MS);

const boundTo = (recording: StreamId, place: Omit<SealedSlice, 'bytes'>): Uint8Array<ArrayBuffer> =>
  utf8(canonical(['aterblick-sound/1', recording, place.slot, place.n, place.from, place.to]));

export async function sealSlice(
  recording: StreamId,
  slice: SoundSlice,
  key: SealKey,
  random: Random,
): Promise<SealedSlice> {
  const { n, from, to } = slice;
  const place = { n, slot: slotOf(slice), from, to };
  const plain = padded(slice.bytes);
  const bytes = await sealBytes(plain, boundTo(recording, place), key, random);
  release(plain);
  return { ...place, bytes };
}

/** Undefined when this is not the key, or place and bytes are not those that were sealed. */
export async function openSlice(
  recording: StreamId,
  sealed: SealedSlice,
  key: SealKey,
): Promise<SoundSlice | undefined> {
  const plain = await unsealBytes(sealed.bytes, boundTo(recording, sealed), key.key);
  if (!plain.ok) return undefined;
  const { n, from, to } = sealed;
  return { n, from, to, bytes: unpadded(plain.value) };
}

const STEP = 512;

/** Bit rate is constant, and the steps hide what little a slice's length still tells (security.md 1.3). */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((4 + bytes.length) / STEP) * STEP);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  return whole;
}

function unpadded(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  // Not copied: of an hour of sound every copy is 15 MB.
  return bytes.subarray(4, 4 + length);
}
