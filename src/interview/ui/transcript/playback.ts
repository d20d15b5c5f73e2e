import type { SoundSource } from '../sound-source.ts';

/** What the player shows. */
export interface PlaybackState {
  readonly ms: number;
  readonly playing: boolean;
  readonly rate: number;
  /** The browser could not play it. */
  readonly failed: boolean;
}

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** A pause is there to write; what was said just before it is heard once more. */
export const BACK_MS = 3000;

/** Two times that lie further apart than this were not played through, but jumped. */
const JUMP_MS = 1500;

/** One sound being listened to. */
export interface Playback {
  readonly source: SoundSource;
  snapshot(): PlaybackState;
  subscribe(listener: () => void): () => void;
  /** Called with every stretch that was played through. */
  onHeard(listener: (from: number, to: number) => void): () => void;
  /** Starts, three seconds before where it was paused, or pauses. */
  toggle(): void;
  /** Plays from exactly here. */
  playFrom(ms: number): void;
  seek(ms: number): void;
  /** Moves by so many milliseconds, back when below zero, and goes on as it was. */
  move(ms: number): void;
  setRate(rate: number): void;
  /** One step in the row of rates. */
  step(by: 1 | -1): void;
  close(): void;
}

export function openPlayback(source: SoundSource): Playback {
  let state: PlaybackState = { ms: 0, playing: false, rate: 1, failed: false };
  /** Paused where somebody listened, not put there by hand. */
  let resumes = false;
  const listeners = new Set<() => void>();
  const hearers = new Set<(from: number, to: number) => void>();
  const tell = (next: Partial<PlaybackState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const within = (ms: number) => Math.min(Math.max(0, ms), source.durationMs);
  const leave = source.onTime((time) => {
    const played = time.ms - state.ms;
    if (state.playing && played > 0 && played < JUMP_MS * state.rate) {
      for (const hearer of hearers) hearer(state.ms, time.ms);
    }
    if (state.playing && !time.playing) resumes = true;
    tell(time);
  });
  const play = async (from: number) => {
    // From here on time runs from where it starts, and no jump is taken for listening.
    tell({ ms: from, playing: false, failed: false });
    if (!(await source.play(from))) tell({ playing: false, failed: true });
  };
  const put = (ms: number) => {
    resumes = false;
    tell({ ms: within(ms) });
    source.seek(within(ms));
  };
  const setRate = (rate: number) => {
    source.setRate(rate);
    tell({ rate });
  };
  return {
    source,
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onHeard: (hearer) => {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    toggle: () => {
      if (state.playing) {
        source.pause();
        return;
      }
      const ended = state.ms >= source.durationMs;
      void play(ended ? 0 : within(state.ms - (resumes ? BACK_MS : 0)));
    },
    playFrom: (ms) => void play(within(ms)),
    seek: put,
    move: (ms) => put(state.ms + ms),
    setRate,
    step: (by) => {
      const at = RATES.findIndex((rate) => rate >= state.rate) + by;
      const rate = RATES[Math.min(Math.max(0, at), RATES.length - 1)];
      if (rate !== undefined) setRate(rate);
    },
    close: () => {
      leave();
      source.close();
    },
  };
}
