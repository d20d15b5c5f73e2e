import type { Result } from '../../base/result.ts';

export type MicrophoneProblem =
  | { readonly type: 'notAllowed' }
  | { readonly type: 'noMicrophone' }
  | { readonly type: 'notSupported' };

/** What a running microphone tells. */
export interface SoundListener {
  /** The bytes are there while it is called, and no longer. */
  onBytes(bytes: Uint8Array<ArrayBuffer>): void;
  /** A call or another app has taken the microphone, or gives it back. */
  onTaken(isTaken: boolean): void;
  /** The microphone is gone for good. */
  onEnded(): void;
}

/** One open microphone. Bytes come about once a second. */
export interface Capture {
  readonly mime: string;
  pause(): void;
  resume(): void;
  /** Asks for what has been heard since the last bytes; resolves when it has been handed over. */
  flush(): Promise<void>;
  /** Resolves after the last bytes. */
  stop(): Promise<void>;
  level(): number;
}

/** Opens a microphone: the device's own, or in practice one that hears nothing. */
export type OpenMicrophone = (
  listener: SoundListener,
) => Promise<Result<Capture, MicrophoneProblem>>;
