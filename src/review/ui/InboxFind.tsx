import { useId, useMemo } from 'react';
import type { MemberId } from '../../base/ids.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import { reviewTexts } from '../../i18n/review.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { InboxFilter, InboxItem } from '../model/inbox.ts';
import { STANDINGS } from '../model/standing.ts';

/** What narrows the list: code, standing, who held the talk, its length, and what is urgent. */
export function InboxFind(props: {
  readonly items: readonly InboxItem[];
  readonly trackOf: (item: InboxItem) => LocalText;
  readonly nameOf: (member: MemberId) => string;
  readonly filter: InboxFilter;
  readonly onChange: (part: Partial<InboxFilter>) => void;
}) {
  const t = useTexts(reviewTexts);
  const local = useLocal();
  const { items, filter, onChange, nameOf, trackOf } = props;
  const people = useMemo(
    () =>
      [...new Set(items.map(({ interviewer }) => interviewer))]
        .map((value) => ({ value, label: nameOf(value) || value.slice(0, 8) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'sv')),
    [items, nameOf],
  );
  const tracks = useMemo(
    () =>
      [...new Map(items.map((item) => [item.track, item])).values()].map((item) => ({
        value: item.track,
        label: local(trackOf(item)),
      })),
    [items, local, trackOf],
  );
  return (
    <div className="review-find">
      <TextField
        label={t.search}
        type="search"
        value={filter.code}
        onChange={(event) => onChange({ code: event.currentTarget.value })}
      />
      <OneOf
        label={t.interviewer}
        options={people}
        value={filter.interviewer}
        onChange={(interviewer) => onChange({ interviewer })}
      />
      <OneOf
        label={t.track}
        options={tracks}
        value={filter.track}
        onChange={(track) => onChange({ track })}
      />
      <div role="group" aria-label={t.filter} className="row">
        <Button
          aria-pressed={filter.standing === null}
          onClick={() => onChange({ standing: null })}
        >
          {t.all}
        </Button>
        {STANDINGS.map((each) => (
          <Button
            key={each}
            aria-pressed={filter.standing === each}
            onClick={() => onChange({ standing: each })}
          >
            {t[each]}
          </Button>
        ))}
        <Button
          aria-pressed={filter.waiting}
          onClick={() => onChange({ waiting: !filter.waiting })}
        >
          {t.onlyWaiting}
        </Button>
      </div>
    </div>
  );
}

/** One of what the list has, or all; not shown where there is nothing to choose between. */
function OneOf<V extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
}) {
  const t = useTexts(reviewTexts);
  const id = useId();
  if (props.options.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        autoComplete="off"
        value={props.value ?? ''}
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.currentTarget.value);
          props.onChange(chosen?.value ?? null);
        }}
      >
        <option value="">{t.all}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
