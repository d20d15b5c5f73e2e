import { useState } from 'react';
import { letterTexts } from '../../i18n/letters.ts';
import { Button } from '../../kit/button.tsx';
import { CheckChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Addressee } from '../model/letters.ts';

/** So many fit on a screen and are still read; beyond, one searches. */
const SHOWN = 30;

/** Picks the people of the register whom a letter goes to. Who has been chosen stays in the list while one searches. */
export function LetterPeople(props: {
  readonly people: readonly Addressee[];
  readonly chosen: readonly Addressee['stream'][];
  readonly onChange: (chosen: readonly Addressee['stream'][]) => void;
}) {
  const { people, chosen, onChange } = props;
  const t = useTexts(letterTexts);
  const [sought, setSought] = useState('');
  if (people.length === 0) return <p>{t.nobodyInRegister}</p>;
  const words = sought.trim().toLowerCase();
  const found = people.filter(({ code, details }) =>
    `${code} ${details.name}`.toLowerCase().includes(words),
  );
  const shown = found.slice(0, SHOWN);
  const inView = new Set(shown.map(({ stream }) => stream));
  return (
    <div className="stack">
      <TextField
        label={t.find}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <p role="status">{t.noMatch}</p>
      ) : (
        <CheckChoice
          legend={t.people}
          options={shown.map(({ stream, code, details }) => ({
            value: stream,
            label: `${code} ${details.name}`,
          }))}
          values={chosen.filter((stream) => inView.has(stream))}
          onChange={(now) => onChange([...chosen.filter((each) => !inView.has(each)), ...now])}
        />
      )}
      {found.length > shown.length && <p className="hint">{t.showing(SHOWN, found.length)}</p>}
      <div className="row">
        <span role="status">{t.chosen(chosen.length)}</span>
        <Button onClick={() => onChange([...new Set([...chosen, ...inView])])}>
          {t.chooseShown}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t.chooseNone}
        </Button>
      </div>
    </div>
  );
}
