import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print-sheet.css';

/**
 * What `window.print()` prints while this is mounted, instead of the screen; on screen it is not seen. Screen readers
 * are not told of it: what it says should stand on the screen too.
 */
export function PrintSheet(props: { readonly lang: string; readonly children: ReactNode }) {
  return createPortal(
    <article className="print-sheet" lang={props.lang} aria-hidden="true">
      {props.children}
    </article>,
    document.body,
  );
}
