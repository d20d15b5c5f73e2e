import type { AnswerSpec } from '../../guide/model/guide.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { PartialDate } from '../../journal/model/fact.ts';
import { CheckChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import type { TypedValue } from '../model/case-form.ts';

interface ValueProps<K extends AnswerSpec['kind']> {
  readonly spec: Extract<AnswerSpec, { kind: K }>;
  readonly value: TypedValue | null;
  readonly onChange: (value: TypedValue | null) => void;
}

/** What the person would choose on the question's scale, among its options or as its dates; nothing for plain words. */
export function CaseValueField(props: {
  readonly spec: AnswerSpec;
  readonly value: TypedValue | null;
  readonly onChange: (value: TypedValue | null) => void;
}) {
  const { spec, value, onChange } = props;
  switch (spec.kind) {
    case 'scale':
      return <ScaleValue spec={spec} value={value} onChange={onChange} />;
    case 'choice':
      return <ChoiceValue spec={spec} value={value} onChange={onChange} />;
    case 'date':
      return <DateValue spec={spec} value={value} onChange={onChange} />;
    case 'narrative':
    case 'none':
      return null;
  }
}

function ScaleValue({ spec, value, onChange }: ValueProps<'scale'>) {
  const t = useTexts(ownCaseTexts);
  const steps = Array.from({ length: spec.max - spec.min + 1 }, (_, i) => `${spec.min + i}`);
  return (
    <SelectField
      label={t.value}
      value={typeof value === 'number' ? `${value}` : ''}
      options={[
        { value: '', label: t.noValue },
        ...steps.map((step) => ({ value: step, label: step })),
      ]}
      onChange={(step) => onChange(step === '' ? null : Number(step))}
    />
  );
}

function ChoiceValue({ spec, value, onChange }: ValueProps<'choice'>) {
  const t = useTexts(ownCaseTexts);
  const local = useLocal();
  const options = spec.options.map(({ id, label }) => ({ value: id, label: local(label) }));
  const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  if (spec.multiple) {
    return (
      <CheckChoice
        legend={t.value}
        options={options}
        values={chosen}
        onChange={(values) => onChange(values.length > 0 ? values : null)}
      />
    );
  }
  return (
    <SelectField
      label={t.value}
      value={chosen[0] ?? ''}
      options={[{ value: '', label: t.noValue }, ...options]}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  );
}

function DateValue({ value, onChange }: ValueProps<'date'>) {
  const t = useTexts(ownCaseTexts);
  const typed =
    typeof value === 'object' && value && 'from' in value ? value : { from: '', to: '' };
  const isDate = (text: string) => PartialDate.safeParse(text).success;
  const change = (now: typeof typed) => onChange(now.from === '' && now.to === '' ? null : now);
  const errorOf = (text: string) => (text === '' || isDate(text) ? undefined : t.valueWrong);
  return (
    <fieldset className="group">
      <legend>{t.value}</legend>
      <div className="case-pair">
        <TextField
          label={t.from_}
          maxLength={10}
          value={typed.from}
          error={errorOf(typed.from)}
          onChange={(event) => change({ ...typed, from: event.currentTarget.value })}
        />
        <TextField
          label={t.to_}
          maxLength={10}
          value={typed.to}
          error={errorOf(typed.to)}
          onChange={(event) => change({ ...typed, to: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
