import { useRef, useState, type FormEvent } from 'react';
import type { MemberId } from '../../base/ids.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { Button } from '../../kit/button.tsx';
import { Check, CheckChoice } from '../../kit/choice.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import {
  isDuplicate,
  personProblems,
  WORD_FIELDS,
  type TypedPerson,
  type WordField,
} from '../model/person-form.ts';
import type { Listed } from '../model/register.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { SiblingPart } from './SiblingPart.tsx';

const WAYS = ['letter', 'phone', 'text', 'mail', 'other'] as const;
const LANGUAGES = ['sv', 'en', 'ar', 'so', 'fa', 'ti'] as const;
/** ISO 639: a language that has no code here. */
const OTHER_LANGUAGE = 'mis';

/** All that the register holds of a person. What is typed is a draft until it is saved. */
export function PersonForm(props: {
  readonly initial: TypedPerson;
  readonly isNew: boolean;
  /** Everyone else in the register. */
  readonly others: readonly Listed[];
  /** Codes of those who were removed from the register. */
  readonly removed?: readonly string[];
  readonly members: readonly { readonly member: MemberId; readonly name: string }[];
  readonly today: string;
  /** Keeps the draft. @returns false when it could not. */
  readonly onDraft: (form: TypedPerson) => Promise<boolean>;
  readonly onSave: (form: TypedPerson) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { others, today } = props;
  const t = useTexts(peopleTexts);
  const [form, setForm] = useState(props.initial);
  const [left, setLeft] = useState<ReadonlySet<WordField>>(new Set());
  const [draftKept, setDraftKept] = useState(true);
  const [failed, setFailed] = useState<'problems' | 'notSaved' | null>(null);
  const formElement = useRef<HTMLFormElement>(null);
  const problems = personProblems(form, others, today, props.removed);
  const change = (changes: Partial<TypedPerson>) => {
    const next = { ...form, ...changes };
    setForm(next);
    setFailed(null);
    void props.onDraft(next).then(setDraftKept);
  };
  const { run: save, busy } = useOnce(async () => {
    setLeft(new Set(WORD_FIELDS));
    if (problems.size > 0) {
      setFailed('problems');
      requestAnimationFrame(() =>
        formElement.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      );
      return;
    }
    setFailed((await props.onSave(form)) ? null : 'notSaved');
  });
  const field = (name: WordField) => {
    const problem = problems.get(name);
    // What looks like an identity number is said while it is typed; what is missing, when the field is left.
    const atOnce = problem === 'identityNumber' || problem === 'identityNumberOrPhone';
    return {
      value: form[name],
      error: problem && (atOnce || left.has(name)) ? t[problem] : undefined,
      onBlur: () => setLeft(new Set(left).add(name)),
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        change({ [name]: event.currentTarget.value }),
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const asksAnother =
    form.isAnother ||
    (isDuplicate(problems.get('name')) && left.has('name')) ||
    (isDuplicate(problems.get('contact')) && left.has('contact'));
  const known: readonly string[] = LANGUAGES;
  return (
    <form className="stack" noValidate ref={formElement} onSubmit={submit}>
      <p className="hint">{t.draft}</p>
      {!draftKept && (
        <Notice tone="warn" live>
          {t.draftNotKept}
        </Notice>
      )}
      <div className="people-pair">
        <TextField label={t.code} hint={t.codeHelp} readOnly={!props.isNew} {...field('code')} />
        <TextField label={t.name} {...field('name')} />
        <TextField
          label={t.birthMonth}
          hint={t.birthMonthHelp}
          inputMode="numeric"
          {...field('birthMonth')}
        />
        <TextField label={t.municipality} {...field('municipality')} />
      </div>
      <SelectField
        label={t.way}
        value={form.way}
        options={WAYS.map((value) => ({ value, label: t[value] }))}
        onChange={(way) => change({ way })}
      />
      <p className="hint">{t.wayHelp}</p>
      <TextField label={t.contact} {...field('contact')} />
      {asksAnother && (
        <Check
          label={t.isAnother}
          checked={form.isAnother}
          onChange={(isAnother) => change({ isAnother })}
        />
      )}
      <TextArea label={t.contactNote} hint={t.contactNoteHelp} rows={2} {...field('note')} />
      <Check
        label={t.isProtected}
        checked={form.protectedData}
        onChange={(protectedData) => change({ protectedData })}
      />
      {form.protectedData && <p className="hint">{t.protectedHelp}</p>}
      <SelectField
        label={t.language}
        value={form.language}
        options={[
          ...LANGUAGES.map((value) => ({ value: String(value), label: t[value] })),
          {
            value: known.includes(form.language) ? OTHER_LANGUAGE : form.language,
            label: t.otherLanguage,
          },
        ]}
        onChange={(language) => change({ language })}
      />
      <Check
        label={t.interpreter}
        checked={form.interpreter}
        onChange={(interpreter) => change({ interpreter })}
      />
      <CheckChoice
        legend={t.ownWorkers}
        options={props.members.map(({ member, name }) => ({ value: member, label: name }))}
        values={form.ownWorkers}
        onChange={(ownWorkers) => change({ ownWorkers })}
      />
      <TextArea label={t.otherWorkers} rows={2} {...field('otherWorkers')} />
      <SiblingPart
        people={others}
        chosen={form.siblings}
        onChange={(siblings) => change({ siblings })}
      />
      <div role="alert">
        {failed && <Notice tone="danger">{failed === 'problems' ? t.mend : t.notSaved}</Notice>}
      </div>
      <div className="row" data-end="">
        <Button onClick={props.onCancel}>{t.cancel}</Button>
        <Button type="submit" variant="primary" disabled={busy}>
          {props.isNew ? t.saveNew : t.save}
        </Button>
      </div>
    </form>
  );
}
