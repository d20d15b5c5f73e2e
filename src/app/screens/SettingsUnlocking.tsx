import { useCallback, useEffect, useState } from 'react';
import type { Random } from '../../base/deps.ts';
import { settingsTexts } from '../../i18n/settings.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { Passkeys } from '../passkey.ts';
import type { Desk } from '../port.ts';
import { NewPassphraseForm } from './NewPassphraseForm.tsx';
import { useProblem, type AnyProblem } from './problem.tsx';
import { useAsked } from './use-desk.ts';

type Said = { readonly done: string } | { readonly problem: AnyProblem } | null;

/** Passphrase and passkey: changing either rewraps the vault's key, and nothing that was written is touched. */
export function SettingsUnlocking(props: {
  readonly desk: Desk;
  readonly passkeys: Passkeys;
  readonly random: Random;
}) {
  const { desk } = props;
  const texts = useTexts(settingsTexts);
  const say = useProblem();
  const [changing, setChanging] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  return (
    <section className="card" aria-labelledby="settings-unlocking">
      <h2 id="settings-unlocking">{texts.unlocking}</h2>
      {said && 'problem' in said && (
        <Notice tone="danger" live>
          {say(said.problem)}
        </Notice>
      )}
      <p role="status" hidden={!said || !('done' in said)}>
        {said && 'done' in said ? said.done : ''}
      </p>
      <Passkey desk={desk} passkeys={props.passkeys} onSaid={setSaid} />
      <div className="row">
        <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {texts.changePassphrase}
        </Button>
      </div>
      {changing && (
        <NewPassphraseForm
          personal={[desk.me.name, desk.me.officeName]}
          submit={texts.keepPassphrase}
          random={props.random}
          onSubmit={async (passphrase) => {
            setSaid(null);
            const result = await desk.changePassphrase(passphrase);
            if (!result.ok) return setSaid({ problem: result.error });
            setChanging(false);
            setSaid({ done: texts.passphraseKept });
          }}
        />
      )}
    </section>
  );
}

function Passkey(props: {
  readonly desk: Desk;
  readonly passkeys: Passkeys;
  readonly onSaid: (said: Said) => void;
}) {
  const { desk, passkeys, onSaid } = props;
  const texts = useTexts(settingsTexts);
  const [busy, setBusy] = useState(false);
  const [supported, setSupported] = useState<boolean | null>(null);
  const has = useAsked(
    desk,
    useCallback(() => desk.hasPasskey(), [desk]),
  );
  useEffect(() => {
    let current = true;
    void passkeys.supported().then((answer) => {
      if (current) setSupported(answer);
    });
    return () => {
      current = false;
    };
  }, [passkeys]);

  const add = async (): Promise<Said> => {
    const label = initials(desk.me.name);
    const made = await passkeys.make({ label, salt: await desk.passkeySalt() });
    if (!made.ok) return { problem: made.error };
    const kept = await desk.setPasskey(made.value);
    made.value.output.fill(0);
    return kept.ok ? { done: texts.passkeyAdded } : { problem: kept.error };
  };
  const remove = async (): Promise<Said> => {
    const result = await desk.setPasskey(null);
    return result.ok ? { done: texts.passkeyRemoved } : { problem: result.error };
  };
  const run = async (act: () => Promise<Said>) => {
    setBusy(true);
    onSaid(null);
    try {
      onSaid(await act());
    } finally {
      setBusy(false);
    }
  };

  if (has === undefined || supported === null) return null;
  if (!has && !supported) return <p>{texts.passkeyNone}</p>;
  return (
    <>
      <p>{has ? texts.passkeyOn : texts.passkeyOff}</p>
      <div className="row">
        <Button disabled={busy} onClick={() => void run(has ? remove : add)}>
          {has ? texts.passkeyRemove : texts.passkeyAdd}
        </Button>
      </div>
    </>
  );
}

/** The device's own list of passkeys can be read by whoever holds it: no names there. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
