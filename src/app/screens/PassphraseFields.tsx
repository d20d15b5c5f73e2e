import { useId, useState, type InputHTMLAttributes } from 'react';
import type { Random } from '../../base/deps.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { OFFERED_WORDS, offerWords } from '../passphrase/offer.ts';
import { FLOOR_BITS, strength, type Strength } from '../passphrase/strength.ts';
import { WORDS } from '../passphrase/words.ts';
import './screens.css';

type Input = InputHTMLAttributes<HTMLInputElement>;

/** A new passphrase, twice, with what it is worth and an offer of random words. The form around it holds the values. */
export function PassphraseFields(props: {
  readonly passphrase: Input;
  readonly repeat: Input;
  /** What stands in the first field now. */
  readonly written: string;
  readonly personal: readonly string[];
  readonly errors: {
    readonly passphrase?: string | undefined;
    readonly repeat?: string | undefined;
  };
  readonly random: Random;
  /** The person took the offered words; they go into the first field and are typed once more by hand. */
  readonly onTake: (words: string) => void;
}) {
  const texts = useTexts(startTexts);
  const [shown, setShown] = useState(false);
  const [offer, setOffer] = useState<string | null>(null);
  const type = shown ? 'text' : 'password';
  const another = () => setOffer(offerWords(props.random));
  return (
    <div className="stack">
      <TextField
        {...props.passphrase}
        type={type}
        autoCapitalize="none"
        label={texts.passphrase}
        hint={texts.passphraseHint}
        error={props.errors.passphrase}
      />
      <Meter strength={strength(props.written, props.personal)} empty={props.written === ''} />
      {offer === null ? (
        <div className="row">
          <Button onClick={another}>{texts.offer}</Button>
        </div>
      ) : (
        <div className="card start-offer" role="group" aria-label={texts.offered}>
          <p className="start-words" lang="sv" aria-live="polite">
            {offer}
          </p>
          <p className="hint">{texts.offeredHelp(OFFERED_WORDS, WORDS.length)}</p>
          <div className="row">
            <Button onClick={() => props.onTake(offer)}>{texts.useOffer}</Button>
            <Button variant="plain" onClick={another}>
              {texts.offerAgain}
            </Button>
          </div>
        </div>
      )}
      <TextField
        {...props.repeat}
        type={type}
        autoCapitalize="none"
        label={texts.repeat}
        error={props.errors.repeat}
      />
      <Check label={texts.show} checked={shown} onChange={setShown} />
    </div>
  );
}

const ALMOST = 0.8;
const STRONG = 1.3;

function Meter(props: { readonly strength: Strength; readonly empty: boolean }) {
  const texts = useTexts(startTexts);
  const id = useId();
  const { bits, enough, hints } = props.strength;
  // One piece of advice at a time.
  const [hint] = hints;
  const share = bits / FLOOR_BITS;
  const words = props.empty
    ? texts.strengthNone
    : !enough
      ? share >= ALMOST
        ? texts.strengthAlmost
        : texts.strengthWeak
      : share >= STRONG
        ? texts.strengthStrong
        : texts.strengthEnough;
  return (
    <div className="start-meter">
      <span id={id}>{texts.strength}</span>
      <meter
        aria-labelledby={id}
        aria-valuetext={words}
        min={0}
        max={FLOOR_BITS * STRONG}
        low={FLOOR_BITS * ALMOST}
        high={FLOOR_BITS}
        optimum={FLOOR_BITS * STRONG}
        value={Math.min(bits, FLOOR_BITS * STRONG)}
      />
      <p role="status">
        <strong>{words}</strong> {!props.empty && hint && texts[`hint_${hint}`]}
      </p>
    </div>
  );
}
