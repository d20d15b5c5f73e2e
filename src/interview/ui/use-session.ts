import { useSyncExternalStore, useEffect, useState } from 'react';
import type { SaveState } from '../save-state.ts';
import type { InterviewSession, Snapshot } from '../session.ts';

/** The interview as it stands; re-renders when a fact is added, not while someone types. */
export const useSnapshot = (session: InterviewSession): Snapshot =>
  useSyncExternalStore(session.subscribe, session.snapshot);

/** What a session says about being saved. */
export type Saving = Pick<InterviewSession, 'saveState' | 'subscribeSaving'>;

const CALM_MS = 400;

/**
 * The save state, made calm: "saving" shows at once, "saved" only when nothing has moved for a moment, so that
 * the word does not flicker with every key (DESIGN section 10). It is never shown before it is true.
 */
export function useSaveState(session: Saving): SaveState {
  const state = useSyncExternalStore(session.subscribeSaving, session.saveState);
  const [calm, setCalm] = useState(state);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(state), CALM_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return state.type === 'saved' && calm !== state ? { type: 'saving' } : state;
}
