import { useCallback, useEffect, useState } from 'react';
import type { Clock } from '../base/deps.ts';
import { lateFlags } from './late-flags.ts';
import type { Desk } from './port.ts';
import { homeRows, type HomeRow } from './screens/home-rows.ts';
import { useAsked } from './screens/use-desk.ts';

const LOOK_MS = 60_000;

/** Messages that are late, looked at again every minute and whenever a delivery moves. */
export function useLateFlags(desk: Desk, clock: Clock): readonly HomeRow[] {
  const rows = useAsked(
    desk,
    useCallback(() => homeRows(desk), [desk]),
  );
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return lateFlags(now, rows ?? []);
}
