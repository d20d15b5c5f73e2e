import { useState } from 'react';
import { interviewTexts } from '../../i18n/interview.ts';
import type { AnswerSpec } from '../../guide/model/guide.ts';
import { Check } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { AnswerValue } from '../model/event.ts';
import {
  dateOf,
  isReversed,
  isUnfinished,
  partsOf,
  unclearDates,
  yearOf,
  type DateParts,
  type TypedDates,
} from '../model/dates.ts';

type DateSpec = Extract<AnswerSpec, { kind: 'date' }>;
type DateValue = Extract<AnswerValue, { kind: 'date' }>;

/**
 * A year or month, or a period, as well as it is remembered. Only what makes sense is kept as the value; what is not
 * finished is kept as it was typed, and stands there again.
 */
export function DateAnswer(props: {
  readonly spec: DateSpec;
  readonly value: DateValue | null;
  readonly draft: unknown;
  readonly onChange: (value: DateValue | null) => void;
  readonly onDraft: (typed: TypedDates) => void;
}) {
  const t = useTexts(interviewTexts);
  const { spec } = props;
  const [typed, setTyped] = useState<TypedDates>(
    () =>
      unclearDates(props.draft) ?? {
        from: partsOf(props.value?.from ?? null),
        to: partsOf(props.value?.to ?? null),
      },
  );
  const unknown = props.value?.unknown ?? false;

  const put = (next: TypedDates, nextUnknown: boolean) => {
    setTyped(next);
    props.onDraft(next);
    const sound = !isReversed(next);
    const value = {
      kind: 'date',
      from: sound ? dateOf(next.from) : null,
      to: sound && spec.range ? dateOf(next.to) : null,
      unknown: nextUnknown,
    } as const;
    props.onChange(value.from || value.to || value.unknown ? value : null);
  };
  return (
    <div className="stack">
      <div className="row talk-dates">
        <MonthField
          label={spec.range ? t.dateFrom : t.dateYear}
          parts={typed.from}
          error={undefined}
          onChange={(from) => put({ ...typed, from }, unknown)}
        />
        {spec.range && (
          <MonthField
            label={t.dateTo}
            parts={typed.to}
            error={isReversed(typed) ? t.dateOrder : undefined}
            onChange={(to) => put({ ...typed, to }, unknown)}
          />
        )}
      </div>
      {spec.allowUnknown && (
        <Check label={t.dateUnknown} checked={unknown} onChange={(next) => put(typed, next)} />
      )}
    </div>
  );
}

/** A year and perhaps a month, as they are remembered; half a year stands there until it is whole. */
export function MonthField(props: {
  readonly label: string;
  readonly parts: DateParts;
  readonly error: string | undefined;
  readonly onChange: (parts: DateParts) => void;
}) {
  const t = useTexts(interviewTexts);
  const { language } = useLanguage();
  // Half a year is no mistake while it is being typed.
  const [left, setLeft] = useState(true);
  const bad = left && isUnfinished(props.parts) ? t.dateBad : undefined;
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return (
    <div className="row talk-date">
      <TextField
        label={`${props.label}, ${t.dateYear.toLowerCase()}`}
        inputMode="numeric"
        maxLength={4}
        value={props.parts.year}
        error={bad ?? props.error}
        onChange={(event) => {
          setLeft(false);
          props.onChange({ ...props.parts, year: event.target.value.trim() });
        }}
        onBlur={() => {
          setLeft(true);
          const year = yearOf(props.parts.year);
          if (year && year !== props.parts.year) props.onChange({ ...props.parts, year });
        }}
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
