import { useId, useState } from 'react';
import { importTexts } from '../../i18n/import.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import {
  COLUMN_FIELDS,
  guessMapping,
  identityColumns,
  isIdentityIn,
  type ColumnField,
  type Mapping,
} from '../model/import-columns.ts';
import type { List } from '../read-list.ts';

/** How far down one looks for what a column holds, and how much of it is shown. */
const LOOKED_AT = 200;
const SHOWN = 3;

/** Says what each column of the list holds, guessed from its heading. */
export function ImportColumns(props: {
  readonly list: List;
  readonly onCheck: (mapping: Mapping) => void;
  readonly onBack: () => void;
}) {
  const { headings, rows } = props.list;
  const t = useTexts(importTexts);
  const [looked] = useState(() => rows.slice(0, LOOKED_AT));
  const [barred] = useState(() => identityColumns(looked));
  const [mapping, setMapping] = useState<Mapping>(() =>
    guessMapping(headings).map((field, i) => (barred.has(i) ? 'skip' : field)),
  );
  const chosen = mapping.filter((field) => field !== 'skip');
  const twice = chosen.find((field, i) => chosen.indexOf(field) !== i);
  const named = chosen.includes('name') || chosen.includes('firstName');
  const ready = named && chosen.includes('birth') && !twice;
  return (
    <section className="stack" aria-labelledby="import-columns">
      <h2 id="import-columns">{t.columns}</h2>
      <p>{t.columnsHelp(rows.length)}</p>
      {headings.map((heading, i) => (
        <Column
          key={i}
          name={heading.trim() || t.unnamed(i + 1)}
          field={mapping[i] ?? 'skip'}
          examples={looked.map((row) => row[i] ?? '').filter((text) => text.trim() !== '')}
          barred={barred.has(i)}
          onChange={(field) => setMapping(mapping.map((each, j) => (j === i ? field : each)))}
        />
      ))}
      {twice && <Notice tone="warn">{t.twice(t[`field_${twice}`])}</Notice>}
      {!named || !chosen.includes('birth') ? <Notice tone="warn">{t.needs}</Notice> : null}
      <div className="row" data-end="">
        <Button onClick={props.onBack}>{t.again}</Button>
        <Button variant="primary" disabled={!ready} onClick={() => props.onCheck(mapping)}>
          {t.check}
        </Button>
      </div>
    </section>
  );
}

function Column(props: {
  readonly name: string;
  readonly field: ColumnField;
  readonly examples: readonly string[];
  readonly barred: boolean;
  readonly onChange: (field: ColumnField) => void;
}) {
  const { name, field, examples, barred } = props;
  const t = useTexts(importTexts);
  const id = useId();
  // A number that slipped in between is not shown either.
  const shown = examples
    .slice(0, SHOWN)
    .map((text) => (isIdentityIn(field, text) ? t.hidden : text.slice(0, 60)));
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <p className="hint" id={`${id}-hint`}>
        {barred ? t.identityColumn : t.example(shown.join(', '))}
      </p>
      <select
        className="input"
        id={id}
        aria-describedby={`${id}-hint`}
        disabled={barred}
        value={field}
        onChange={(event) => {
          const now = COLUMN_FIELDS.find((each) => each === event.currentTarget.value);
          if (now) props.onChange(now);
        }}
      >
        {COLUMN_FIELDS.map((each) => (
          <option key={each} value={each}>
            {t[`field_${each}`]}
          </option>
        ))}
      </select>
    </div>
  );
}
