import { useState } from 'react';
import type { Clock } from '../../base/deps.ts';
import { lockTexts } from '../../i18n/lock.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import type { VaultCard } from '../../vault/model/port.ts';
import type { Desk, Entrance } from '../port.ts';
import { TryAgain } from './TryAgain.tsx';
import { useUnlock } from './use-unlock.ts';

/** A forgotten passphrase loses nothing: a key from the office's recovery sheet opens the vault. */
export function Forgotten(props: {
  readonly entrance: Pick<Entrance, 'unlock' | 'takeOver'>;
  readonly card: VaultCard;
  readonly clock: Clock;
  readonly onOpen: (desk: Desk) => void;
  readonly onBack: () => void;
}) {
  const texts = useTexts(lockTexts);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const { busy, problem, wait, mayTry, attempt, takeOver } = useUnlock(
    props.entrance,
    props.card,
    props.clock,
    props.onOpen,
  );
  const identity = typed.replaceAll(/\s+/g, '').toUpperCase();
  const back = (
    <Button variant="plain" onClick={props.onBack}>
      {texts.back}
    </Button>
  );
  if (!props.card.recoverable) {
    return (
      <Page key="forgotten" title={texts.forgottenTitle}>
        <p>{texts.forgottenNot}</p>
        <div className="row">{back}</div>
      </Page>
    );
  }
  return (
    <Page key="forgotten" title={texts.forgottenTitle}>
      <p>{texts.forgottenText}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayTry) return;
          if (identity === '') setError(texts.recoveryEmpty);
          else if (!identity.startsWith('AGE-SECRET-KEY-')) setError(texts.recoveryShape);
          else void attempt({ type: 'recovery', identity });
        }}
      >
        <TextArea
          label={texts.recoveryKey}
          hint={texts.recoveryHint}
          autoCapitalize="characters"
          rows={3}
          value={typed}
          error={error}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <TryAgain problem={problem} wait={wait} />
        <div className="row">
          {problem?.type === 'openElsewhere' && (
            <Button
              disabled={!mayTry}
              onClick={() => void takeOver({ type: 'recovery', identity })}
            >
              {texts.takeOver}
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={!mayTry}>
            {busy === null ? texts.open : texts[busy]}
          </Button>
          {back}
        </div>
      </form>
    </Page>
  );
}
