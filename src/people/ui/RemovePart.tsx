import { useState } from 'react';
import { removalTexts } from '../../i18n/removal.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { REMOVAL_REASONS, type RemovalReason } from '../model/removal.ts';

export interface Removal {
  readonly why: RemovalReason;
  /** Empty when no retention decision was named. */
  readonly decision: string;
}

/** Where a supervisor removes somebody from the register, told beforehand what goes and what stays. */
export function RemovePart(props: {
  readonly code: string;
  /** Whether an interview lies under the code. */
  readonly interviewed: boolean;
  /** Who has been given a talk with the person and not ended it; null when nobody has. */
  readonly givenTo: string | null;
  readonly onToAssignments: () => void;
  /** @returns whether it could be kept. */
  readonly onRemove: (removal: Removal) => Promise<boolean>;
}) {
  const { givenTo } = props;
  const t = useTexts(removalTexts);
  const [asking, setAsking] = useState(false);
  return (
    <details className="card">
      <summary>{t.part}</summary>
      <p>{t.help}</p>
      {givenTo !== null && (
        <Notice tone="info">
          <p>{t.given(givenTo)}</p>
          <Button onClick={props.onToAssignments}>{t.toAssignments}</Button>
        </Notice>
      )}
      {givenTo === null && (
        <div className="row">
          <Button onClick={() => setAsking(true)}>{t.remove}</Button>
        </div>
      )}
      {asking && givenTo === null && (
        <RemoveDialog
          code={props.code}
          interviewed={props.interviewed}
          onRemove={props.onRemove}
          onClose={() => setAsking(false)}
        />
      )}
    </details>
  );
}

function RemoveDialog(props: {
  readonly code: string;
  readonly interviewed: boolean;
  readonly onRemove: (removal: Removal) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const t = useTexts(removalTexts);
  const [why, setWhy] = useState<RemovalReason | null>(null);
  const [decision, setDecision] = useState('');
  const [wrong, setWrong] = useState<'whyMissing' | 'failed' | null>(null);
  const { run: remove, busy } = useOnce(async () => {
    if (!why) return setWrong('whyMissing');
    const kept = await props.onRemove({ why, decision: decision.trim() });
    if (!kept) setWrong('failed');
  });
  return (
    <Dialog title={t.sure(props.code)} onClose={props.onClose}>
      <h3>{t.goes}</h3>
      <ul>
        <li>{t.goesEntry}</li>
        <li>{t.goesTalks}</li>
      </ul>
      <p>{t.goesWhere}</p>
      <h3>{t.stays}</h3>
      <ul>
        {props.interviewed && <li>{t.staysInterview}</li>}
        <li>{t.staysNumbers}</li>
        <li>{t.staysCode}</li>
        <li>{t.staysFiles}</li>
      </ul>
      <p>{t.again}</p>
      <RadioChoice
        legend={t.why}
        value={why}
        options={REMOVAL_REASONS.map((value) => ({ value, label: t[`why_${value}`] }))}
        onChange={(value) => {
          setWhy(value);
          setWrong(null);
        }}
      />
      <TextField
        label={t.decision}
        value={decision}
        maxLength={80}
        onChange={(event) => setDecision(event.currentTarget.value)}
      />
      {wrong && (
        <Notice tone="danger" live>
          {t[wrong]}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.cancel}</Button>
        <Button variant="danger" disabled={busy} onClick={remove}>
          {t.removeNow}
        </Button>
      </div>
    </Dialog>
  );
}
