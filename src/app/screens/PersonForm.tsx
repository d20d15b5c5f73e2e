import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Random } from '../../base/deps.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { fieldError, newPerson, type NewPerson } from './new-passphrase.ts';
import { PassphraseFields } from './PassphraseFields.tsx';

/** Name, initials and passphrase of someone who begins on this device. */
export function PersonForm(props: {
  readonly officeName: string;
  readonly initial: Pick<NewPerson, 'name'> & Partial<NewPerson>;
  readonly submit: string;
  readonly busy?: boolean;
  readonly random: Random;
  /** Above the submit button: what went wrong with the last try. */
  readonly problem?: ReactNode;
  readonly onSubmit: (person: NewPerson) => void;
  /** Gets what is written so far, so that going back loses nothing. */
  readonly onBack: (written: NewPerson) => void;
}) {
  const texts = useTexts(startTexts);
  const form = useForm({
    resolver: zodResolver(newPerson(props.officeName)),
    defaultValues: { label: '', passphrase: '', repeat: '', ...props.initial },
  });
  const { errors } = form.formState;
  const [name, label, passphrase] = useWatch({
    control: form.control,
    name: ['name', 'label', 'passphrase'],
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => void form.handleSubmit(props.onSubmit)(event)}
    >
      <TextField
        {...form.register('name')}
        label={texts.name}
        hint={texts.nameHint}
        error={fieldError(texts, errors.name?.message)}
      />
      <TextField
        {...form.register('label')}
        label={texts.label}
        hint={texts.labelHint}
        error={fieldError(texts, errors.label?.message)}
      />
      <PassphraseFields
        passphrase={form.register('passphrase')}
        repeat={form.register('repeat')}
        written={passphrase}
        personal={[name, label, props.officeName]}
        errors={{
          passphrase: fieldError(texts, errors.passphrase?.message),
          repeat: fieldError(texts, errors.repeat?.message),
        }}
        random={props.random}
        onTake={(words) => form.setValue('passphrase', words, { shouldValidate: true })}
      />
      {props.problem}
      <div className="row">
        <Button type="submit" variant="primary" disabled={props.busy}>
          {props.busy ? texts.working : props.submit}
        </Button>
        <Button
          variant="plain"
          disabled={props.busy}
          onClick={() => props.onBack(form.getValues())}
        >
          {texts.back}
        </Button>
      </div>
    </form>
  );
}
