import { release } from '../../base/bytes.ts';
import type { SoundSlice } from './sound-slice.ts';

/*
 * Just enough WebM (RFC 8794 EBML, RFC 9559 Matroska) to cut what MediaRecorder gives into slices that play one by one: a
 * browser cuts wherever a second has passed, often in the middle of a cluster, and a cluster whose beginning is struck
 * out would take what follows along. Here every slice is a cluster of its own with its own time.
 */
export const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  timecodeScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
  cluster: 0x1f43b675,
  timecode: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const;

/** An element whose length is not said, as live recordings write clusters and the segment. */
const UNKNOWN = -1;

/** One frame of sound: a block without its place, and when it begins, in ms. */
export interface Frame {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A cluster that plays behind the head. `to` is where the last frame ends. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Takes the bytes as they come and gives back what is whole, in buffers of its own. */
export interface Cutter {
  /** All whole frames since last time as one cluster; undefined when there are none yet. */
  push(bytes: Uint8Array): Cut | undefined;
  /** Everything before the first cluster; undefined until it is whole. */
  head(): Uint8Array<ArrayBuffer> | undefined;
}

/** What stands before a frame: name, length, track and place. And before a cluster: name and length. */
const BLOCK_HEAD = 1 + 4 + 1 + 2;
const CLUSTER_HEAD = 4 + 4;
/** Marks a length that is written with four bytes. */
const FOUR_BYTES = 0x1000_0000;

/** How long a frame lasts when nothing follows it. Chromium puts 60 ms into each. */
const USUAL_FRAME_MS = 60;

export function openCutter(): Cutter {
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array();
  let head: Uint8Array<ArrayBuffer> | undefined;
  let clusterAt = 0;
  /** The last frame of the push before: it was given out, and its length is known only now. */
  let end = 0;

  function push(bytes: Uint8Array): Cut | undefined {
    const whole = rest.length === 0 ? bytes : joined([rest, bytes]);
    const frames: Frame[] = [];
    let at = 0;
    for (;;) {
      const element = elementAt(whole, at);
      if (!element) break;
      const { id, content, length } = element;
      if (id === ID.segment) {
        at = content;
        continue;
      }
      if (id === ID.cluster) {
        head ??= new Uint8Array(whole.subarray(0, at));
        at = content;
        continue;
      }
      if (length === UNKNOWN || content + length > whole.length) break;
      const inside = whole.subarray(content, content + length);
      if (id === ID.timecode) clusterAt = numberOf(inside);
      if (id === ID.simpleBlock) frames.push(frameOf(inside, clusterAt));
      if (id === ID.blockGroup) {
        const block = elementAt(inside, 0);
        if (block?.id === ID.block) {
          const body = inside.subarray(block.content, block.content + block.length);
          frames.push(frameOf(body, clusterAt));
        }
      }
      at = content + length;
    }
    // The head is kept until it is whole, since it is cut off as one piece.
    const before = rest;
    rest = new Uint8Array(whole.subarray(head ? at : 0));
    const [first] = frames;
    const from = Math.max(end, first?.at ?? 0);
    if (first) end = endOf(frames);
    const cut = first && { from, to: end, bytes: clusterOf(first.at, frames) };
    if (whole !== bytes) release(whole);
    release(before);
    return cut;
  }

  return { push, head: () => head };
}

/** The elements on the first level and in the segment, up to where the bytes end. */
export function childrenOf(
  bytes: Uint8Array,
): readonly { readonly id: number; readonly whole: Uint8Array<ArrayBuffer> }[] {
  return Array.from(elementsIn(bytes), ({ id, whole }) => ({ id, whole: new Uint8Array(whole) }));
}

/** As `childrenOf`, but a look into the bytes and no copy of them. */
function* elementsIn(
  bytes: Uint8Array,
): Generator<{ readonly id: number; readonly whole: Uint8Array }> {
  let at = 0;
  for (let each = elementAt(bytes, at); each; each = elementAt(bytes, at)) {
    const { id, content, length } = each;
    const isOpen = id === ID.segment || length === UNKNOWN;
    if (!isOpen) yield { id, whole: bytes.subarray(at, content + length) };
    at = isOpen ? content : content + length;
  }
}

/** Cuts a whole file, of our own making or a browser's, into its head and slices numbered from `first`. */
export function slicesOf(
  bytes: Uint8Array,
  first: number,
): { readonly head: Uint8Array<ArrayBuffer> | undefined; readonly slices: readonly SoundSlice[] } {
  const cutter = openCutter();
  const slices: SoundSlice[] = [];
  for (const each of elementsIn(bytes)) {
    const cut = cutter.push(each.whole);
    if (cut && !isSilent(each.whole)) slices.push({ n: first + slices.length, ...cut });
  }
  return { head: cutter.head(), slices };
}

/** A frame of 20 ms in which an Opus decoder hears nothing (RFC 6716: CELT, full band, mono, no energy). */
const SILENT_FRAME = Uint8Array.of(0x80, 0xf8, 0xff, 0xfe);
const SILENT_MS = 20;
/** A block's time counts 16 bits from its cluster. */
const CLUSTER_MS = 30_000;

/** Clusters of silence, so that what follows a gap keeps its time in players that know no gaps. */
export function silence(from: number, to: number): Uint8Array<ArrayBuffer> {
  const clusters: Uint8Array[] = [];
  for (let begin = from; begin < to; begin += CLUSTER_MS) {
    const frames: Frame[] = [];
    const until = Math.min(to, begin + CLUSTER_MS);
    for (let at = begin; at + SILENT_MS <= until; at += SILENT_MS) {
      frames.push({ at, bytes: SILENT_FRAME });
    }
    if (frames.length > 0) clusters.push(clusterOf(begin, frames));
  }
  return joined(clusters);
}

/** True for what `silence` made. */
const isSilent = (cluster: Uint8Array): boolean =>
  cluster.length > SILENT_FRAME.length &&
  SILENT_FRAME.every((byte, i) => cluster[cluster.length - SILENT_FRAME.length + i] === byte);

function endOf(frames: readonly Frame[]): number {
  const last = frames.at(-1);
  const before = frames.at(-2);
  if (!last) return 0;
  const length = before ? last.at - before.at : USUAL_FRAME_MS;
  return last.at + (length > 0 ? length : USUAL_FRAME_MS);
}

/** Its time, then each frame behind its track and its place in the cluster: written into one buffer. */
function clusterOf(at: number, frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  const time = element(ID.timecode, uint32(at));
  const content = frames.reduce((sum, { bytes }) => sum + BLOCK_HEAD + bytes.length, time.length);
  const whole = new Uint8Array(CLUSTER_HEAD + content);
  const view = new DataView(whole.buffer);
  view.setUint32(0, ID.cluster);
  view.setUint32(4, FOUR_BYTES + content);
  whole.set(time, CLUSTER_HEAD);
  let place = CLUSTER_HEAD + time.length;
  for (const frame of frames) {
    view.setUint8(place, ID.simpleBlock);
    view.setUint32(place + 1, FOUR_BYTES + 3 + frame.bytes.length);
    view.setUint8(place + 5, 0x81);
    view.setInt16(place + 6, frame.at - at);
    whole.set(frame.bytes, place + BLOCK_HEAD);
    place += BLOCK_HEAD + frame.bytes.length;
  }
  return whole;
}

/** A block is a track number, 16 bits of time from the cluster's, flags, and the sound. */
function frameOf(block: Uint8Array, clusterAt: number): Frame {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  return { at: clusterAt + view.getInt16(1), bytes: block.subarray(3) };
}

function elementAt(
  bytes: Uint8Array,
  at: number,
): { readonly id: number; readonly content: number; readonly length: number } | undefined {
  const id = variable(bytes, at, true);
  const length = id && variable(bytes, at + id.size, false);
  if (!id || !length) return undefined;
  return { id: id.value, content: at + id.size + length.size, length: length.value };
}

/** A number whose first byte says how many bytes it has (RFC 8794 section 4). */
function variable(
  bytes: Uint8Array,
  at: number,
  withMarker: boolean,
): { readonly value: number; readonly size: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const size = Math.clz32(first) - 23;
  if (at + size > bytes.length) return undefined;
  const mask = 0xff >> size;
  let value = withMarker ? first : first & mask;
  let isUnknown = (first & mask) === mask;
  for (let i = 1; i < size; i += 1) {
    const byte = bytes[at + i] ?? 0;
    value = value * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { value: isUnknown && !withMarker ? UNKNOWN : value, size };
}

export function element(id: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const name: number[] = [];
  for (let left = id; left > 0; left = Math.floor(left / 256)) name.unshift(left % 256);
  // Four bytes whatever the length: what is said of it elsewhere can be reckoned before it is written.
  return joined([Uint8Array.from(name), uint32(FOUR_BYTES + content.length), content]);
}

export function uint32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

const numberOf = (bytes: Uint8Array): number =>
  bytes.reduce((value, byte) => value * 256 + byte, 0);

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
