import { useState, type FormEvent } from 'react';
import { trainingTexts } from '../../i18n/training-overview.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { ConfirmedHow } from '../model/progress.ts';

/** What no program can check: the trainee says that it was done, with whom and when. */
export function ConfirmStep(props: {
  readonly how: ConfirmedHow;
  /** What was said before; null when nothing was. */
  readonly said: string | null;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly onConfirm: (how: ConfirmedHow, note: string) => Promise<boolean>;
}) {
  const { how, said, today } = props;
  const t = useTexts(trainingTexts);
  const [who, setWho] = useState('');
  const [day, setDay] = useState(today);
  const [outcome, setOutcome] = useState<'missing' | 'notSaved' | null>(null);
  const { run: keep, busy } = useOnce(async () => {
    if (!(await props.onConfirm(how, `${who.trim()}, ${day}`))) setOutcome('notSaved');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (who.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day > today) setOutcome('missing');
    else keep();
  };
  if (said !== null) return <p className="hint">{t.confirmed(said)}</p>;
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="hint">{t.confirmHelp}</p>
      <div className="confirm-pair">
        <TextField
          label={t.with}
          hint={t.withHelp}
          maxLength={60}
          value={who}
          onChange={(event) => {
            setWho(event.currentTarget.value);
            setOutcome(null);
          }}
        />
        <TextField
          label={t.when}
          type="date"
          max={today}
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
            setOutcome(null);
          }}
        />
      </div>
      {outcome && (
        <Notice tone="danger" live>
          {outcome === 'missing' ? t.confirmMissing : t.notSaved}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" disabled={busy}>
          {t.confirm}
        </Button>
      </div>
    </form>
  );
}
