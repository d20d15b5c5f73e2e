import { useState } from 'react';
import type { Millis } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { lostTexts } from '../../i18n/lost.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { markOf, type Tablet } from '../model/lost.ts';

/** The first thing to do: the tablet is taken out of use, after one question. */
export function LostBlock(props: {
  readonly tablet: Tablet | undefined;
  readonly isThisDevice: boolean;
  readonly blockedAt: Millis | null;
  readonly onBlock: () => Promise<string | null>;
}) {
  const { tablet, blockedAt } = props;
  const t = useTexts(lostTexts);
  const { language } = useLanguage();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { run, busy } = useOnce(async () => {
    const wrong = await props.onBlock();
    setProblem(wrong);
    if (wrong === null) setSure(false);
  });
  return (
    <section className="card stack">
      <h2>{t.blockTitle}</h2>
      <p>{t.blockHelp}</p>
      {/* There from the start, so that the change is announced. */}
      <p role="status" hidden={blockedAt === null}>
        {blockedAt === null ? '' : t.blockedAt(dateTime(blockedAt, language))}
      </p>
      {!tablet && <p>{t.notInDirectory}</p>}
      {tablet && blockedAt === null && props.isThisDevice && <p>{t.thisDevice}</p>}
      {tablet && blockedAt === null && !props.isThisDevice && (
        <div className="row">
          <Button variant="danger" onClick={() => setSure(true)}>
            {t.block}
          </Button>
        </div>
      )}
      {tablet && sure && (
        <Dialog title={t.blockSure} onClose={() => setSure(false)}>
          <p>{t.blockSureText(markOf(tablet.device), tablet.name)}</p>
          {problem && (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          <div className="row" data-end>
            <Button onClick={() => setSure(false)}>{t.blockNo}</Button>
            <Button variant="danger" disabled={busy} onClick={run}>
              {t.blockYes}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
