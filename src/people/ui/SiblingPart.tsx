import { useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Listed } from '../model/register.ts';

/** So many are enough to see the right one among. */
const SHOWN = 6;

/** Brothers and sisters who are in the register too: the same interviewer should not hear both (domain.md section 4). */
export function SiblingPart(props: {
  readonly people: readonly Listed[];
  readonly chosen: readonly StreamId[];
  readonly onChange: (chosen: StreamId[]) => void;
}) {
  const { people, chosen, onChange } = props;
  const t = useTexts(peopleTexts);
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const found =
    words === ''
      ? []
      : people
          .filter(
            ({ stream, code, details }) =>
              !chosen.includes(stream) && `${code} ${details.name}`.toLowerCase().includes(words),
          )
          .slice(0, SHOWN);
  const nameOf = ({ code, details }: Listed) => `${code} ${details.name}`;
  return (
    <section className="stack" aria-label={t.siblings}>
      <h3>{t.siblings}</h3>
      {chosen.length === 0 && <p className="hint">{t.siblingNone}</p>}
      <div className="row">
        {people
          .filter(({ stream }) => chosen.includes(stream))
          .map((person) => (
            <Button
              key={person.stream}
              aria-label={t.siblingRemove(nameOf(person))}
              onClick={() => onChange(chosen.filter((each) => each !== person.stream))}
            >
              {nameOf(person)} ×
            </Button>
          ))}
      </div>
      <TextField
        label={t.siblingSearch}
        type="search"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      <div className="row" role="status">
        {found.map((person) => (
          <Button
            key={person.stream}
            aria-label={t.siblingAdd(nameOf(person))}
            onClick={() => {
              onChange([...chosen, person.stream]);
              setSought('');
            }}
          >
            {nameOf(person)}
          </Button>
        ))}
      </div>
    </section>
  );
}
