import * as z from 'zod/mini';
import { MemberId, StreamId } from '../../base/ids.ts';
import { isDate } from './days.ts';
import { holdsIdentityNumber, isIdentityNumberAsPhone } from './identity-number.ts';
import type { Details } from './participant.ts';
import type { Listed } from './register.ts';

const Typed = z.string().check(z.maxLength(5000));

/** The details of a person as they are being typed: the draft of the form. */
export const TypedPerson = z.object({
  code: Typed,
  name: Typed,
  way: z.enum(['letter', 'phone', 'text', 'mail', 'other']),
  contact: Typed,
  note: Typed,
  birthMonth: Typed,
  municipality: Typed,
  protectedData: z.boolean(),
  language: Typed,
  interpreter: z.boolean(),
  ownWorkers: z.array(MemberId),
  otherWorkers: Typed,
  siblings: z.array(StreamId),
  /** Somebody has looked: it is not the person who is in the register already. */
  isAnother: z.boolean(),
});
export type TypedPerson = z.infer<typeof TypedPerson>;

/** The fields that hold words, in the order in which they stand. */
export const WORD_FIELDS = [
  'code',
  'name',
  'birthMonth',
  'municipality',
  'contact',
  'note',
  'language',
  'otherWorkers',
] as const;
export type WordField = (typeof WORD_FIELDS)[number];

export type FieldProblem =
  | 'missing'
  | 'tooLong'
  | 'identityNumber'
  /** Could be a telephone number too: said how to write one. */
  | 'identityNumberOrPhone'
  | 'codeTaken'
  | 'notAMonth'
  | 'future'
  | 'tooLongAgo'
  /** The same name and month of birth are in the register. */
  | 'samePerson'
  /** The same way of contact is in the register. */
  | 'sameContact';

export const emptyPerson = (code: string, municipality: string): TypedPerson => ({
  code,
  name: '',
  way: 'letter',
  contact: '',
  note: '',
  birthMonth: '',
  municipality,
  protectedData: false,
  language: 'sv',
  interpreter: false,
  ownWorkers: [],
  otherWorkers: '',
  siblings: [],
  isAnother: false,
});

export const typedFrom = (code: string, details: Details): TypedPerson => ({
  code,
  name: details.name,
  way: details.contact.way,
  contact: details.contact.value,
  note: details.contact.note,
  birthMonth: details.birthMonth,
  municipality: details.municipality,
  protectedData: details.protectedData,
  language: details.language,
  interpreter: details.interpreter,
  ownWorkers: details.ownWorkers,
  otherWorkers: details.otherWorkers,
  siblings: details.siblings,
  isAnother: false,
});

/** What is to be kept of a form without problems. */
export const detailsOf = (form: TypedPerson): Details => ({
  name: form.name.trim(),
  contact: { way: form.way, value: form.contact.trim(), note: form.note.trim() },
  birthMonth: form.birthMonth.trim(),
  municipality: form.municipality.trim(),
  protectedData: form.protectedData,
  language: form.language.trim(),
  interpreter: form.interpreter,
  ownWorkers: form.ownWorkers,
  otherWorkers: form.otherWorkers.trim(),
  siblings: form.siblings,
});

const LONGEST: Record<WordField, number> = {
  code: 40,
  name: 200,
  birthMonth: 7,
  municipality: 200,
  contact: 200,
  note: 2000,
  language: 20,
  otherWorkers: 2000,
};
const NEEDED: readonly WordField[] = ['code', 'name', 'birthMonth', 'municipality', 'language'];
const OLDEST_BORN = '1920-01';

/**
 * What is wrong at each field. A person who seems to be in the register already can be kept once somebody has said
 * that it is another one.
 * @param others everyone else in the register.
 * @param removed codes of those who are in the register no more: an interview may lie under them.
 */
export function personProblems(
  form: TypedPerson,
  others: readonly Pick<Listed, 'code' | 'details'>[],
  today: string,
  removed: readonly string[] = [],
): ReadonlyMap<WordField, FieldProblem> {
  const found = new Map<WordField, FieldProblem>();
  const say = (field: WordField, problem: FieldProblem) => {
    if (!found.has(field)) found.set(field, problem);
  };
  for (const field of WORD_FIELDS) {
    const text = form[field].trim();
    const isPhone = field === 'contact' && (form.way === 'phone' || form.way === 'text');
    const isNumber = isPhone ? isIdentityNumberAsPhone(text) : holdsIdentityNumber(text);
    if (isNumber) say(field, isPhone ? 'identityNumberOrPhone' : 'identityNumber');
    if (text === '' && NEEDED.includes(field)) say(field, 'missing');
    if (text.length > LONGEST[field] && field !== 'birthMonth') say(field, 'tooLong');
  }
  const month = form.birthMonth.trim();
  if (month.length !== 7 || !isDate(month)) say('birthMonth', 'notAMonth');
  if (month > today.slice(0, 7)) say('birthMonth', 'future');
  if (month < OLDEST_BORN) say('birthMonth', 'tooLongAgo');

  const same = (a: string, b: string) => plain(a) === plain(b);
  const codes = [...others.map(({ code }) => code), ...removed];
  if (codes.some((code) => same(code, form.code))) say('code', 'codeTaken');
  if (form.isAnother) return found;
  if (others.some(({ details }) => same(details.name, form.name) && details.birthMonth === month)) {
    say('name', 'samePerson');
  }
  if (
    form.contact.trim() !== '' &&
    others.some(({ details }) => sameContact(details.contact.value, form.contact))
  ) {
    say('contact', 'sameContact');
  }
  return found;
}

/** What only asks whether it is the same person. */
export const isDuplicate = (problem: FieldProblem | undefined): boolean =>
  problem === 'samePerson' || problem === 'sameContact';

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/** Numbers are compared without what stands between the digits. */
function sameContact(a: string, b: string): boolean {
  const digits = (text: string) => text.replaceAll(/\D/gu, '');
  const isNumber = (text: string) => /^[\d\s()+/-]+$/u.test(text.trim()) && digits(text).length > 5;
  return isNumber(a) && isNumber(b) ? digits(a) === digits(b) : plain(a) === plain(b);
}
