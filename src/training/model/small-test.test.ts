import { expect, it } from 'vitest';
import { partsThere } from './small-test.ts';

const whole = {
  goal: 'Alla barn får veta vart de kan vända sig',
  measure: 'Antal barn som fått kortet',
  date: '2026-12-01',
  owner: 'MA',
};
const today = '2026-11-22';

it('is whole with a goal, a measure, a date and an owner', () => {
  expect(partsThere({ ...whole, owner: 'Maja' }, today)).toEqual([
    'goal',
    'measure',
    'date',
    'owner',
  ]);
});

it('takes initials as an owner, and no empty goal', () => {
  expect(partsThere(whole, today)).toContain('owner');
  expect(partsThere({ ...whole, goal: '  ' }, today)).not.toContain('goal');
  expect(partsThere({ ...whole, measure: 'x' }, today)).not.toContain('measure');
});

it.each(['', 'i morgon', '2026-11-21', '2026-13-01', '2027-02-30'])(
  '%s is no date to come',
  (date) => {
    expect(partsThere({ ...whole, date }, today)).not.toContain('date');
  },
);

it('takes today', () => {
  expect(partsThere({ ...whole, date: today }, today)).toContain('date');
});
