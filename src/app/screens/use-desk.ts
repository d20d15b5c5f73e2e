import { useEffect, useState } from 'react';
import type { Desk } from '../port.ts';

/**
 * Asks the desk now and after every change; undefined until the first answer. `ask` must not change. What changes
 * while an answer is under way is asked about once, when it has come: a hundred parcels are not a hundred lists.
 */
export function useAsked<T>(desk: Pick<Desk, 'subscribe'>, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let current = true;
    let asking = false;
    let changed = false;
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
          if (current) {
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
      stop();
    };
  }, [desk, ask]);
  return answer;
}
