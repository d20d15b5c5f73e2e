import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './counts.ts';

const vitest = (over: object) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...over,
});
const playwright = (stats: object, errors: unknown[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe('counting tests', () => {
  it('takes the numbers as they are when all went well', () => {
    expect(countVitest(vitest({ numPassedTests: 12 }), 0)).toEqual({ passed: 12, failed: 0 });
    expect(countPlaywright(playwright({ expected: 3 }), 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('counts a file that could not be read', () => {
    const report = vitest({
      numPassedTests: 2,
      testResults: [{ status: 'failed', assertionResults: [] }],
    });
    expect(countVitest(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts what was skipped as failed', () => {
    const report = vitest({ numPassedTests: 2, numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(report, 0)).toEqual({ passed: 2, failed: 2 });
    expect(countPlaywright(playwright({ expected: 1, skipped: 1 }), 0)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('does not take no tests for good news', () => {
    expect(countVitest(vitest({}), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(playwright({}), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('lets a change lead to no test only where that is said, and only at a good end', () => {
    expect(countVitest(vitest({}), 0, 'mayBeNone')).toEqual({ passed: 0, failed: 0 });
    expect(countVitest(vitest({}), 1, 'mayBeNone')).toEqual({ passed: 0, failed: 1 });
    expect(countVitest(vitest({ numTodoTests: 1 }), 1, 'mayBeNone')).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a bad end that no test explains, and a second try as no success', () => {
    expect(countVitest(vitest({ numPassedTests: 5 }), 1)).toEqual({ passed: 5, failed: 1 });
    expect(countPlaywright(playwright({ expected: 5, flaky: 1 }), 0)).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(countPlaywright(playwright({ expected: 5 }, ['crash']), 1)).toEqual({
      passed: 5,
      failed: 1,
    });
  });
});
