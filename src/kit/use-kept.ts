import { useState } from 'react';

/**
 * What was just kept counts at once, until what is given is given anew: that comes with the change a moment later, and
 * until then a form would show, judge and keep the old again.
 * @returns what counts now, and what to call when something has been kept.
 */
export function useKept<T>(given: T): readonly [T, (now: T) => void] {
  const [kept, setKept] = useState<{ readonly over: T; readonly now: T } | null>(null);
  return [kept?.over === given ? kept.now : given, (now) => setKept({ over: given, now })];
}
