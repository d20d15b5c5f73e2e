import { describe, expect, it } from 'vitest';
import { may, saysWhatToMend, type ReviewAct } from './act.ts';
import { decidedBefore, standingOf, STANDINGS, type Standing, type Verdict } from './standing.ts';

const none: Verdict = { type: 'none' };
const returned = (revision: number): Verdict => ({ type: 'returned', revision });
const approved = (revision: number): Verdict => ({ type: 'approved', revision });
const one: Verdict = { type: 'approved', revision: 1, approvers: 2 };
const by = (...verdicts: Verdict[]) => verdicts.map((decision) => ({ decision }));

describe('standing', () => {
  const cases: [number, { decision: Verdict }[], Standing | null][] = [
    [0, [], null],
    [0, by(approved(1)), null],
    [1, [], 'toReview'],
    [1, by(none), 'toReview'],
    [1, by(returned(1)), 'returned'],
    [1, by(approved(1)), 'approved'],
    [1, by(approved(1), returned(1)), 'returned'],
    [1, by(none, approved(1)), 'approved'],
    // The rule of two: one is not enough, the same in both orders, and a return still stands over it.
    [1, by(one), 'halfApproved'],
    [1, by(one, one), 'approved'],
    [1, by(one, approved(1)), 'approved'],
    [1, by(approved(1), one), 'approved'],
    [1, by(one, returned(1)), 'returned'],
    [1, by(returned(1), one), 'returned'],
    [2, by(one), 'revised'],
    [2, by(returned(1)), 'revised'],
    [2, by(approved(1)), 'revised'],
    [2, by(returned(1), approved(2)), 'approved'],
    // A decision about a revision that has not come here yet says nothing about this one.
    [1, by(approved(2)), 'toReview'],
  ];
  it.each(cases)('revision %i with %j is %s', (revision, reviews, expected) => {
    expect(standingOf(revision, reviews)).toBe(expected);
  });

  it('finds the revision that was decided about before this one', () => {
    expect(decidedBefore(3, by(returned(1), approved(2), none))).toBe(2);
    expect(decidedBefore(2, by(returned(2)))).toBe(0);
    expect(decidedBefore(1, [])).toBe(0);
  });
});

describe('what a supervisor may do', () => {
  const table: Record<ReviewAct, Standing[]> = {
    comment: ['toReview', 'revised', 'halfApproved'],
    resolve: ['toReview', 'revised', 'halfApproved', 'returned'],
    answer: ['toReview', 'revised', 'halfApproved', 'returned', 'approved'],
    check: ['toReview', 'revised', 'halfApproved'],
    return: ['toReview', 'revised', 'halfApproved'],
    approve: ['toReview', 'revised', 'halfApproved'],
    handleFlag: ['toReview', 'revised', 'halfApproved', 'returned', 'approved'],
  };
  const acts: ReviewAct[] = [
    'comment',
    'resolve',
    'answer',
    'check',
    'return',
    'approve',
    'handleFlag',
  ];
  it.each(acts)('%s', (act) => {
    expect(STANDINGS.filter((standing) => may(standing, act))).toEqual(table[act]);
    expect(may(null, act)).toBe(act === 'handleFlag');
  });

  it('returns only with something to mend', () => {
    expect(saysWhatToMend(0, '  ')).toBe(false);
    expect(saysWhatToMend(1, '')).toBe(true);
    expect(saysWhatToMend(0, 'Skriv klart memot.')).toBe(true);
  });
});
