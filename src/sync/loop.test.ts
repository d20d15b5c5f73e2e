import { describe, expect, it } from 'vitest';
import { fixedDeps, systemRandom } from '../base/deps.ts';
import { EVERY_MS, openLoop, pauseAfter, timerPause, type LoopDeps } from './loop.ts';
import { FINE, later, type Round } from './model/problem.ts';

const away: Round = later({ type: 'unreachable' });
const highest = { bytes: (length: number) => new Uint8Array(length).fill(255) };
const lowest = { bytes: (length: number) => new Uint8Array(length) };

/** A loop whose pauses the test ends one by one. */
function staged(rounds: readonly (Round | Error)[], more: Partial<LoopDeps> = {}) {
  const script = [...rounds];
  const asked: boolean[] = [];
  const pauses: number[] = [];
  const broken: unknown[] = [];
  let resume: () => void = () => undefined;
  const loop = openLoop({
    ...fixedDeps(),
    random: highest,
    lock: 'sync:vault',
    locks: {
      hold: async (_name, task) => {
        await task();
        return 'done';
      },
    },
    pause: (ms, signal) =>
      new Promise((resolve) => {
        pauses.push(ms);
        resume = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
    round: (again) => {
      asked.push(again);
      const next = script.shift() ?? FINE;
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    broke: (cause) => broken.push(cause),
    ...more,
  });
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  return {
    loop,
    asked,
    pauses,
    broken,
    settle,
    next: async () => {
      resume();
      await settle();
    },
  };
}

describe('the pause after a failure', () => {
  it('doubles from one second to five minutes and never ends', () => {
    expect([1, 2, 3, 9, 10, 50, 5000].map((failures) => pauseAfter(failures, highest))).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000, 300_000,
    ]);
  });

  it('is shortened by chance to no less than half', () => {
    expect(pauseAfter(1, lowest)).toBe(500);
    expect(pauseAfter(50, lowest)).toBe(150_000);
    const some = new Set(Array.from({ length: 50 }, () => pauseAfter(10, systemRandom)));
    expect(some.size).toBeGreaterThan(5);
  });
});

describe('the loop', () => {
  it('works once a minute while all is well', async () => {
    const { loop, pauses, settle, next, asked } = staged([]);
    loop.start();
    await settle();
    await next();
    expect(pauses).toEqual([EVERY_MS, EVERY_MS]);
    expect(asked).toEqual([true, false]);
    await loop.stop();
    expect(loop.state()).toEqual({ type: 'stopped' });
  });

  it('waits longer and longer while the office is away, says so, and starts afresh when it is back', async () => {
    const { loop, pauses, settle, next } = staged([away, away, away, FINE, away]);
    const states: string[] = [];
    loop.onState((state) => states.push(state.type));
    loop.start();
    await settle();
    expect(loop.state()).toMatchObject({ type: 'waiting', problem: { type: 'unreachable' } });
    for (let round = 0; round < 4; round += 1) await next();
    expect(pauses).toEqual([1000, 2000, 4000, EVERY_MS, 1000]);
    expect(states.slice(0, 3)).toEqual(['working', 'waiting', 'working']);
    await loop.stop();
  });

  it('works at once when woken, and once more when woken in mid-round', async () => {
    let during: (() => void) | undefined;
    const { loop, asked, settle } = staged([], {
      round: () => {
        asked.push(false);
        during?.();
        during = undefined;
        return Promise.resolve(FINE);
      },
    });
    loop.start();
    await settle();
    expect(asked).toHaveLength(1);
    loop.wake();
    await settle();
    expect(asked).toHaveLength(2);
    during = () => loop.wake();
    loop.wake();
    await settle();
    expect(asked).toHaveLength(4);
    await loop.stop();
  });

  it('tries refused parcels again when a person asks', async () => {
    const { loop, asked, settle } = staged([]);
    loop.start();
    await settle();
    loop.wake(true);
    await settle();
    loop.wake();
    await settle();
    expect(asked).toEqual([true, true, false]);
    await loop.stop();
  });

  it('leaves the work to the tab that holds the lock', async () => {
    const { loop, asked, settle } = staged([], {
      locks: { hold: () => Promise.resolve('busy') },
    });
    loop.start();
    await settle();
    expect(loop.state()).toEqual({ type: 'elsewhere' });
    expect(asked).toEqual([]);
    await loop.stop();
  });

  it('reports a bug and goes on', async () => {
    const bug = new Error('bug');
    const { loop, broken, settle, next, asked } = staged([bug, FINE]);
    loop.start();
    await settle();
    expect(broken).toEqual([bug]);
    await next();
    expect(asked).toHaveLength(2);
    expect(loop.state().type).toBe('resting');
    await loop.stop();
  });

  it('does not wait for the network when it is stopped, and starts afresh', async () => {
    const lines: AbortSignal[] = [];
    const { loop, settle } = staged([], {
      until: (signal) => lines.push(signal),
      round: () =>
        new Promise((resolve) => {
          lines.at(-1)?.addEventListener('abort', () => resolve(away));
        }),
    });
    loop.start();
    await settle();
    expect(loop.state()).toEqual({ type: 'working' });
    await loop.stop();
    expect(loop.state()).toEqual({ type: 'stopped' });
    loop.start();
    expect(lines.map((line) => line.aborted)).toEqual([true, false]);
    await loop.stop();
  });

  it('pauses by a timer that waking cuts short', async () => {
    const started = performance.now();
    await timerPause(20, new AbortController().signal);
    expect(performance.now() - started).toBeGreaterThan(15);
    const controller = new AbortController();
    const long = timerPause(60_000, controller.signal);
    controller.abort();
    await long;
    await timerPause(60_000, controller.signal);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
