import type { ReactNode } from 'react';
import { useModal } from './use-modal.ts';
import './full-screen.css';

/**
 * Covers everything else on the screen, also for screen readers and the keyboard. It is left by its own buttons only:
 * Escape and the back gesture do nothing, so that a screen turned towards somebody stays what it is.
 */
export function FullScreen(props: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { dialog, isLeaving } = useModal();
  return (
    <dialog
      ref={dialog}
      className={props.className ? `full-screen ${props.className}` : 'full-screen'}
      aria-label={props.label}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => {
        // A second Escape closes a dialog without asking `cancel` (HTML, close watchers).
        if (!isLeaving() && !event.currentTarget.open) event.currentTarget.showModal();
      }}
    >
      {props.children}
    </dialog>
  );
}
