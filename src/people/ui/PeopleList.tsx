import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { partialDate } from '../../i18n/format.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { FILTERS, foundIn, type Filter, type PersonRow } from '../model/register.ts';
import { SelectField } from '../../kit/select-field.tsx';
import './people.css';

/** So many at a time: more rows than this are slow to draw and not read (docs/benchmarks/register.md). */
const SHOWN = 50;

/** Everyone in the register, to be searched and filtered; arrow keys walk the rows, also over the end of a page. */
export function PeopleList(props: {
  readonly rows: readonly PersonRow[];
  readonly onOpen: (stream: StreamId) => void;
  readonly empty: ReactNode;
}) {
  const { rows } = props;
  const t = useTexts(peopleTexts);
  const [filter, setFilter] = useState<Filter | 'all'>('all');
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(
    () => foundIn(rows, { filter: filter === 'all' ? null : filter, text }),
    [rows, filter, text],
  );
  if (rows.length === 0) return props.empty;
  const pages = Math.max(1, Math.ceil(found.length / SHOWN));
  const at = Math.min(page, pages - 1);
  const shown = found.slice(at * SHOWN, (at + 1) * SHOWN);

  const turn = (to: number, focus?: 'first' | 'last') => {
    setPage(to);
    if (!focus) return;
    // After the new rows are drawn.
    requestAnimationFrame(() => {
      const drawn = list.current?.querySelectorAll('button');
      drawn?.[focus === 'first' ? 0 : drawn.length - 1]?.focus();
    });
  };
  const walk = (event: KeyboardEvent<HTMLButtonElement>) => {
    const drawn = [...(list.current?.querySelectorAll('button') ?? [])];
    const here = drawn.indexOf(event.currentTarget);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: drawn.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= drawn.length && at < pages - 1) turn(at + 1, 'first');
    else if (to < 0 && at > 0) turn(at - 1, 'last');
    else drawn[to]?.focus();
  };
  return (
    <>
      <div className="people-find">
        <TextField
          label={t.search}
          type="search"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPage(0);
          }}
        />
        <SelectField
          label={t.filter}
          value={filter}
          options={[
            { value: 'all', label: t.all },
            ...FILTERS.map((value) => ({ value, label: t[value] })),
          ]}
          onChange={(value) => {
            setFilter(value);
            setPage(0);
          }}
        />
      </div>
      <p role="status">{found.length === 0 ? t.noMatch : t.found(found.length)}</p>
      <ul role="list" ref={list} aria-label={t.list} className="people-list">
        {shown.map((row) => (
          <li key={row.stream}>
            <Row row={row} onOpen={props.onOpen} onKeyDown={walk} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav className="row" aria-label={t.pages}>
          <Button disabled={at === 0} onClick={() => turn(at - 1)}>
            {t.before}
          </Button>
          <span>{t.page(at * SHOWN + 1, at * SHOWN + shown.length, found.length)}</span>
          <Button disabled={at === pages - 1} onClick={() => turn(at + 1)}>
            {t.next}
          </Button>
        </nav>
      )}
      {found.length === 0 && (
        <Button
          onClick={() => {
            setFilter('all');
            setText('');
          }}
        >
          {t.clear}
        </Button>
      )}
    </>
  );
}

function Row(props: {
  readonly row: PersonRow;
  readonly onOpen: (stream: StreamId) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}) {
  const { row } = props;
  const t = useTexts(peopleTexts);
  return (
    <button
      type="button"
      className="people-row"
      onKeyDown={props.onKeyDown}
      onClick={() => props.onOpen(row.stream)}
    >
      <span className="people-code">{row.code}</span>
      <span>
        {row.name} <span className="hint">{row.municipality}</span>
      </span>
      <span className="row">
        {row.protectedData && <span className="tag">{t.protectedTag}</span>}
        {row.interviewed && <span className="tag">{t.interviewedTag}</span>}
        {row.wave > 1 && <span className="tag">{t.wave(row.wave)}</span>}
        <StandingTag row={row} />
      </span>
    </button>
  );
}

function StandingTag({ row }: { readonly row: PersonRow }) {
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const words = {
    notAskedYet: row.late ? t.rowLate : t.rowNow,
    notEligible: row.from ? t.rowFrom(partialDate(row.from, language)) : t.rowNot,
    pending: t.rowPending,
    accepted: t.rowAccepted,
    declined: t.rowDeclined,
    notReached: t.rowNotReached,
    notAsked: t.rowNotAsked,
    mayNotAsk: t.mayNotAsk,
  }[row.standing];
  return (
    <span className="tag" data-tone={row.standing === 'notAskedYet' ? 'ok' : undefined}>
      {words}
    </span>
  );
}
