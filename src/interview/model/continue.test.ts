import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ready, wrote, written } from '../fixture.ts';
import { continueInterview, foldInterview } from './state.ts';

const events = written([
  ...ready(),
  wrote('s1q1', 'Det var en lång resa.'),
  { type: 'InterviewPaused', version: 1, data: {} },
  { type: 'InterviewResumed', version: 1, data: {} },
  { type: 'SafetyFlagged', version: 1, data: { card: 'a', question: null, note: 'Ring.' } },
  { type: 'SomethingNewer', version: 1, data: {} },
]);

it('comes to the same state as reading everything, wherever the further events begin', () => {
  const whole = foldInterview(events);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: events.length }), (cut) => {
      const before = foldInterview(events.slice(0, cut));
      expect(before && continueInterview(before, events.slice(cut))).toEqual(whole);
    }),
  );
});

it('leaves the state before as it was', () => {
  const before = foldInterview(events.slice(0, 1));
  if (!before) throw new Error('not an interview');
  const copy = structuredClone(before);
  continueInterview(before, events.slice(1));
  expect(before).toEqual(copy);
});
