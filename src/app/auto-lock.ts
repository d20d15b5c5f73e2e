import { useEffect, useRef, useState } from 'react';
import { wallTime } from '../base/deps.ts';
import type { Desk } from './port.ts';

/** Idle time before the vault locks; programDefaults.autoLockMinutes of the guide. */
const IDLE_MS = 5 * 60_000;
/** Hidden for this long locks too: someone has put the tablet away. */
const HIDDEN_MS = 30_000;
const LOOK_MS = 5_000;
/** A timer that is this late was asleep: the lid was closed or the clock jumped. */
const JUMP_MS = 5 * 60_000;

const SIGNS = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * Locks when idle, when hidden for a while, and after a sleep. In a talk, where someone may speak for long while
 * nobody touches the tablet, idle time covers the screen first, one touch away, and locks when it has passed twice
 * (DESIGN section 12).
 */
export function useAutoLock(
  desk: Desk,
  talking: boolean,
): { readonly covered: boolean; readonly uncover: () => void } {
  const [covered, setCovered] = useState(false);
  const inTalk = useRef(talking);
  useEffect(() => {
    inTalk.current = talking;
  }, [talking]);
  useEffect(() => {
    if (desk.me.class === 'practice') return undefined;
    let active = performance.now();
    let looked = performance.now();
    let wall = wallTime();
    let hiddenSince: { readonly running: number; readonly wall: number } | null = null;
    const sign = () => {
      active = performance.now();
    };
    // The longer of two clocks: one may stand still while the tablet sleeps, the other may be set back.
    const hiddenTooLong = () =>
      hiddenSince !== null &&
      Math.max(performance.now() - hiddenSince.running, wallTime() - hiddenSince.wall) > HIDDEN_MS;
    const hide = () => {
      const hidden = document.visibilityState === 'hidden';
      if (hidden) hiddenSince ??= { running: performance.now(), wall: wallTime() };
      // Timers rest while hidden, so nobody may have looked: it is decided before anything is shown again.
      if (!hidden && hiddenTooLong()) {
        desk.lock();
        // Where sound goes on there is no reload, and what is shown now is no longer the talk.
        if (!desk.isLocked()) return;
      }
      if (!hidden) hiddenSince = null;
      // The app switcher takes its picture now: nothing of the interview may be in it.
      document.documentElement.toggleAttribute('data-covered', hidden);
    };
    const look = () => {
      const now = performance.now();
      const slept =
        Math.abs(wallTime() - wall - (now - looked)) > JUMP_MS || now - looked > JUMP_MS;
      looked = now;
      wall = wallTime();
      const idle = now - active;
      if (slept || hiddenTooLong() || idle > (inTalk.current ? 2 * IDLE_MS : IDLE_MS)) desk.lock();
      else if (inTalk.current && idle > IDLE_MS) setCovered(true);
    };
    const timer = setInterval(look, LOOK_MS);
    for (const name of SIGNS) window.addEventListener(name, sign, { capture: true, passive: true });
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true });
      document.removeEventListener('visibilitychange', hide);
    };
  }, [desk]);
  return { covered, uncover: () => setCovered(false) };
}
