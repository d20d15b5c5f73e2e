import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './bundle.ts';
import { countPlaywright, countVitest, type Counts } from './counts.ts';
import { committed, goodSince, noteGood } from './good-since.ts';
import { prepareMachine, quickFolder } from './machine.ts';
import { root, runTool } from './run.ts';
import { loaded, measure, sizesAreGood } from './size.ts';
import { READING, SLOW, SLOW_SCREENS } from './slow.ts';

/*
 * `npm test` runs every step, also after a failure, and ends with the line `N passed, N failed`.
 * `npm run check` runs those that need no browser, without the tests that take long, and of the others, when all was
 * good before, those that a change can reach.
 */
interface Step {
  readonly name: string;
  readonly needsBrowser: boolean;
  /** Takes what the others leave: from the first step on, or only when the killing is over. */
  readonly yields?: 'beside' | 'after';
  run(): Promise<Counts>;
}

/** Not in test-results: Playwright empties that folder when it starts. */
const reports = join(root, '.cache', 'reports');
/** The office and the devices that the browser tests copy, both rows the same. */
const template = join(reports, 'template');
/** The commit at which everything was good: `npm run check` starts from it. */
const good = join(root, '.cache', 'check-good');

const projects = [
  'tsconfig.json',
  'src/app/worker/tsconfig.json',
  'src/app/sw/tsconfig.json',
  'src/office/tsconfig.json',
  'scripts/tsconfig.json',
  'tests/tsconfig.json',
];

/** The compiler and the linter are short-lived: they need not tidy up their memory as often. */
const ROOMY = { GOGC: '400' };

/** Node reads TypeScript by itself: Playwright would translate every file first, on a fresh checkout for seconds. */
const AS_WRITTEN = { PW_DISABLE_TS_ESM: '1' };

const all = process.argv[2] === 'all';
/** Beside the browsers nothing may take time from them: they show what is on disk milliseconds after a key. */
const pace = all ? 'yielding' : 'usual';

const steps: readonly Step[] = [
  { name: 'format', needsBrowser: false, run: () => check(runTool('oxfmt', ['--check', '.'])) },
  { name: 'types', needsBrowser: false, yields: 'after', run: types },
  {
    name: 'lint',
    needsBrowser: false,
    yields: 'after',
    run: () => check(runTool('oxlint', ['--type-aware', '--deny-warnings', '.'], ROOMY, pace)),
  },
  {
    name: 'unit, scenario, contract, architecture',
    needsBrowser: false,
    yields: 'beside',
    run: vitest,
  },
  { name: 'build', needsBrowser: true, run: () => check(build()) },
  { name: 'size', needsBrowser: true, run: size },
];
/**
 * Mostly it waits for the next key, but a key must not wait for it: so what goes on beside it yields. The profiles lie
 * on the disk.
 */
const killing: Step = {
  name: 'killed while typing, full disk',
  needsBrowser: true,
  run: () => playwright('killing', ['--project', 'alone', '--workers', '1'], {}),
};
/**
 * A browser flushes at every word, and where several write at once the disk, not the app, made them wait longer than a
 * test does: so their profiles lie in memory.
 */
const screens: Step = {
  name: 'screens and faults',
  needsBrowser: true,
  run: () =>
    playwright('screens', ['--project', 'long', '--project', 'beside'], {
      TMPDIR: quickFolder(),
    }),
};

process.exitCode = (await main()) ? 0 : 1;

async function main(): Promise<boolean> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const begunAt = committed(root);
  if (all) {
    const machine = prepareMachine();
    if (!machine.ok) {
      print(machine.sentence);
      return conclude([{ passed: 0, failed: 1 }], []);
    }
    process.env['CHROMIUM_PATH'] = machine.chromium;
    process.env['CHROMIUM_SHELL_PATH'] = machine.shell;
  }
  const counts: Counts[] = [];
  const times: string[] = [];
  const take = async (step: Step) => {
    const begun = performance.now();
    const outcome = await attempt(step);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
    const line = `${seconds} s  ${outcome.failed === 0 ? 'good' : 'BAD '}  ${step.name}`;
    print(line);
    times.push(line);
    counts.push(outcome);
  };
  const inTurn = async (row: readonly Step[]) => {
    for (const step of row) await take(step);
  };
  if (all) {
    const which = (how: Step['yields']) => steps.filter(({ yields }) => yields === how);
    const inFront = inTurn([...which(undefined), killing, ...which('after')]);
    await Promise.all([inFront, inTurn(which('beside'))]);
    // Alone: beside the screens, which leave nothing, a unit test would run out of its time.
    await take(screens);
  } else {
    await inTurn(steps.filter(({ needsBrowser }) => !needsBrowser));
  }
  if (sum(counts).failed === 0) noteGood(root, good, begunAt);
  return conclude(counts, times);
}

