import { useCallback, useEffect, useState } from 'react';
import type { Clock } from '../../base/deps.ts';

const SECOND = 1000;
/** A shorter wait is over before anyone has looked away: nobody needs to be told. */
const TOLD_FROM = 5 * SECOND;

/** How long until the next try is taken. `over` is true once a long wait has ended, until the next one begins. */
export function useWait(clock: Clock): {
  readonly seconds: number;
  readonly over: boolean;
  readonly begin: (ms: number) => void;
} {
  const [until, setUntil] = useState<number | null>(null);
  const [long, setLong] = useState(false);
  const [now, setNow] = useState(0);
  const left = until === null ? 0 : Math.max(0, until - now);
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const tick = setInterval(() => setNow(clock.now()), SECOND / 4);
    return () => clearInterval(tick);
  }, [clock, waiting]);
  const begin = useCallback(
    (ms: number) => {
      const start = clock.now();
      setNow(start);
      setUntil(ms > 0 ? start + ms : null);
      setLong(ms >= TOLD_FROM);
    },
    [clock],
  );
  return { seconds: Math.ceil(left / SECOND), over: until !== null && long && !waiting, begin };
}
