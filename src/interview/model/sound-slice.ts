/**
 * About a second of a recording. Number 0 is the file's head (what a player must know before the first sound) and
 * has no length; from 1 on each slice is a piece of WebM that plays behind the head whether or not others are there.
 */
export interface SoundSlice {
  readonly n: number;
  /** Milliseconds from the beginning of the recording. */
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * From this number on a slice is no sound but a note about it (sound-note.ts): sealed, struck out and erased with the
 * sound, and never played or handed over as sound. No recording comes near it: it would take three years.
 */
export const FIRST_NOTE = 90_000_000;
