import type { Millis, StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { OpenMicrophone } from './model/capture.ts';
import type { SoundSlice } from './model/sound-slice.ts';
import type { SoundDesk } from './recording.ts';

/** The office's decision on how long sound is kept; without one nothing is recorded (domain.md section 0). */
export interface SoundRetention {
  /** Where it can be looked up, e.g. a register number. */
  readonly decision: string;
  /** Days after the approved transcript. */
  readonly days: number;
}

/** Where slices are sealed and kept; text never waits for it. */
export interface SoundKeeper {
  begin(recording: StreamId, interview: StreamId): Promise<Result<Saved, StoreProblem>>;
  append(recording: StreamId, slice: SoundSlice): Promise<Result<Saved, StoreProblem>>;
}

export interface KeptRecording {
  readonly recording: StreamId;
  readonly interview: StreamId;
  readonly ms: number;
}

/** Where a recording is on its way to the office, or here from it. */
export type SoundTravel =
  | { readonly state: 'packing' | 'unpacking' | 'sending'; readonly percent: number }
  /** Somebody has stopped the packing or unpacking; it can be begun again. */
  | { readonly state: 'cancelled' }
  /** In the outbox. */
  | { readonly state: 'sealed' }
  | { readonly state: 'received'; readonly at: Millis }
  | { readonly state: 'refused' };

/** How long this device's copy of a recording stays, by the office's decision. */
export type SoundKeeping =
  /** What the days count from has not happened yet. */
  | { readonly state: 'kept' }
  | { readonly state: 'due'; readonly at: Millis }
  /** Gone from this device by itself. */
  | { readonly state: 'weeded'; readonly at: Millis; readonly decision: string };

/** The way of sound between tablet and office. */
export interface SoundTravels {
  /** Of every recording that has begun to move. */
  states(): Promise<ReadonlyMap<StreamId, SoundTravel>>;
  /** Called when any of them may have changed. */
  subscribe(listener: () => void): () => void;
  cancel(recording: StreamId): Promise<void>;
  again(recording: StreamId): Promise<void>;
}

/** Sound as the screens get it from app/. */
export interface SoundPorts extends SoundKeeper {
  readonly desk: SoundDesk;
  /** In place of the device's own microphone: in practice none is opened. */
  readonly openMicrophone?: OpenMicrophone;
  retention(): Promise<SoundRetention | null>;
  cards(): Promise<readonly KeptRecording[]>;
  readonly travels: SoundTravels;
  /** Of each recording that is here, or that went by itself; empty where the office has no decision. */
  keeping(): Promise<ReadonlyMap<StreamId, SoundKeeping>>;
  /** The head, and some of what ends after `from` (in ms). */
  read(
    recording: StreamId,
    from: number,
  ): Promise<{ readonly slices: readonly SoundSlice[]; readonly more: boolean }>;
  /** What was noted beside it, for the talk to be told when it is opened again (model/sound-note.ts), in order. */
  notes(recording: StreamId): Promise<readonly SoundSlice[]>;
  /** Gone here, and from every parcel that waits. */
  strike(recording: StreamId, from: number, to: number): Promise<Result<Saved, StoreProblem>>;
}
