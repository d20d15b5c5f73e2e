import { describe, expect, it } from 'vitest';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import type { Placement } from './participant.ts';
import {
  detailsOf,
  emptyPerson,
  personProblems,
  typedFrom,
  WORD_FIELDS,
  type TypedPerson,
} from './person-form.ts';
import { placementOf, placementProblems, typedPlacement } from './placement-form.ts';

const TODAY = '2026-11-22';
const elin = typedFrom('K-017', ELIN);
const nobody: readonly { code: string; details: typeof ELIN }[] = [];
const problems = (changes: Partial<TypedPerson>, others = nobody) =>
  Object.fromEntries(personProblems({ ...elin, ...changes }, others, TODAY));

describe('the form of a person', () => {
  it('is kept as it was typed', () => {
    expect(problems({})).toEqual({});
    expect(detailsOf(elin)).toEqual(ELIN);
  });

  it('says what is missing', () => {
    expect(Object.fromEntries(personProblems(emptyPerson('', ''), [], TODAY))).toEqual({
      code: 'missing',
      name: 'missing',
      birthMonth: 'missing',
      municipality: 'missing',
    });
  });

  it.each(WORD_FIELDS)('refuses an identity number in %s', (field) => {
    expect(problems({ [field]: '20040512-1234', way: 'letter' })).toMatchObject({
      [field]: 'identityNumber',
    });
  });

  it('says how to write a telephone number that could be one', () => {
    expect(problems({ way: 'text', contact: '070101-2387' })).toEqual({
      contact: 'identityNumberOrPhone',
    });
    expect(problems({ way: 'text', contact: '0701012385' })).toEqual({});
  });

  it('knows that nobody is born in the future, in month 13 or in 1890', () => {
    expect(problems({ birthMonth: '2026-12' })).toEqual({ birthMonth: 'future' });
    expect(problems({ birthMonth: '2004-13' })).toEqual({ birthMonth: 'notAMonth' });
    expect(problems({ birthMonth: '2004-05-12' })).toEqual({ birthMonth: 'notAMonth' });
    expect(problems({ birthMonth: '1890-01' })).toEqual({ birthMonth: 'tooLongAgo' });
  });

  it('sees somebody who is in the register already, until told that it is another one', () => {
    const other = { code: 'K-003', details: { ...ELIN, name: 'ELIN  exempel' } };
    expect(problems({}, [other])).toEqual({ name: 'samePerson', contact: 'sameContact' });
    expect(problems({ isAnother: true }, [other])).toEqual({});
    const contact = { ...ELIN.contact, value: '0700000000' };
    const older = { code: 'K-004', details: { ...ELIN, birthMonth: '1999-01', contact } };
    expect(problems({}, [older])).toEqual({ contact: 'sameContact' });
    expect(problems({ isAnother: true }, [{ ...other, code: 'k-017' }])).toEqual({
      code: 'codeTaken',
    });
    const after = personProblems({ ...elin, isAnother: true }, [], TODAY, ['k-017']);
    expect(Object.fromEntries(after)).toEqual({ code: 'codeTaken' });
  });
});

const placed = typedPlacement(TEN_YEARS);
const wrong = (changes: Partial<typeof placed>, others: Placement[] = []) =>
  Object.fromEntries(
    placementProblems({ ...placed, ...changes }, { birthMonth: '2004-05', others }, TODAY),
  );

describe('the form of a placement', () => {
  it('is kept as it was typed; one that goes on has no end', () => {
    expect(wrong({})).toEqual({});
    expect(placementOf(placed)).toEqual(TEN_YEARS);
    expect(placementOf({ ...placed, goesOn: true })).toMatchObject({ to: null, ending: null });
  });

  it('says at the field what cannot be', () => {
    expect(wrong({ to: '2012-02' })).toEqual({ to: 'reversed' });
    expect(wrong({ to: '2026-12' })).toEqual({ to: 'future' });
    expect(wrong({ to: '' })).toEqual({ to: 'missing' });
    expect(wrong({ from: '2012' })).toEqual({ from: 'notADate' });
    expect(wrong({ from: '2003-01' })).toEqual({ from: 'beforeBirth' });
    expect(wrong({ municipality: '900101-1234' })).toEqual({ municipality: 'identityNumber' });
  });

  it('nobody lives in two homes at once, but moves within a month', () => {
    const next: Placement = { ...TEN_YEARS, placement: 'bbbbbbbb', from: '2022-06', to: null };
    expect(wrong({}, [next])).toEqual({});
    expect(wrong({}, [{ ...next, from: '2022-05' }])).toEqual({ from: 'overlaps' });
    expect(wrong({ goesOn: true }, [{ ...next, from: '2023-01' }])).toEqual({ from: 'overlaps' });
    expect(wrong({}, [{ ...next, from: '2015-01', to: '2015-03' }])).toEqual({ from: 'overlaps' });
  });
});
