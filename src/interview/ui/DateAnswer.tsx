import { useState } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { AnswerSpec } from '../../guide/model/guide.ts';
import { Check } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { AnswerValue } from '../model/event.ts';

type DateSpec = Extract<AnswerSpec, { kind: 'date' }>;
type DateValue = Extract<AnswerValue, { kind: 'date' }>;

const YEAR = /^(19|20)\d{2}$/;

/** A year or month, or a period, as well as it is remembered. Only what makes sense is kept as the value. */
export function DateAnswer(props: {
  readonly spec: DateSpec;
  readonly value: DateValue | null;
  readonly onChange: (value: DateValue | null) => void;
}) {
  const t = useTexts(interviewTexts);
  const { spec } = props;
  const [from, setFrom] = useState(() => split(props.value?.from ?? null));
  const [to, setTo] = useState(() => split(props.value?.to ?? null));
  const unknown = props.value?.unknown ?? false;

  const put = (nextFrom: Parts, nextTo: Parts, nextUnknown: boolean) => {
    const value = {
      kind: 'date',
      from: join(nextFrom),
      to: spec.range ? join(nextTo) : null,
      unknown: nextUnknown,
    } as const;
    props.onChange(value.from || value.to || value.unknown ? value : null);
  };
  const bad = (parts: Parts) => (parts.year !== '' && !YEAR.test(parts.year) ? t.dateBad : undefined);
  const begin = join(from);
  const end = join(to);
  const order = begin && end && end < begin.slice(0, end.length) ? t.dateOrder : undefined;
  return (
    <div className="stack">
      <div className="row talk-dates">
        <MonthField
          label={spec.range ? t.dateFrom : t.dateYear}
          parts={from}
          error={bad(from)}
          onChange={(parts) => {
            setFrom(parts);
            put(parts, to, unknown);
          }}
        />
        {spec.range && (
          <MonthField
            label={t.dateTo}
            parts={to}
            error={bad(to) ?? order}
            onChange={(parts) => {
              setTo(parts);
              put(from, parts, unknown);
            }}
          />
        )}
      </div>
      {spec.allowUnknown && (
        <Check label={t.dateUnknown} checked={unknown} onChange={(next) => put(from, to, next)} />
      )}
    </div>
  );
}

interface Parts {
  readonly year: string;
  readonly month: string;
}

function MonthField(props: {
  readonly label: string;
  readonly parts: Parts;
  readonly error: string | undefined;
  readonly onChange: (parts: Parts) => void;
}) {
  const t = useTexts(interviewTexts);
  const { language } = useLanguage();
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (
    <div className="row talk-date">
      <TextField
        label={`${props.label}, ${t.dateYear.toLowerCase()}`}
        inputMode="numeric"
        maxLength={4}
        value={props.parts.year}
        error={props.error}
        onChange={(event) => props.onChange({ ...props.parts, year: event.target.value.trim() })}
      />
      <label className="field">
        <span>{`${props.label}, ${t.dateMonth.toLowerCase()}`}</span>
        <select
          className="input"
          value={props.parts.month}
          onChange={(event) => props.onChange({ ...props.parts, month: event.target.value })}
        >
          <option value="">–</option>
          {Array.from({ length: 12 }, (_, month) => (
            <option key={month} value={String(month + 1).padStart(2, '0')}>
              {names.format(Date.UTC(2000, month, 15))}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function split(date: string | null): Parts {
  const [year = '', month = ''] = (date ?? '').split('-');
  return { year, month };
}

const join = (parts: Parts): string | null =>
  YEAR.test(parts.year) ? [parts.year, parts.month].filter(Boolean).join('-') : null;
