import { useState, type FormEvent, type ReactNode } from 'react';
import { offerTexts } from '../../i18n/offers.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { dayProblem } from '../model/offering.ts';

/** One choice and a day: how an offer was made, what was answered, why somebody is not asked. */
export function NoteForm<V extends string>(props: {
  readonly title: string;
  readonly hint?: string;
  readonly choice?: {
    readonly options: readonly { readonly value: V; readonly label: string }[];
    readonly initial: V;
  };
  /** What stands between the choice and the day. */
  readonly more?: ReactNode;
  readonly today: string;
  /** The day of the offer that this follows on. */
  readonly after: string | null;
  readonly onSave: (note: { readonly value: V | null; readonly on: string }) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { choice, today, after } = props;
  const t = useTexts(offerTexts);
  const [value, setValue] = useState<V | null>(choice?.initial ?? null);
  const [on, setOn] = useState(today);
  const [failed, setFailed] = useState(false);
  const problem = dayProblem(on, today, after);
  const { run: save, busy } = useOnce(async () => {
    if (!problem) setFailed(!(await props.onSave({ value, on })));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {props.hint && <p className="hint">{props.hint}</p>}
      {choice ? (
        <RadioChoice
          legend={props.title}
          options={choice.options}
          value={value}
          onChange={setValue}
        />
      ) : (
        <h3>{props.title}</h3>
      )}
      {props.more}
      <TextField
        label={t.on}
        type="date"
        max={today}
        value={on}
        error={problem ? t[problem] : undefined}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <div role="alert">{failed && <Notice tone="danger">{t.notSaved}</Notice>}</div>
      <div className="row" data-end="">
        <Button onClick={props.onCancel}>{t.cancel}</Button>
        <Button type="submit" variant="primary" disabled={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
