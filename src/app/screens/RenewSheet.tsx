import { useCallback, useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { settingsTexts } from '../../i18n/settings.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { RecipientClass } from '../../sync/model/directory.ts';
import type { Desk, RecoverySheet } from '../port.ts';
import { useProblem, type AnyProblem } from './problem.tsx';
import { Sheet } from './Sheet.tsx';
import { useAsked } from './use-desk.ts';

/** A new sheet and how the office seals, which decides how a parcel is opened with it. */
export interface Renewed {
  readonly sheet: RecoverySheet;
  readonly recipientClass: RecipientClass;
}

/**
 * The sheet exists once, on paper. When it is lost or has been read, only the founder's vault can make new recovery
 * keys; nobody else sees this.
 */
export function RenewSheet(props: {
  readonly desk: Pick<Desk, 'isFounder' | 'renewRecovery' | 'directory' | 'subscribe'>;
  readonly onSheet: (renewed: Renewed) => void;
}) {
  const { desk } = props;
  const t = useTexts(settingsTexts);
  const say = useProblem();
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const isFounder = useAsked(
    desk,
    useCallback(() => desk.isFounder(), [desk]),
  );
  const { run: renew, busy } = useOnce(async () => {
    setProblem(null);
    const directory = await desk.directory();
    const made = await desk.renewRecovery();
    if (!made.ok) {
      setProblem(made.error);
      return;
    }
    props.onSheet({ sheet: made.value, recipientClass: directory?.recipientClass ?? 'hybrid' });
  });
  if (!isFounder) return null;
  return (
    <section className="card" aria-labelledby="settings-renew">
      <h2 id="settings-renew">{t.renewTitle}</h2>
      <p>{t.renewText}</p>
      <div className="row">
        <Button onClick={() => setSure(true)}>{t.renewOpen}</Button>
      </div>
      {sure && (
        <Dialog title={t.renewSure} onClose={() => setSure(false)}>
          <p>{t.renewSureText}</p>
          {problem && (
            <Notice tone="danger" live>
              {say(problem)}
            </Notice>
          )}
          <div className="row" data-end="">
            <Button onClick={() => setSure(false)}>{t.renewCancel}</Button>
            <Button variant="primary" disabled={busy} onClick={renew}>
              {t.renewNow}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** Shown once, and left only by who has read a line back from paper. */
export function RenewedSheet(
  props: Renewed & { readonly random: Random; readonly onTested: () => void },
) {
  return <Sheet {...props} renewed />;
}
