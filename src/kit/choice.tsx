import { useId, type ReactNode } from 'react';

export interface ChoiceOption<V extends string | number> {
  readonly value: V;
  readonly label: ReactNode;
}

/** One of several, as large radio buttons. */
export function RadioChoice<V extends string>(props: {
  readonly legend: ReactNode;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly hideLegend?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="group">
      <legend className={props.hideLegend ? 'visually-hidden' : undefined}>{props.legend}</legend>
      {props.options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={name}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any of several, as large check boxes. */
export function CheckChoice<V extends string>(props: {
  readonly legend: ReactNode;
  readonly options: readonly ChoiceOption<V>[];
  readonly values: readonly V[];
  readonly onChange: (values: V[]) => void;
  readonly hideLegend?: boolean;
}) {
  return (
    <fieldset className="group">
      <legend className={props.hideLegend ? 'visually-hidden' : undefined}>{props.legend}</legend>
      {props.options.map((option) => (
        <Check
          key={option.value}
          label={option.label}
          checked={props.values.includes(option.value)}
          onChange={(checked) =>
            props.onChange(
              checked
                ? [...props.values, option.value]
                : props.values.filter((value) => value !== option.value),
            )
          }
        />
      ))}
    </fieldset>
  );
}

/** One large check box. */
export function Check(props: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

/** A row of numbers with words at both ends. */
export function Scale(props: {
  readonly legend: ReactNode;
  readonly hideLegend?: boolean;
  readonly min: number;
  readonly max: number;
  readonly minLabel: ReactNode;
  readonly maxLabel: ReactNode;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}) {
  const name = useId();
  const steps = Array.from({ length: props.max - props.min + 1 }, (_, step) => props.min + step);
  return (
    <fieldset className="scale">
      <legend className={props.hideLegend ? 'visually-hidden' : undefined}>{props.legend}</legend>
      <div className="scale-ends" aria-hidden="true">
        <span>{props.minLabel}</span>
        <span>{props.maxLabel}</span>
      </div>
      <div className="scale-steps">
        {steps.map((step) => (
          <label className="choice" key={step}>
            <input
              type="radio"
              name={name}
              checked={props.value === step}
              onChange={() => props.onChange(step)}
            />
            <span>{step}</span>
            {step === props.min && <span className="visually-hidden">{props.minLabel}</span>}
            {step === props.max && <span className="visually-hidden">{props.maxLabel}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
