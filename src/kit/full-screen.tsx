import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const leaving = useRef(false);
  useEffect(() => {
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
  return (
    <dialog
      ref={dialog}
      className={props.className ? `full-screen ${props.className}` : 'full-screen'}
      aria-label={props.label}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => {
        // A second Escape closes a dialog without asking `cancel` (HTML, close watchers).
        if (!leaving.current && !event.currentTarget.open) event.currentTarget.showModal();
      }}
    >
      {props.children}
    </dialog>
  );
}

const HOLD_MS = 1000;

/**
 * A button that takes a decision, not a touch: hold it for a second, or press it and say yes to the question that it
 * then asks. The second way is for the keyboard, switches and screen readers, and needs no steady hand.
 */
export function HoldButton(props: {
  readonly label: ReactNode;
  /** How it is done, e.g. "Hold the button". */
  readonly hint: string;
  readonly sure: string;
  readonly yes: string;
  readonly no: string;
  readonly onDone: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const hint = useId();
  const row = useRef<HTMLDivElement>(null);
  const release = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHeld(false);
  };
  useEffect(() => release, []);
  useEffect(() => {
    if (asking) row.current?.querySelector('button')?.focus();
  }, [asking]);
  if (asking) {
    return (
      <div className="row hold-sure" ref={row} role="group" aria-label={props.sure}>
        <span>{props.sure}</span>
        <Button onClick={() => setAsking(false)}>{props.no}</Button>
        <Button onClick={props.onDone}>{props.yes}</Button>
      </div>
    );
  }
  return (
    <>
      <Button
        className="hold-button"
        data-held={held || undefined}
        title={props.hint}
        aria-describedby={hint}
        onPointerDown={() => {
          release();
          setHeld(true);
          timer.current = setTimeout(props.onDone, HOLD_MS);
        }}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onClick={() => setAsking(true)}
      >
        {props.label}
      </Button>
      <span id={hint} className="visually-hidden">
        {props.hint}
      </span>
    </>
  );
}