/** A step that breaks is a failed step; the others still run. */
async function attempt(step: Step): Promise<Counts> {
  try {
    return await step.run();
  } catch (error) {
    print(`${step.name}: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function check(exitCode: Promise<number>): Promise<Counts> {
  return { passed: 0, failed: (await exitCode) === 0 ? 0 : 1 };
}

/**
 * The compiler remembers what it found good, so that after a change it reads only what the change can reach. The
 * projects are checked side by side, each by one checker: four to a project would all learn the same types anew.
 */
async function types(): Promise<Counts> {
  const codes = await Promise.all(
    projects.map((project) => {
      const known = join(root, '.cache', 'types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
      const remember = ['--incremental', '--tsBuildInfoFile', known];
      return runTool('tsc', ['-p', project, '--checkers', '1', ...remember], ROOMY, pace);
    }),
  );
  return { passed: 0, failed: codes.filter((code) => code !== 0).length };
}

async function vitest(): Promise<Counts> {
  if (all) return runVitest('all', []);
  const slow = globSync([...SLOW, ...SLOW_SCREENS], { cwd: root }).length;
  print(
    `Left out: ${slow} files with whole servers, real key derivation or whole screens. npm test runs them.`,
  );
  const since = goodSince(root, good);
  if (since === undefined) return runVitest('quick', []);
  print(`Only what has changed since ${since.slice(0, 8)} can reach, where all was good.`);
  const reading = await runVitest('reading', READING);
  const changed = ['--changed', since, '--passWithNoTests'];
  return sum([reading, await runVitest('changed', changed, 'mayBeNone')]);
}

async function runVitest(
  name: string,
  more: readonly string[],
  how: 'some' | 'mayBeNone' = 'some',
): Promise<Counts> {
  const file = join(reports, `vitest-${name}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const env = { TMPDIR: quickFolder(), ATERBLICK_QUICK: all ? '0' : '1' };
  const code = await runTool('vitest', [...args, ...more], env, pace);
  return countVitest(readReport(file), code, how);
}

async function playwright(
  name: string,
  more: readonly string[],
  where: NodeJS.ProcessEnv,
): Promise<Counts> {
  const file = join(reports, `playwright-${name}.json`);
  const args = ['test', '--config', 'tests/playwright.config.ts', '--no-deps', ...more];
  const known = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ATERBLICK_TEMPLATE: template };
  const code = await runTool('playwright', args, { ...AS_WRITTEN, ...known, ...where });
  if (code !== 0) printScreens();
  return countPlaywright(readReport(file), code);
}

/** What stood on the screen when a test failed: elsewhere than here nobody can look for it afterwards. */
function printScreens(): void {
  for (const file of globSync('test-results/**/error-context.md', { cwd: root })) {
    const [, screen = ''] = readFileSync(join(root, file), 'utf8').split('# Error details');
    print(`${file}\n${screen.split('# Test source')[0]}`);
  }
}

async function size(): Promise<Counts> {
  return check(Promise.resolve(sizesAreGood(measure(join(root, 'dist'), loaded), print) ? 0 : 1));
}

function readReport(file: string): unknown {
  if (!existsSync(file)) throw new Error('the runner ended without a report');
  return JSON.parse(readFileSync(file, 'utf8'));
}

function sum(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((before, { passed }) => before + passed, 0),
    failed: counts.reduce((before, { failed }) => before + failed, 0),
  };
}

function conclude(counts: readonly Counts[], times: readonly string[]): boolean {
  const { passed, failed } = sum(counts);
  print('');
  for (const line of times) print(line);
  print(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
