import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Shows a `<dialog>` over everything for as long as it is mounted: focus goes in, stays inside, and returns on leaving.
 * It is there already when the browser paints, and whoever finds it finds it open.
 * `isLeaving` tells a closing of ours from one that the browser did by itself.
 */
export function useModal(): {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly isLeaving: () => boolean;
} {
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    leaving.current = false;
    element?.showModal();
    return () => {
      leaving.current = true;
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return { dialog, isLeaving: () => leaving.current };
}
