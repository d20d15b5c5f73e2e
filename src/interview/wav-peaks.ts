/**
 * The peaks of a WAV file with 16-bit samples (RIFF, WAVE_FORMAT_PCM), read piece by piece so that an hour takes no
 * more memory than a minute; undefined for anything else.
 */
export async function wavPeaks(file: Blob, many: number): Promise<Float32Array | undefined> {
  const found = await findSamples(file);
  if (!found) return undefined;
  const { from, bytes, frame } = found;
  const frames = Math.floor(bytes / frame);
  const out = new Float32Array(Math.min(many, frames));
  const piece = Math.max(frame, PIECE_BYTES - (PIECE_BYTES % frame));
  for (let at = 0; at < frames * frame; at += piece) {
    const view = new DataView(
      await file.slice(from + at, from + Math.min(at + piece, frames * frame)).arrayBuffer(),
    );
    for (let offset = 0; offset + 2 <= view.byteLength; offset += frame) {
      const place = Math.floor((((at + offset) / frame) * out.length) / frames);
      const loud = Math.abs(view.getInt16(offset, true)) / 0x8000;
      if (loud > (out[place] ?? 0)) out[place] = loud;
    }
  }
  return out;
}

const PIECE_BYTES = 1024 * 1024;
/** What stands before the samples is small; a list of remarks may come first. */
const HEAD_BYTES = 64 * 1024;
const PCM = 1;

interface Samples {
  readonly from: number;
  readonly bytes: number;
  /** Bytes of one sample of all channels. */
  readonly frame: number;
}

async function findSamples(file: Blob): Promise<Samples | undefined> {
  const view = new DataView(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const name = (at: number) =>
    at + 4 <= view.byteLength ? String.fromCharCode(...new Uint8Array(view.buffer, at, 4)) : '';
  if (name(0) !== 'RIFF' || name(8) !== 'WAVE') return undefined;
  let frame = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const size = view.getUint32(at + 4, true);
    if (name(at) === 'fmt ' && at + 24 <= view.byteLength) {
      const isPcm16 = view.getUint16(at + 8, true) === PCM && view.getUint16(at + 22, true) === 16;
      frame = isPcm16 ? view.getUint16(at + 20, true) : 0;
    }
    if (name(at) === 'data' && frame > 0) {
      const bytes = Math.min(size, file.size - at - 8);
      return bytes >= frame ? { from: at + 8, bytes, frame } : undefined;
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}
