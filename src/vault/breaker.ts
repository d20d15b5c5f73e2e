import { err, ok, type Result } from '../base/result.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import { errorName } from './files.ts';

const TICK_MS = 100;

/**
 * Guards IndexedDB (DESIGN section 7, security.md 4.2): the first failed or unanswered operation opens the breaker,
 * and the database is not used again in this page. Reopening and retrying on a full disk is what lost rows.
 */
export interface Breaker {
  readonly cause: () => string | null;
  run<T>(work: () => Promise<T>): Promise<Result<T, StoreProblem>>;
  trip(cause: string): void;
  onTrip(listener: () => void): () => void;
}

export interface BreakerDeps {
  /** Suspended time must not count: the watchdog counts ticks while this says true. */
  readonly isVisible: () => boolean;
  readonly watchdogMs: number;
}

export function makeBreaker(deps: BreakerDeps): Breaker {
  let cause: string | null = null;
  const listeners = new Set<() => void>();

  function trip(why: string): void {
    if (cause !== null) return;
    cause = why;
    for (const listener of listeners) listener();
  }

  return {
    cause: () => cause,
    trip,
    onTrip(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(work) {
      if (cause !== null) return err({ type: 'storeFailed', name: cause });
      const watchdog = startWatchdog(deps);
      try {
        const value = await Promise.race([work(), watchdog.barks]);
        return ok(value);
      } catch (error) {
        const name = nameOf(error);
        trip(name);
        return err({ type: 'storeFailed', name });
      } finally {
        watchdog.stop();
      }
    },
  };
}

/** Ticks are counted, not the clock read: a device asleep gets no ticks, so waking up does not look like a hang. */
function startWatchdog(deps: BreakerDeps): { readonly barks: Promise<never>; stop(): void } {
  let counted = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const barks = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (deps.isVisible()) counted += TICK_MS;
      if (counted >= deps.watchdogMs) reject(new DOMException('no answer', 'TimeoutError'));
    }, TICK_MS);
  });
  return { barks, stop: () => clearInterval(timer) };
}

/** Dexie wraps what IndexedDB said; the inner name tells more. */
function nameOf(error: unknown): string {
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined;
  return inner === undefined || inner === null ? errorName(error) : errorName(inner);
}
