import type { StreamId } from '../../base/ids.ts';
import { err } from '../../base/result.ts';
import type { SoundTravel } from '../../interview/sound-ports.ts';
import type { PlainPart } from '../../parcel/model/port.ts';
import type { Sync } from '../../sync/open.ts';
import type { DeliveryRow } from '../../sync/states.ts';
import type { SoundStore } from '../../vault/model/sound.ts';
import { partsOfSound } from './contents-sound.ts';

/** How far each recording has come on its way out or in; what takes long can be cancelled and begun again. */
export interface SoundWay {
  /** The parts of a recording, told of as they are made. */
  parts(recording: StreamId): Promise<AsyncIterable<PlainPart>>;
  /** Packs it, unless somebody has cancelled that: then not before `again`. */
  deliver(recording: StreamId): ReturnType<Sync['deliver']>;
  /** Takes in what has come of it. `work` tells how far it is (0 to 1) and stops when the signal aborts. */
  taking<T>(
    recording: StreamId,
    work: (tell: (share: number) => void, signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  cancel(recording: StreamId): void;
  /** Undoes `cancel`. */
  again(recording: StreamId): void;
  states(): Promise<ReadonlyMap<StreamId, SoundTravel>>;
}

export interface SoundWayDeps {
  readonly sound: () => Promise<Pick<SoundStore, 'slices' | 'cards'>>;
  readonly sync: Pick<Sync, 'deliver' | 'deliveryStates'>;
  readonly changed: () => void;
}

/** Percent. */
const STEP = 4;

interface Going {
  readonly state: 'packing' | 'unpacking';
  readonly stop: AbortController;
  percent: number;
}

export function openSoundWay({ sound, sync, changed }: SoundWayDeps): SoundWay {
  const going = new Map<StreamId, Going>();
  const cancelled = new Set<StreamId>();

  /** Told in steps: at every slice the page would look at everything anew five thousand times. */
  const tell = (recording: StreamId, share: number): void => {
    const now = going.get(recording);
    const percent = Math.min(99, Math.floor((share * 100) / STEP) * STEP);
    if (!now || now.percent === percent) return;
    now.percent = percent;
    changed();
  };

  async function go<T>(
    recording: StreamId,
    state: Going['state'],
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const own: Going = { state, stop: new AbortController(), percent: 0 };
    if (cancelled.has(recording)) own.stop.abort();
    going.set(recording, own);
    changed();
    try {
      return await work(own.stop.signal);
    } finally {
      going.delete(recording);
      changed();
    }
  }

  return {
    async parts(recording) {
      const store = await sound();
      const known = (await store.cards()).find((card) => card.recording === recording);
      return partsOfSound(store, recording, {
        at: (ms) => tell(recording, ms / Math.max(1, known?.ms ?? 0)),
        signal: going.get(recording)?.stop.signal,
      });
    },
    async deliver(recording) {
      if (cancelled.has(recording)) return err({ type: 'cancelled' });
      return go(recording, 'packing', (signal) => sync.deliver('sound', recording, signal));
    },
    taking: (recording, work) =>
      go(recording, 'unpacking', (signal) => work((share) => tell(recording, share), signal)),
    cancel(recording) {
      cancelled.add(recording);
      going.get(recording)?.stop.abort();
      changed();
    },
    again(recording) {
      cancelled.delete(recording);
      changed();
    },
    async states() {
      const states = new Map<StreamId, SoundTravel>();
      for (const row of await sync.deliveryStates()) {
        if (row.kind === 'sound') states.set(row.stream, travelOf(row));
      }
      for (const recording of cancelled) states.set(recording, { state: 'cancelled' });
      for (const [recording, { state, percent }] of going)
        states.set(recording, { state, percent });
      return states;
    },
  };
}

function travelOf({ state }: DeliveryRow): SoundTravel {
  switch (state.type) {
    case 'onTablet':
      return { state: 'sealed' };
    case 'sending':
      return { state: 'sending', percent: state.percent };
    case 'received':
    case 'opened':
      return { state: 'received', at: state.at };
    case 'refused':
      return { state: 'refused' };
  }
}
