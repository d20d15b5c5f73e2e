import { expect, it } from 'vitest';
import { MATERIALS, PROGRAM_DEFAULTS, Program } from './program.ts';
import {
  MOST_DAYS,
  oneMore,
  retentionOf,
  retentionProblems,
  typedRetention,
  type TypedRetention,
} from './retention-form.ts';

const SOUND: TypedRetention = { row: 0, material: 'sound', days: '30', decision: 'SN 2026/14' };

it('gives back the rules it was made from', () => {
  const retention = [{ material: 'log', days: 730, decision: 'SN 2026/14' }] as const;
  expect(retentionOf(typedRetention({ retention: [...retention] }))).toEqual(retention);
});

it('keeps no rule without a decision, without days, or for the same material twice', () => {
  expect(retentionProblems([SOUND])).toEqual(new Map());
  expect(
    retentionProblems([
      SOUND,
      { ...SOUND, row: 1 },
      { row: 2, material: 'interview', days: '2.5', decision: '  ' },
    ]),
  ).toEqual(
    new Map([
      [1, ['twice']],
      [2, ['days', 'noDecision']],
    ]),
  );
});

it('has the range of days that the programme allows', () => {
  for (const days of [0, 1, MOST_DAYS, MOST_DAYS + 1]) {
    const allowed = Program.safeParse({
      ...PROGRAM_DEFAULTS,
      retention: [{ material: 'log', days, decision: 'SN 1' }],
    }).success;
    const problems = retentionProblems([{ ...SOUND, days: String(days) }]);
    expect([days, problems.size === 0]).toEqual([days, allowed]);
  }
});

it('begins a new rule with what has none, until each has one', () => {
  let typed: readonly TypedRetention[] = [{ ...SOUND, row: 4, material: 'transcript' }];
  for (let n = 0; n < 6; n += 1) typed = oneMore(typed);
  expect(typed.map(({ material }) => material)).toEqual([
    'transcript',
    'sound',
    'interview',
    'log',
  ]);
  expect(new Set(typed.map(({ row }) => row)).size).toBe(MATERIALS.length);
});
