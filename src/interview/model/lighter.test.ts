import { expect, it } from 'vitest';
import { routeOf } from '../../guide/model/route.ts';
import { BRIEF, ended, FULL, GUIDE, q, started, stateAfter } from '../fixture.ts';
import { closingQuestion, lighterQuestion } from './lighter.ts';

const full = routeOf(GUIDE, FULL);

it('goes to the first open question of sensitivity 1 beyond the gate', () => {
  expect(lighterQuestion(full, stateAfter(started()), q('s4q3'))).toBe('s1q4');
  const told = stateAfter(started(), ended('s1q4', 'answered'), ended('s2q3', 'answered'));
  expect(lighterQuestion(full, told, q('s4q3'))).toBe('s2q4');
});

it('never stays where it is, and keeps the closing for last', () => {
  const light = full.order.filter((id) => full.find(id)?.question.sensitivity === 1);
  const rest = light.filter((id) => !id.startsWith('s8'));
  const told = stateAfter(started(), ...rest.map((id) => ended(id, 'answered')));
  expect(lighterQuestion(full, told, q('s4q3'))).toBe('s8q1');
  expect(lighterQuestion(full, told, q('s8q1'))).toBe('s8q2');
});

it('goes to one that is done rather than nowhere', () => {
  const route = routeOf(GUIDE, BRIEF);
  const told = stateAfter(started(BRIEF), ...route.order.map((id) => ended(id, 'answered')));
  const to = lighterQuestion(route, told, q('s4q3'));
  expect(to && route.find(to)?.question.sensitivity).toBe(1);
});

it('the closing is where the last section begins', () => {
  expect(closingQuestion(full)).toBe('s8q1');
});
