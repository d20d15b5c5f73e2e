import { useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { assignTexts } from '../../i18n/assign.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Givable } from '../model/givable.ts';

/** So many fit on a screen and are still read; beyond, one searches. */
const SHOWN = 30;

/** Whose talk can be given to somebody: those who said yes first. */
export function ToGive(props: {
  readonly people: readonly Givable[];
  readonly onChoose: (person: StreamId) => void;
}) {
  const t = useTexts(assignTexts);
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  // Nobody scrolls through a whole register: without a search, only those who wait are shown.
  const found = props.people.filter(({ person, offer }) =>
    words === ''
      ? offer !== 'none'
      : `${person.code} ${person.details.name}`.toLowerCase().includes(words),
  );
  const shown = found.slice(0, SHOWN);
  return (
    <section className="card stack">
      <h2>{t.toGive}</h2>
      <TextField
        label={t.find}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {shown.length === 0 && <p role="status">{words === '' ? t.toGiveNone : t.noMatch}</p>}
      {shown.length > 0 && (
        <ul role="list" className="assign-list">
          {shown.map(({ person, wave, offer }) => (
            <li key={person.stream} className="assign-item">
              <span>
                <strong>{person.code}</strong> {person.details.name}
              </span>
              <span className="hint">
                {t.wave(wave)}, {t[`offer_${offer}`]}
              </span>
              <Button
                aria-label={t.giveTo(person.code)}
                onClick={() => props.onChoose(person.stream)}
              >
                {t.give}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found.length > shown.length && <p className="hint">{t.showing(SHOWN, found.length)}</p>}
    </section>
  );
}
