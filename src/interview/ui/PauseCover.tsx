import { useEffect, useRef } from 'react';
import type { LocalText } from '../../guide/model/guide.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';

/** Covers the screen at once: nothing of the interview is in the document while it is shown. */
export function PauseCover(props: {
  readonly script: LocalText;
  readonly onResume: () => void;
  readonly onLock: (() => void) | null;
}) {
  const t = useTexts(interviewTexts);
  const local = useLocal();
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => button.current?.querySelector('button')?.focus(), []);
  return (
    <main className="talk-pause">
      <h1>{t.pausedTitle}</h1>
      <p>{local(props.script)}</p>
      <div className="row" ref={button}>
        <Button variant="primary" onClick={props.onResume}>
          {t.resume}
        </Button>
        {props.onLock && <Button onClick={props.onLock}>{t.lock}</Button>}
      </div>
    </main>
  );
}
