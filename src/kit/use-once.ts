import { useRef, useState } from 'react';

/**
 * An action that runs once at a time: calls while it runs are ignored, so that a double tap does nothing twice.
 * `busy` is for disabling its button.
 */
export function useOnce<A extends readonly unknown[]>(
  action: (...given: A) => Promise<unknown>,
): { readonly run: (...given: A) => void; readonly busy: boolean } {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const once = async (...given: A) => {
    if (running.current) return;
    // The state would come too late: both taps can arrive before the screen is drawn again.
    running.current = true;
    setBusy(true);
    try {
      await action(...given);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run: (...given) => void once(...given), busy };
}
