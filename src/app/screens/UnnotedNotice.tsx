import { unkeptTexts } from '../../i18n/unkept.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';

/** Said while it could not be noted in the log that somebody reads here. */
export function UnnotedNotice() {
  const t = useTexts(unkeptTexts);
  return (
    <Notice tone="danger" live>
      {t.reading}
    </Notice>
  );
}
