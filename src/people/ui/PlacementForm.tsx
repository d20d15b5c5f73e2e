import { useState, type FormEvent } from 'react';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { ENDINGS, PLACEMENT_KINDS, type Placement } from '../model/participant.ts';
import {
  placementProblems,
  type PlacementField,
  type TypedPlacement,
} from '../model/placement-form.ts';
import { SelectField } from '../../kit/select-field.tsx';

/** The name of a kind of placement in the catalogue: `other` is taken by the ways of contact. */
export const kindKey = (kind: Placement['kind']) => (kind === 'other' ? 'otherKind' : kind);

/** One placement: period, kind, municipality and how it ended. */
export function PlacementForm(props: {
  readonly initial: TypedPlacement;
  readonly person: { readonly birthMonth: string; readonly others: readonly Placement[] };
  readonly today: string;
  readonly onDraft: (form: TypedPlacement) => void;
  readonly onSave: (form: TypedPlacement) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Undefined for one that is not kept yet. */
  readonly onRemove?: (() => Promise<boolean>) | undefined;
}) {
  const t = useTexts(peopleTexts);
  const [form, setForm] = useState(props.initial);
  const [tried, setTried] = useState(false);
  const [notSaved, setNotSaved] = useState(false);
  const [sure, setSure] = useState(false);
  const problems = placementProblems(form, props.person, props.today);
  const change = (changes: Partial<TypedPlacement>) => {
    const next = { ...form, ...changes };
    setForm(next);
    props.onDraft(next);
  };
  const { run: save, busy } = useOnce(async () => {
    setTried(true);
    if (problems.size === 0) setNotSaved(!(await props.onSave(form)));
  });
  const { run: remove } = useOnce(async () => setNotSaved(!(await props.onRemove?.())));
  const field = (name: PlacementField) => {
    const problem = problems.get(name);
    const shown = tried || (problem !== 'missing' && form[name].length > 6);
    return {
      value: form[name],
      error: problem && shown ? t[problem] : undefined,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        change({ [name]: event.currentTarget.value }),
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form className="card" noValidate onSubmit={submit}>
      <h3>{t.placementTitle}</h3>
      <div className="people-pair">
        <SelectField
          label={t.kind}
          value={form.kind}
          options={PLACEMENT_KINDS.map((value) => ({ value, label: t[kindKey(value)] }))}
          onChange={(kind) => change({ kind })}
        />
        <TextField label={t.municipality} {...field('municipality')} />
        <TextField label={t.from} hint={t.dateHelp} {...field('from')} />
        {!form.goesOn && <TextField label={t.to} hint={t.dateHelp} {...field('to')} />}
      </div>
      <Check label={t.goesOn} checked={form.goesOn} onChange={(goesOn) => change({ goesOn })} />
      {!form.goesOn && (
        <SelectField
          label={t.ending}
          value={form.ending}
          options={ENDINGS.map((value) => ({ value, label: t[value] }))}
          onChange={(ending) => change({ ending })}
        />
      )}
      <div role="alert">{notSaved && <Notice tone="danger">{t.notSaved}</Notice>}</div>
      {sure && <p>{t.removeSure}</p>}
      <div className="row" data-end="">
        {props.onRemove && (
          <Button
            variant={sure ? 'danger' : 'plain'}
            onClick={() => (sure ? remove() : setSure(true))}
          >
            {t.remove}
          </Button>
        )}
        <Button onClick={props.onCancel}>{t.cancel}</Button>
        <Button type="submit" variant="primary" disabled={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
