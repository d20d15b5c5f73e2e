import { useState } from 'react';
import { unkeptTexts } from '../../i18n/unkept.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';

/** Makes a file or a print once it is noted in the log; what cannot be noted is not taken out. */
export function useTakeOut(note: () => Promise<boolean>) {
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async (make: () => unknown) => {
    const noted = await note();
    setFailed(!noted);
    if (noted) await make();
  });
  return { takeOut: run, busy, failed };
}

/** Said where nothing was taken out, since it could not be noted. */
export function NotTakenOut() {
  const t = useTexts(unkeptTexts);
  return (
    <Notice tone="danger" live>
      {t.takingOut}
    </Notice>
  );
}
