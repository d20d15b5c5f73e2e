import { useState, type FormEvent } from 'react';
import { fieldTexts } from '../../../i18n/training-field.ts';
import { Button } from '../../../kit/button.tsx';
import { TextField } from '../../../kit/field.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { useOnce } from '../../../kit/use-once.ts';

/** The passphrase of the practice vault, or a new vault for whoever has forgotten it: nothing in it is missed. */
export function FieldUnlock(props: {
  readonly onUnlock: (passphrase: string) => Promise<boolean>;
  readonly onForgotten: () => void;
}) {
  const t = useTexts(fieldTexts);
  const [passphrase, setPassphrase] = useState('');
  const { run, busy } = useOnce(() => props.onUnlock(passphrase));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase.trim() !== '') run();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        type="password"
        label={t.passphrase}
        autoCapitalize="none"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.unlock}
        </Button>
        <Button variant="plain" disabled={busy} onClick={props.onForgotten}>
          {t.forgotten}
        </Button>
      </div>
    </form>
  );
}
