import { useEffect, useState } from 'react';
import type { Desk } from '../port.ts';

const TRIES = 3;
const WAIT_MS = 1000;

/** As the worker tells of it (base/unfetched.ts). */
const isUnfetched = (bug: unknown): boolean => bug instanceof Error && bug.name === 'Unfetched';

/**
 * Asks the desk now and after every change; undefined until the first answer. `ask` must not change. What changes
 * while an answer is under way is asked about once, when it has come: a hundred parcels are not a hundred lists.
 * A part of the app that could not be fetched is asked for again a few times before that counts as broken.
 */
export function useAsked<T>(desk: Pick<Desk, 'subscribe'>, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let current = true;
    let asking = false;
    let changed = false;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const answered = () => {
      asking = false;
      if (changed && current) again();
    };
    const again = () => {
      changed = asking;
      if (asking) return;
      asking = true;
      ask().then(
        (value) => {
          if (current) setAnswer(() => value);
          answered();
        },
        // A bug belongs to the route's error screen, which catches only what is thrown while rendering.
        (bug: unknown) => {
          asking = false;
          if (current && isUnfetched(bug) && tries < TRIES) {
            tries += 1;
            timer = setTimeout(again, tries * WAIT_MS);
          } else if (current) {
            setAnswer(() => {
              throw bug;
            });
          }
        },
      );
    };
    again();
    const stop = desk.subscribe(again);
    return () => {
      current = false;
      clearTimeout(timer);
      stop();
    };
  }, [desk, ask]);
  return answer;
}
