import { useEffect, useId, useRef, type ReactNode } from 'react';

/**
 * A modal dialog (the browser's own: focus stays inside and returns on closing). Mounted means open.
 * Escape and the back gesture call `onClose`; with `mustAnswer` they do nothing.
 */
export function Dialog(props: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly mustAnswer?: boolean;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        if (!props.mustAnswer) props.onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={title}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
}
