import type { StreamId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { SoundSlice } from '../../interview/model/sound-slice.ts';
import type { Saved, StoreProblem } from '../../journal/model/port.ts';

/** A minute's key. The key itself can't be read out; it crosses to another worker as it is. */
export interface SlotKey {
  readonly slot: number;
  readonly id: string;
  readonly key: CryptoKey;
}

export interface SoundHandOver {
  readonly recording: StreamId;
  readonly keys: readonly SlotKey[];
}

export interface RecordingCard {
  readonly recording: StreamId;
  readonly interview: StreamId;
  /** Where the last slice that is kept ends, in ms. */
  readonly ms: number;
  readonly slices: number;
}

/**
 * Sound, sealed slice by slice beside the journal, with one key a minute. It has its own queue, its own files and its
 * own database: a full disk or a slow one stops sound and never text.
 */
export interface SoundStore {
  /** Makes room and the first key. A recording that is there already is not touched. */
  begin(recording: StreamId, interview: StreamId): Promise<Result<Saved, StoreProblem>>;
  /**
   * Resolves when the slices are flushed, all of them together or none. A slice with a number that is there already
   * changes nothing.
   */
  append(
    recording: StreamId,
    ...slices: readonly SoundSlice[]
  ): Promise<Result<Saved, StoreProblem>>;
  /**
   * What is needed to go on with a recording while the vault is locked: the keys of the coming minutes, made and kept
   * here first, so that what they seal can be opened later.
   */
  handOver(recording: StreamId): Promise<Result<SoundHandOver, StoreProblem>>;
  /** The head, then every slice that still has a key and ends after `from`, in order; one at a time in memory. */
  slices(recording: StreamId, from?: number): AsyncIterable<SoundSlice>;
  /** What was noted beside the sound, for the talk to be told when it is opened again, in order. */
  notes(recording: StreamId): Promise<readonly SoundSlice[]>;
  /**
   * Destroys what lies between, whole slices at a time (so up to a slice more on either side): the keys of whole
   * minutes go; what remains of a minute is sealed with a new key before the old one goes. Finished after a crash.
   */
  strike(recording: StreamId, from: number, to: number): Promise<Result<Saved, StoreProblem>>;
  /** Destroys the keys first, then files and rows. */
  erase(recording: StreamId): Promise<Result<Saved, StoreProblem>>;
  /** Every recording of the vault, in the order in which they were begun. */
  cards(): Promise<readonly RecordingCard[]>;
}
