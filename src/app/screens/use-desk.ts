import { useEffect, useState } from 'react';
import type { Desk } from '../port.ts';

/** Asks the desk now and after every change; undefined until the first answer. `ask` must not change. */
export function useAsked<T>(desk: Pick<Desk, 'subscribe'>, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let current = true;
    const again = () => {
      ask().then(
        (value) => {
          if (current) setAnswer(() => value);
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
