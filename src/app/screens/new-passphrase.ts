import * as z from 'zod/mini';
import { startTexts } from '../../i18n/start.ts';
import { strength } from '../passphrase/strength.ts';

type Texts = typeof startTexts.sv;

/** What a field that must be filled in may hold; messages are keys of the start catalogue. */
export const filled = (longest: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, { error: 'missing' }),
      z.maxLength(longest, { error: 'tooLong' }),
    );

const twice = {
  passphrase: z.string().check(z.minLength(1, { error: 'missing' })),
  repeat: z.string(),
};

interface Twice {
  readonly passphrase: string;
  readonly repeat: string;
}

const same = z.refine<Twice>(({ passphrase, repeat }) => passphrase === repeat, {
  error: 'notSame',
  path: ['repeat'],
});

/** A new passphrase alone: when it is changed, or after the old one was forgotten. */
export const newPassphrase = (personal: readonly string[]) =>
  z.object(twice).check(
    same,
    z.refine(({ passphrase }) => strength(passphrase, personal).enough, {
      error: 'tooWeak',
      path: ['passphrase'],
    }),
  );

/** Who someone is, and the passphrase with which they begin. Their own names do not make it stronger. */
export const newPerson = (officeName: string) =>
  z.object({ name: filled(80), label: filled(12), ...twice }).check(
    same,
    z.refine(
      ({ passphrase, name, label }) => strength(passphrase, [name, label, officeName]).enough,
      { error: 'tooWeak', path: ['passphrase'] },
    ),
  );
export type NewPerson = z.infer<ReturnType<typeof newPerson>>;

/** The sentence for a field's message; a message that is no key is a bug. */
export function fieldError(texts: Texts, message: string | undefined): string | undefined {
  switch (message) {
    case undefined:
      return undefined;
    case 'missing':
    case 'tooLong':
    case 'notSame':
    case 'tooWeak':
      return texts[message];
    default:
      throw new Error(`no sentence for the field problem ${message}`);
  }
}
