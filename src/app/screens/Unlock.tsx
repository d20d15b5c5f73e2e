import { useRef, useState } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { Result } from '../../base/result.ts';
import { lockTexts } from '../../i18n/lock.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { UnlockSecret, VaultCard } from '../../vault/model/port.ts';
import type { PasskeyProblem } from '../passkey.ts';
import type { Desk, Entrance } from '../port.ts';
import { TryAgain } from './TryAgain.tsx';
import { useUnlock } from './use-unlock.ts';

export interface UnlockPorts {
  readonly entrance: Pick<Entrance, 'unlock' | 'takeOver'>;
  /** Asks the card's passkey for the 32 bytes that open the vault. */
  readonly onPasskey: (card: VaultCard) => Promise<Result<Uint8Array, PasskeyProblem>>;
  readonly clock: Clock;
  readonly onDone: (desk: Desk) => void;
}

/** Passphrase or passkey for one person's vault. Every wrong one is answered with the same words. */
export function Unlock(
  props: UnlockPorts & {
    readonly card: VaultCard;
    readonly onForgotten: () => void;
  },
) {
  const texts = useTexts(lockTexts);
  const { card } = props;
  const [passphrase, setPassphrase] = useState('');
  const [shown, setShown] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [asking, setAsking] = useState(false);
  // What the last try was made with; only for taking over from the other tab.
  const last = useRef<UnlockSecret | null>(null);
  const { busy, problem, setProblem, wait, mayTry, attempt, takeOver } = useUnlock(
    props.entrance,
    card,
    props.clock,
    props.onDone,
  );
  const tryWith = (secret: UnlockSecret) => {
    last.current = secret;
    return attempt(secret);
  };
  const passkey = async () => {
    setAsking(true);
    setProblem(null);
    const output = await props.onPasskey(card);
    setAsking(false);
    if (output.ok) await tryWith({ type: 'passkey', output: output.value });
    else setProblem(output.error);
  };
  return (
    <form
      className="card lock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!mayTry || asking) return;
        if (passphrase.trim() === '') setEmpty(true);
        else void tryWith({ type: 'passphrase', passphrase });
      }}
    >
      <h2>{texts.as(card.label)}</h2>
      <TextField
        type={shown ? 'text' : 'password'}
        label={texts.passphrase}
        autoCapitalize="none"
        value={passphrase}
        error={empty ? texts.empty : undefined}
        onChange={(event) => {
          setPassphrase(event.currentTarget.value);
          setEmpty(false);
        }}
      />
      <Check label={texts.show} checked={shown} onChange={setShown} />
      <TryAgain problem={problem} wait={wait} />
      <div className="row">
        {problem?.type === 'openElsewhere' && (
          <Button
            disabled={!mayTry}
            onClick={() => {
              if (last.current) void takeOver(last.current);
            }}
          >
            {texts.takeOver}
          </Button>
        )}
        <Button type="submit" variant="primary" disabled={!mayTry || asking}>
          {busy === null ? texts.unlock : texts[busy]}
        </Button>
        {card.passkey && (
          <Button disabled={!mayTry || asking} onClick={() => void passkey()}>
            {texts.passkey}
          </Button>
        )}
      </div>
      <div className="row">
        <Button variant="plain" onClick={props.onForgotten}>
          {texts.forgotten}
        </Button>
      </div>
    </form>
  );
}
