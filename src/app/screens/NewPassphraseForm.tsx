import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import type { Random } from '../../base/deps.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { fieldError, newPassphrase } from './new-passphrase.ts';
import { PassphraseFields } from './PassphraseFields.tsx';

/** A new passphrase for someone who already has a vault. */
export function NewPassphraseForm(props: {
  readonly personal: readonly string[];
  readonly submit: string;
  readonly random: Random;
  readonly onSubmit: (passphrase: string) => Promise<void>;
}) {
  const texts = useTexts(startTexts);
  const form = useForm({
    resolver: zodResolver(newPassphrase(props.personal)),
    defaultValues: { passphrase: '', repeat: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const written = useWatch({ control: form.control, name: 'passphrase' });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ passphrase }) => props.onSubmit(passphrase))(event)
      }
    >
      <PassphraseFields
        passphrase={form.register('passphrase')}
        repeat={form.register('repeat')}
        written={written}
        personal={props.personal}
        errors={{
          passphrase: fieldError(texts, errors.passphrase?.message),
          repeat: fieldError(texts, errors.repeat?.message),
        }}
        random={props.random}
        onTake={(words) => form.setValue('passphrase', words, { shouldValidate: true })}
      />
      <div className="row">
        <Button type="submit" variant="primary" disabled={isSubmitting}>
          {isSubmitting ? texts.working : props.submit}
        </Button>
      </div>
    </form>
  );
}
