import { expect, it } from 'vitest';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import { Program, PROGRAM_DEFAULTS } from './program.ts';
import {
  ALL_NUMBERS,
  changesIn,
  leavesNobody,
  RANGES,
  typedRules,
  wrongNumbers,
} from './rules-form.ts';

const typed = typedRules(PROGRAM_DEFAULTS);
const TODAY = '2026-11-22';

it('says only what was changed', () => {
  expect(changesIn(typed, PROGRAM_DEFAULTS)).toEqual({});
  expect(
    changesIn({ ...typed, minAge: '16', placementKinds: ['fosterHome', 'hvb'] }, PROGRAM_DEFAULTS),
  ).toEqual({ minAge: 16, placementKinds: ['fosterHome', 'hvb'] });
});

it.each(ALL_NUMBERS)('%s has the range that the programme allows', (rule) => {
  const [lowest, highest] = RANGES[rule];
  const keeps = (n: number) => Program.safeParse({ ...PROGRAM_DEFAULTS, [rule]: n }).success;
  expect([lowest - 1, lowest, highest, highest + 1].map(keeps)).toEqual([false, true, true, false]);
});

it('refuses what is no number, and more as the least than as the most', () => {
  expect(wrongNumbers(typed)).toEqual([]);
  expect(wrongNumbers({ ...typed, minAge: '14', reminders: '', cohortTarget: '1.5' })).toEqual([
    'minAge',
    'reminders',
    'cohortTarget',
  ]);
  expect(wrongNumbers({ ...typed, perWorkerMin: '3' })).toEqual(['perWorkerMin']);
});

it('sees when a change would leave nobody to ask', () => {
  const elin = { details: ELIN, placements: [TEN_YEARS] };
  const later = { details: ELIN, placements: [{ ...TEN_YEARS, to: '2026-01-01' }] };
  const asks = (people: (typeof elin)[], changes: Partial<Program>) =>
    leavesNobody(people, PROGRAM_DEFAULTS, { ...PROGRAM_DEFAULTS, ...changes }, TODAY);
  expect(asks([elin, later], { minAge: 30 })).toBe(true);
  expect(asks([elin, later], { minAge: 18 })).toBe(false);
  expect(asks([elin], { placementKinds: [] })).toBe(true);
  expect(asks([later], { monthsAfterClosing: 36 })).toBe(false);
  expect(asks([later], { placementKinds: ['hvb'] })).toBe(true);
  expect(asks([], { placementKinds: [] })).toBe(false);
});
