import { useState } from 'react';
import { erasingTexts } from '../../i18n/erasing.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';

/** Where a supervisor notes that the participant has taken the interview back. */
export function WithdrawPart(props: {
  readonly code: string;
  /** @returns whether it could be kept. */
  readonly onWithdraw: () => Promise<boolean>;
}) {
  const t = useTexts(erasingTexts);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run: withdraw, busy } = useOnce(async () => {
    const kept = await props.onWithdraw();
    setFailed(!kept);
    if (kept) setAsking(false);
  });
  return (
    <details className="card">
      <summary>{t.withdrawPart}</summary>
      <p>{t.withdrawHelp}</p>
      <div className="row">
        <Button onClick={() => setAsking(true)}>{t.withdraw}</Button>
      </div>
      {asking && (
        <Dialog title={t.withdrawSure(props.code)} onClose={() => setAsking(false)}>
          <p>{t.withdrawWhat}</p>
          {failed && (
            <Notice tone="danger" live>
              {t.notKept}
            </Notice>
          )}
          <div className="row" data-end="">
            <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
            <Button variant="danger" disabled={busy} onClick={withdraw}>
              {t.withdrawNow}
            </Button>
          </div>
        </Dialog>
      )}
    </details>
  );
}
