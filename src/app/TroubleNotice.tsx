import { useEffect, useState } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Notice } from '../kit/notice.tsx';
import { nameOf, WhereItBroke } from './ErrorScreen.tsx';

/**
 * A bug outside of drawing (a click, a promise) is said above the screen and takes nothing away from it: in
 * mid-interview the words must stay in sight. Its name and place are shown, never its message.
 */
export function TroubleNotice() {
  const t = useTexts(homeTexts);
  const [broke, setBroke] = useState<{ readonly bug: unknown } | null>(null);
  useEffect(() => {
    const rejected = (event: PromiseRejectionEvent) => setBroke({ bug: event.reason });
    const thrown = (event: ErrorEvent) => setBroke({ bug: event.error });
    window.addEventListener('unhandledrejection', rejected);
    window.addEventListener('error', thrown);
    return () => {
      window.removeEventListener('unhandledrejection', rejected);
      window.removeEventListener('error', thrown);
    };
  }, []);
  if (!broke) return null;
  return (
    <Notice tone="warn" live>
      <p>
        {t.brokenText} <span className="hint">({nameOf(broke.bug)})</span>
      </p>
      <div className="row">
        <Button onClick={() => setBroke(null)}>{t.brokenHide}</Button>
      </div>
      <WhereItBroke bug={broke.bug} />
    </Notice>
  );
}
