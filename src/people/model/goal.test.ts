import { expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId } from '../../base/ids.ts';
import { goalWord } from './goal.ts';

const me = newId(MemberId, systemRandom);
const rules = { perWorkerMin: 1, perWorkerMax: 2 };
const held = (day: string, interviewer = me) => ({
  interviewer,
  endedAt: new Date(`${day}T12:00:00`).getTime(),
});

it('reminds after September, and only who has held none this year', () => {
  const before = [held('2025-12-30'), { interviewer: me, endedAt: null }];
  expect(goalWord(me, before, rules, '2026-09-30')).toBe('none');
  expect(goalWord(me, before, rules, '2026-10-01')).toBe('remind');
  expect(goalWord(me, [...before, held('2026-02-01')], rules, '2026-10-01')).toBe('none');
  expect(goalWord(me, [], { ...rules, perWorkerMin: 0 }, '2026-10-01')).toBe('none');
});

it('speaks softly above the goal, and takes no colleague’s talks', () => {
  const other = newId(MemberId, systemRandom);
  const two = [held('2026-02-01'), held('2026-03-01')];
  expect(goalWord(me, [...two, held('2026-04-01', other)], rules, '2026-05-01')).toBe('none');
  expect(goalWord(me, [...two, held('2026-04-01')], rules, '2026-05-01')).toBe('above');
  expect(goalWord(me, [held('2026-04-01', other)], rules, '2026-11-01')).toBe('remind');
});
