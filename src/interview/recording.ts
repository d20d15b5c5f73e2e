import type { StreamId } from '../base/ids.ts';

/** Why a recording is not well, for the sign and the tool; `null`: it is. */
export type SoundTrouble = 'noSound' | 'microphoneTaken' | 'notKept' | null;

export interface SoundNow {
  readonly type: 'recording' | 'paused' | 'ended';
  readonly trouble: SoundTrouble;
}

/** What is being recorded in this page. It goes on whatever screen is shown, until somebody ends it. */
export interface RunningSound {
  readonly recording: StreamId;
  readonly interview: StreamId;
  now(): SoundNow;
  subscribe(listener: () => void): () => void;
  /** Milliseconds of sound until now. */
  position(): number;
  /** Loudness from 0 to 1, for the meter. */
  level(): number;
  /** The vault is being locked: it goes on without the talk, and says nothing of it any longer. */
  forgetTalk(): void;
  /** Resolves when the last second is on disk. */
  stop(): Promise<void>;
  /** Brings to disk what has been heard until now. Answers where that ends, in ms. */
  flush(): Promise<number>;
}

/** One microphone, one recording: held by the open vault, so that a lock can end it properly first. */
export class SoundDesk {
  #current: RunningSound | null = null;
  #listeners = new Set<() => void>();

  current = (): RunningSound | null => this.#current;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(running: RunningSound | null): void {
    this.#current = running;
    for (const listener of this.#listeners) listener();
  }

  /** Ends what is being recorded, if anything is. */
  async stop(): Promise<void> {
    await this.#current?.stop();
  }
}
