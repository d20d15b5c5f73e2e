/** Where a sound stands. */
export interface SoundTime {
  /** Milliseconds from its beginning. */
  readonly ms: number;
  readonly playing: boolean;
}

/**
 * A sound that can be listened to: a file from a disk, or the tablet's own sealed recording. The player knows nothing
 * of where it lies; whoever opens one closes it, and then nothing of it is left in memory.
 */
export interface SoundSource {
  readonly durationMs: number;
  /**
   * How loud it is, from 0 to 1, evenly from beginning to end; empty when that would take too much memory.
   * @param tell called with what is known so far, where it takes a while.
   */
  peaks(tell: (soFar: Float32Array) => void): Promise<Float32Array>;
  /** Resolves to false when the browser can't play it. */
  play(fromMs: number): Promise<boolean>;
  pause(): void;
  seek(ms: number): void;
  /** 0.5 to 2; the pitch stays. */
  setRate(rate: number): void;
  /** Called several times a second while it plays, and whenever it starts, stops or is moved. */
  onTime(listener: (time: SoundTime) => void): () => void;
  close(): void;
}

/** A place in a sound that somebody or a question marked. */
export interface SoundMark {
  readonly at: number;
  readonly label: string;
}

/** A stretch without sound, and why. */
export interface SoundGap {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}
