import * as z from 'zod/mini';

/** How many tests went well and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  errors: z.array(z.unknown()),
});

/**
 * A file that could not be read holds no test to fail, so it counts as one.
 * @param how `mayBeNone`: what was changed may lead to no test at all, and that is well when the runner says so.
 */
export function countVitest(
  report: unknown,
  exitCode: number,
  how: 'some' | 'mayBeNone' = 'some',
): Counts {
  const read = VitestReport.parse(report);
  const unread = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  if (how === 'mayBeNone' && exitCode === 0 && read.testResults.length === 0) {
    return { passed: 0, failed: 0 };
  }
  return honest({
    passed: read.numPassedTests,
    failed: read.numFailedTests + unread.length,
    skipped: read.numPendingTests + read.numTodoTests,
    exitCode,
  });
}

export function countPlaywright(report: unknown, exitCode: number): Counts {
  const { stats, errors } = PlaywrightReport.parse(report);
  return honest({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    exitCode,
  });
}

/** What is skipped has not passed, a runner that found no test has proved nothing, and a bad end is a failure. */
function honest(seen: Counts & { readonly skipped: number; readonly exitCode: number }): Counts {
  const failed = seen.failed + seen.skipped;
  const nothingRan = seen.passed + failed === 0;
  const badEnd = seen.exitCode !== 0 && failed === 0;
  return { passed: seen.passed, failed: nothingRan || badEnd ? 1 : failed };
}
