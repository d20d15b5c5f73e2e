import { expect, it } from 'vitest';
import { INTERVIEW, written } from '../fixture.ts';
import { foldLeft, leftStreamOf, type LeftFact } from './left.ts';

const left: LeftFact = {
  type: 'InterviewLeft',
  version: 1,
  data: {
    interview: INTERVIEW,
    code: 'K-017',
    revision: 1,
    at: 5,
    streams: [{ kind: 'interview', stream: INTERVIEW }],
  },
};
const wanted: LeftFact = { type: 'InterviewWanted', version: 1, data: {} };
const back: LeftFact = { type: 'InterviewBack', version: 1, data: {} };

it.each([
  [[left], 'gone'],
  [[left, wanted], 'wanted'],
  [[left, wanted, back], 'back'],
  // Asked for when it is here already: nothing is on its way.
  [[left, back, wanted], 'back'],
  [[left, back, left], 'gone'],
  [[wanted, back], undefined],
  [[], undefined],
] as const)('%# stands where its last fact puts it', (facts, state) => {
  expect(foldLeft(written(facts))?.state).toBe(state);
});

it('has one place an interview, which says nothing of it', () => {
  expect(leftStreamOf(INTERVIEW)).toBe(leftStreamOf(INTERVIEW));
  expect(leftStreamOf(INTERVIEW)).not.toBe(INTERVIEW);
});
