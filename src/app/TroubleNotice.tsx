import { useEffect, useState } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Notice } from '../kit/notice.tsx';

/**
 * A bug outside of drawing (a click, a promise) is said above the screen and takes nothing away from it: in
 * mid-interview the words must stay in sight. The name of the error is shown, never its message.
 */
export function TroubleNotice() {
  const t = useTexts(homeTexts);
  const [bug, setBug] = useState<string | null>(null);
  useEffect(() => {
    const rejected = (event: PromiseRejectionEvent) => setBug(nameOf(event.reason));
    const thrown = (event: ErrorEvent) => setBug(nameOf(event.error));
    window.addEventListener('unhandledrejection', rejected);
    window.addEventListener('error', thrown);
    return () => {
      window.removeEventListener('unhandledrejection', rejected);
      window.removeEventListener('error', thrown);
    };
  }, []);
  if (bug === null) return null;
  return (
    <Notice tone="warn" live>
      <p>
        {t.brokenText} <span className="hint">({bug})</span>
      </p>
      <div className="row">
        <Button onClick={() => setBug(null)}>{t.brokenHide}</Button>
      </div>
    </Notice>
  );
}

const nameOf = (bug: unknown): string => (bug instanceof Error ? bug.name : 'unknown');
