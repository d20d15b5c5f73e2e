import { describe, expect, it } from 'vitest';
import { routeOf } from '../../guide/model/route.ts';
import { BRIEF, FULL, GUIDE, started, stateAfter, wrote } from '../fixture.ts';
import { askedQuestions, isEmpty } from './act.ts';
import type { InterviewFact } from './event.ts';

describe('the questions as they were asked', () => {
  it('keep what was answered in another track, after those of this one', () => {
    const change: InterviewFact = { type: 'TrackChanged', version: 1, data: { track: BRIEF } };
    const state = stateAfter(started(FULL), wrote('s2q2', 'Flytten'), wrote('s7q2', 'Sju'), change);
    expect(askedQuestions(state, GUIDE).map((each) => each.question)).toEqual([
      ...routeOf(GUIDE, BRIEF).order,
      's2q2',
      's7q2',
    ]);
  });
});

describe('an empty memo field', () => {
  it.each([
    [undefined, true],
    ['', true],
    [' \n ', true],
    ['ord', false],
    [0, false],
    [[], true],
    [['', '  '], true],
    [['', 'ord'], false],
  ] as const)('%j is %s', (value, expected) => {
    expect(isEmpty(value)).toBe(expected);
  });
});
