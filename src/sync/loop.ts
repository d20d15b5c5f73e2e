import type { Clock, Random } from '../base/deps.ts';
import type { Millis } from '../base/ids.ts';
import type { Round, SyncProblem } from './model/problem.ts';

export const EVERY_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/** Runs the task while it holds the named lock; `busy` when another tab holds it. */
export interface Locks {
  hold(name: string, task: () => Promise<void>): Promise<'done' | 'busy'>;
}

/** Resolves after `ms`, or earlier when the signal aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export type LoopState =
  | { readonly type: 'stopped' }
  | { readonly type: 'working' }
  | { readonly type: 'resting'; readonly since: Millis }
  | { readonly type: 'waiting'; readonly problem: SyncProblem; readonly until: Millis }
  /** Another tab does the work. */
  | { readonly type: 'elsewhere' };

export interface LoopDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly locks: Locks;
  readonly pause: Pause;
  /** Name of the Web Lock, `sync:<vault>`. */
  readonly lock: string;
  /** @param again true in the first round and when a person asks: refused parcels are tried again too. */
  readonly round: (again: boolean) => Promise<Round>;
  /** Called at every start: whatever of a round waits for the network ends when the signal aborts. */
  readonly until?: (signal: AbortSignal) => void;
  /** Gets what a round throws (a bug); the loop goes on after a pause, since the outbox must not stand still. */
  readonly broke: (cause: unknown) => void;
}

export interface Loop {
  start(): void;
  /** Ends what waits for the network, and resolves when the round under way has put down what it held. */
  stop(): Promise<void>;
  /** Something has happened (a parcel packed, the network back): work at once, or once more after this round. */
  wake(again?: boolean): void;
  state(): LoopState;
  onState(listener: (state: LoopState) => void): () => void;
}

/**
 * How long to wait after `failures` failed rounds in a row: 1 s doubling to 5 min, of which a random part between a
 * half and the whole, so that a returning office is not met by all tablets at once. It never gives up.
 */
export function pauseAfter(failures: number, random: Random): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
  const [byte = 0] = random.bytes(1);
  return Math.round((whole * (1 + byte / 255)) / 2);
}

/** One runner per vault. It never asks whether there is a network: only an answer from the office tells. */
export function openLoop(deps: LoopDeps): Loop {
  const listeners = new Set<(state: LoopState) => void>();
  let state: LoopState = { type: 'stopped' };
  let running: Promise<void> | undefined;
  let stopping = false;
  let woken = false;
  let again = true;
  let failures = 0;
  let rest = new AbortController();
  let work = new AbortController();

  const enter = (next: LoopState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };

  async function once(): Promise<number> {
    woken = false;
    const asked = again;
    again = false;
    let outcome: Round | undefined;
    const held = await deps.locks.hold(deps.lock, async () => {
      enter({ type: 'working' });
      try {
        outcome = await deps.round(asked);
      } catch (cause) {
        deps.broke(cause);
      }
    });
    if (held === 'busy') {
      again ||= asked;
      enter({ type: 'elsewhere' });
      return EVERY_MS;
    }
    if (outcome?.type === 'fine') {
      failures = 0;
      enter({ type: 'resting', since: deps.clock.now() });
      return EVERY_MS;
    }
    again ||= asked;
    failures += 1;
    const ms = pauseAfter(failures, deps.random);
    const problem: SyncProblem = outcome?.problem ?? { type: 'strangeAnswer' };
    enter({ type: 'waiting', problem, until: deps.clock.now() + ms });
    return ms;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const ms = await once();
      rest = new AbortController();
      if (!woken && !stopping) await deps.pause(ms, rest.signal);
    }
    enter({ type: 'stopped' });
  }

  return {
    start: () => {
      if (running) return;
      stopping = false;
      again = true;
      work = new AbortController();
      deps.until?.(work.signal);
      running = run();
    },
    stop: async () => {
      stopping = true;
      rest.abort();
      // Locking must not wait minutes for a poor line; what was cut off goes on at the next unlocking.
      work.abort();
      await running;
      running = undefined;
    },
    wake: (asked = false) => {
      woken = true;
      again ||= asked;
      failures = 0;
      rest.abort();
    },
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Pauses by the platform's timer. */
export const timerPause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });

/** Web Locks: they hold across tabs and workers, and end with the tab. */
export const webLocks: Locks = {
  hold: (name, task) =>
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return 'busy' as const;
      await task();
      return 'done' as const;
    }),
};
