import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import './hold.css';

/** Long enough that a hand that brushes the screen does nothing. */
const HOLD_MS = 1000;

/**
 * A button that acts when it is held for a second. Who can't hold (a keyboard, a switch, a screen reader) presses it
 * and then the second button that appears: a finger alone never brings that up.
 */
export function HoldButton(props: {
  readonly children: ReactNode;
  /** Said after a touch that was too short. */
  readonly hint: string;
  readonly second: string;
  readonly onHeld: () => void;
}) {
  const { onHeld } = props;
  const [step, setStep] = useState<'rest' | 'holding' | 'tooShort' | 'second'>('rest');
  const held = useRef(onHeld);
  useEffect(() => {
    held.current = onHeld;
  });
  useEffect(() => {
    if (step !== 'holding') return;
    const timer = setTimeout(() => held.current(), HOLD_MS);
    return () => clearTimeout(timer);
  }, [step]);
  const letGo = () => setStep((now) => (now === 'holding' ? 'tooShort' : now));
  return (
    <div className="hold">
      <Button
        className="hold-button"
        data-holding={step === 'holding' || undefined}
        onPointerDown={(event) => {
          if (event.button === 0) setStep('holding');
        }}
        onPointerUp={letGo}
        onPointerLeave={letGo}
        onPointerCancel={letGo}
        onContextMenu={(event) => event.preventDefault()}
        onClick={(event) => {
          // Pressed without a pointer (UI Events: `detail` is the number of clicks of a pointer).
          if (event.detail === 0) setStep('second');
        }}
      >
        {props.children}
      </Button>
      {step === 'second' && <Button onClick={onHeld}>{props.second}</Button>}
      <span role="status" className="hint">
        {step === 'tooShort' && props.hint}
      </span>
    </div>
  );
}
