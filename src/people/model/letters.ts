import { err, ok, type Result } from '../../base/result.ts';
import type { StreamId } from '../../base/ids.ts';
import { fillLetter, firstNameOf, isPersonal, type LetterBlock } from './letter.ts';
import type { Details } from './participant.ts';

export interface Addressee {
  readonly stream: StreamId;
  readonly code: string;
  readonly details: Details;
}

/** What keeps letters from being made. */
export type LetterProblem =
  | { readonly type: 'nobody' }
  /** Placeholders that are empty for every letter, and the codes of people without a name. */
  | {
      readonly type: 'empty';
      readonly placeholders: readonly string[];
      readonly nameless: readonly string[];
    };

/**
 * One filled letter for each person, or a single one when it is the same for everyone.
 * @param values what the office and the form say; the person's own name comes from the register.
 */
export function makeLetters(
  template: readonly LetterBlock[],
  people: readonly Addressee[],
  values: ReadonlyMap<string, string>,
): Result<readonly (readonly LetterBlock[])[], LetterProblem> {
  if (!isPersonal(template)) {
    const made = fillLetter(template, values);
    return made.ok
      ? ok([made.value])
      : err({ type: 'empty', placeholders: made.error.missing, nameless: [] });
  }
  if (people.length === 0) return err({ type: 'nobody' });
  const made = people.map(({ code, details }) => ({
    code,
    details,
    letter: fillLetter(template, new Map([...values, ['FIRST_NAME', firstNameOf(details.name)]])),
  }));
  const missing = new Set(made.flatMap(({ letter }) => (letter.ok ? [] : letter.error.missing)));
  if (missing.size > 0) {
    return err({
      type: 'empty',
      placeholders: [...missing].filter((name) => name !== 'FIRST_NAME'),
      nameless: made
        .filter(({ details }) => firstNameOf(details.name) === '')
        .map(({ code }) => code),
    });
  }
  return ok(
    made.flatMap(({ details, letter }) =>
      letter.ok ? [[...addressOf(details), ...letter.value]] : [],
    ),
  );
}

/** Name and address above a letter that goes by post. */
const addressOf = ({ name, contact }: Details): LetterBlock[] =>
  contact.way === 'letter' && contact.value.trim() !== ''
    ? [{ kind: 'hint', text: name }, ...contact.value.split(/\s*,\s*/).map(hint)]
    : [];

const hint = (text: string): LetterBlock => ({ kind: 'hint', text });
