import { useState } from 'react';
import { signoffTexts } from '../../i18n/training-signoff.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';

/** Asks why before a sign-off is taken back: the person reads it. */
export function TakeBackDialog(props: {
  readonly name: string;
  readonly onClose: () => void;
  /** @returns false when it could not be kept: the dialog stays, with what was written. */
  readonly onTakeBack: (reason: string) => Promise<boolean>;
}) {
  const { name, onClose } = props;
  const t = useTexts(signoffTexts);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run, busy } = useOnce(async () => {
    if (reason.trim() === '') return setMissing(true);
    setFailed(!(await props.onTakeBack(reason)));
  });
  return (
    <Dialog title={t.takeBackTitle(name)} onClose={onClose}>
      <p>{t.takeBackWhat}</p>
      <TextArea
        label={t.reason}
        hint={t.reasonHint}
        maxLength={2000}
        value={reason}
        error={missing && reason.trim() === '' ? t.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <div className="row" data-end>
        <Button onClick={onClose}>{t.takeBackNo}</Button>
        <Button variant="danger" disabled={busy} onClick={run}>
          {t.takeBackYes}
        </Button>
      </div>
    </Dialog>
  );
}
