import { useEffect, useRef } from 'react';
import { holdBack } from '../../routes.ts';

/**
 * Calls `ask` in place of the browser's going back, for as long as there is something to lose (`holds`): the address
 * stays, and no other screen learns of it. Where no vault is open, the tab too asks before it closes; an open vault
 * must be able to lock, which reloads.
 */
export function useLeaving(holds: boolean, withTab: boolean, ask: () => void): void {
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  }, [ask]);
  useEffect(() => {
    if (!holds) return undefined;
    const here = location.pathname;
    return holdBack(() => {
      history.pushState(null, '', here);
      asked.current();
    });
  }, [holds]);
  useEffect(() => {
    if (!holds || !withTab) return undefined;
    const close = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', close);
    return () => window.removeEventListener('beforeunload', close);
  }, [holds, withTab]);
}
