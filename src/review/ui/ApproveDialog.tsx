import { useState } from 'react';
import { erasingTexts } from '../../i18n/erasing.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Material } from '../../people/model/program.ts';
import type { StreamId } from '../../base/ids.ts';

/** What a supervisor is asked to approve. */
export interface ToApprove {
  readonly interview: StreamId;
  readonly code: string;
  readonly materials: readonly Material[];
  readonly why: 'withdrawn' | 'retention';
  /** The decision as the rule names it; to be written when there is none. */
  readonly decision: string;
}

/** One of two approvals: what goes, under which decision. */
export function ApproveDialog(props: {
  readonly what: ToApprove;
  readonly onApprove: (what: ToApprove) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { what } = props;
  const t = useTexts(erasingTexts);
  const [decision, setDecision] = useState(what.decision);
  const [wrong, setWrong] = useState<'missing' | 'failed' | null>(null);
  const { run: approve, busy } = useOnce(async () => {
    if (decision.trim() === '') return setWrong('missing');
    const kept = await props.onApprove({ ...what, decision: decision.trim() });
    if (kept) props.onClose();
    else setWrong('failed');
  });
  return (
    <Dialog title={t.approveTitle(what.code)} onClose={props.onClose}>
      <p>{t.approveWhat(what.materials.map((each) => t[`material_${each}`]).join(', '))}</p>
      <p>{t.approveFor}</p>
      <TextField
        label={t.decision}
        value={decision}
        maxLength={80}
        error={wrong === 'missing' ? t.decisionMissing : undefined}
        onChange={(event) => {
          setDecision(event.currentTarget.value);
          setWrong(null);
        }}
      />
      {wrong === 'failed' && (
        <Notice tone="danger" live>
          {t.notKept}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.cancel}</Button>
        <Button variant="danger" disabled={busy} onClick={approve}>
          {t.approveNow}
        </Button>
      </div>
    </Dialog>
  );
}
