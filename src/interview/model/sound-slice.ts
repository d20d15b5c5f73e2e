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
