import { useId, type ReactNode } from 'react';
import { useModal } from './use-modal.ts';

/**
 * A modal dialog (the browser's own: focus stays inside and returns on closing). Mounted means open.
 * Escape and the back gesture call `onClose`; with `mustAnswer` they do nothing. `corner` stays at the top right,
 * also while the text is scrolled.
 */
export function Dialog(props: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly mustAnswer?: boolean;
  /** Covers the whole screen; its owner's style says how (`.dialog[data-full]`). */
  readonly full?: boolean;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}) {
  const { dialog, isLeaving } = useModal();
  const title = useId();
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-full={props.full}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        if (!props.mustAnswer) props.onClose();
      }}
      onClose={(event) => {
        // A second Escape closes a dialog without asking `cancel` (HTML, close watchers): it is asked here.
        if (isLeaving() || event.currentTarget.open) return;
        event.currentTarget.showModal();
        if (!props.mustAnswer) props.onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={title}>{props.title}</h2>
          {props.corner}
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
