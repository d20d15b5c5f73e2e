import { useId, useRef, useState, type PointerEvent } from 'react';
import { consentTexts } from '../../i18n/consent.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { SIGNATURE_FIELD, withPoint } from '../model/signature.ts';
import './consent.css';

/**
 * A box to sign in with a finger, a pen or a mouse. Nobody needs it: a spoken yes counts as much, and is what there
 * is by keyboard.
 */
export function SignaturePad(props: {
  readonly label: string;
  readonly hint?: string;
  readonly path: string | null;
  /** At the end of each stroke; null: cleared. */
  readonly onChange: (path: string | null) => void;
}) {
  const t = useTexts(consentTexts);
  const id = useId();
  const [drawing, setDrawing] = useState<string | null>(null);
  // Read by the next point, which may come before the screen is drawn again.
  const stroke = useRef<string | null>(null);
  const shown = drawing ?? props.path;

  const point = (event: PointerEvent<SVGSVGElement>, begins: boolean) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / (box.width || 1)) * SIGNATURE_FIELD.width;
    const y = ((event.clientY - box.top) / (box.height || 1)) * SIGNATURE_FIELD.height;
    stroke.current = withPoint(stroke.current ?? props.path ?? '', { x, y }, begins);
    setDrawing(stroke.current);
  };
  const end = () => {
    if (stroke.current === null) return;
    props.onChange(stroke.current);
    stroke.current = null;
    setDrawing(null);
  };
  return (
    <div className="stack">
      <p id={`${id}-label`}>
        <strong>{props.label}</strong>
      </p>
      {props.hint && <p className="hint">{props.hint}</p>}
      <svg
        className="consent-pad"
        viewBox={`0 0 ${SIGNATURE_FIELD.width} ${SIGNATURE_FIELD.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${props.label}: ${t.signHere}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event, true);
        }}
        onPointerMove={(event) => {
          if (stroke.current !== null) point(event, false);
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={shown ?? ''} />
      </svg>
      {props.path !== null && (
        <div className="row">
          <Button onClick={() => props.onChange(null)}>{t.signClear}</Button>
        </div>
      )}
    </div>
  );
}
