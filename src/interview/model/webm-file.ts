import type { SoundSlice } from './sound-slice.ts';
import { childrenOf, element, ID, joined, silence, uint32 } from './webm.ts';

/*
 * A recording as a file that any player takes: how long it is and where each stretch lies stand at the beginning (a
 * live recording says neither, and then nobody can jump), and what is missing is silent, so that all times stay.
 */

/** A gap shorter than this is between two frames. */
const GAP_MS = 100;
const CUE_EVERY_MS = 10_000;

/** The pieces of the file, in order; the slices' own bytes are not copied. */
export function playable(
  head: Uint8Array,
  slices: readonly SoundSlice[],
  from = 0,
): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  let end = from;
  for (const slice of slices) {
    if (slice.from - end > GAP_MS) pieces.push({ at: end, bytes: silence(end, slice.from) });
    pieces.push({ at: slice.from, bytes: slice.bytes });
    end = slice.to;
  }
  const tracks = childrenOf(head).find(({ id }) => id === ID.tracks)?.whole ?? new Uint8Array();
  const ebml = childrenOf(head).find(({ id }) => id === ID.ebml)?.whole ?? new Uint8Array();
  const info = infoOf(end);
  let at = info.length + tracks.length + cuesLength(pieces);
  const cues: Uint8Array[] = [];
  let next = from;
  for (const piece of pieces) {
    if (piece.at >= next) {
      cues.push(cueAt(piece.at, at));
      next = piece.at + CUE_EVERY_MS;
    }
    at += piece.bytes.length;
  }
  // Eight bytes of ones: the segment goes on to the end of the file.
  const segment = Uint8Array.of(0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255);
  const begin = joined([ebml, segment, info, tracks, element(ID.cues, joined(cues))]);
  return [begin, ...pieces.map(({ bytes }) => bytes)];

  /** Every cue has the same length, so how much they take is known before they say where things are. */
  function cuesLength(all: readonly { readonly at: number }[]): number {
    let count = 0;
    let due = from;
    for (const piece of all) {
      if (piece.at < due) continue;
      count += 1;
      due = piece.at + CUE_EVERY_MS;
    }
    return element(ID.cues, new Uint8Array(count * cueAt(0, 0).length)).length;
  }
}

const cueAt = (time: number, position: number): Uint8Array =>
  element(
    ID.cuePoint,
    joined([
      element(ID.cueTime, uint32(time)),
      element(
        ID.cueTrackPositions,
        joined([
          element(ID.cueTrack, Uint8Array.of(1)),
          element(ID.cueClusterPosition, uint32(position)),
        ]),
      ),
    ]),
  );

/** Times are in ms; the length is a 64-bit float. */
function infoOf(ms: number): Uint8Array {
  const duration = new Uint8Array(8);
  new DataView(duration.buffer).setFloat64(0, ms);
  const app = new TextEncoder().encode('aterblick');
  return element(
    ID.info,
    joined([
      element(ID.timecodeScale, uint32(1_000_000)),
      element(ID.duration, duration),
      element(ID.muxingApp, app),
      element(ID.writingApp, app),
    ]),
  );
}
