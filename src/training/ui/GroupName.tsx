import { useState } from 'react';
import { groupTexts } from '../../i18n/training-groups.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import './trainer.css';

/** A group's name: of a new one, or a better one. */
export function GroupName(props: {
  /** Null: a new group is made. */
  readonly name: string | null;
  /** Names that other groups have. */
  readonly taken: readonly string[];
  /** False when it could not be kept. */
  readonly onSave: (name: string) => Promise<boolean>;
}) {
  const t = useTexts(groupTexts);
  const [typed, setTyped] = useState(props.name ?? '');
  const [outcome, setOutcome] = useState<'saved' | 'notSaved' | 'missing' | 'taken' | null>(null);
  const name = typed.trim();
  const { run: save, busy } = useOnce(async () => {
    if (name === '') return setOutcome('missing');
    if (props.taken.some((each) => each.toLowerCase() === name.toLowerCase()))
      return setOutcome('taken');
    setOutcome((await props.onSave(name)) ? 'saved' : 'notSaved');
  });
  const wrong = { missing: t.nameMissing, taken: t.nameTaken };
  return (
    <div className="stack">
      <div className="who-add">
        <TextField
          label={t.name}
          hint={t.nameHint}
          maxLength={80}
          value={typed}
          error={outcome === 'missing' || outcome === 'taken' ? wrong[outcome] : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOutcome(null);
          }}
        />
        <Button disabled={busy} variant={props.name === null ? 'primary' : 'normal'} onClick={save}>
          {props.name === null ? t.add : t.save}
        </Button>
      </div>
      {outcome === 'saved' && (
        <Notice live>
          <p>{t.saved}</p>
        </Notice>
      )}
      {outcome === 'notSaved' && (
        <Notice live tone="danger">
          <p>{t.notSaved}</p>
        </Notice>
      )}
    </div>
  );
}
