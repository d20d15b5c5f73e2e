import { describe, expect, it } from 'vitest';
import { Judged, judgeQuestion } from './question-kind.ts';

describe('the kind of a question', () => {
  it.each([
    ['Berätta om en vanlig dag.', 'open'],
    ['Vem körde dig dit?', 'focused'],
    ['Tyckte du om skolan?', 'option'],
    ['Det var jobbigt, eller hur?', 'leading'],
    ['Hur var det? Vem var där?', 'several'],
  ])('%s is %s', (text, kind) => {
    expect(judgeQuestion(text, 'sv').kind).toBe(kind);
  });

  it.each([
    ['Tell me about an ordinary day.', 'open'],
    ['Who drove you there?', 'focused'],
    ['Did you like school?', 'option'],
    ['It was hard, right?', 'leading'],
    ['What was it like? Who was there?', 'several'],
  ])('%s is %s', (text, kind) => {
    expect(judgeQuestion(text, 'en').kind).toBe(kind);
  });

  it('gives what its schema says, also for no question at all', () => {
    for (const text of ['', '   ', '?', '🙂', 'Skolan']) {
      expect(Judged.parse(judgeQuestion(text, 'sv'))).toMatchObject({ kind: expect.any(String) });
    }
  });
});
