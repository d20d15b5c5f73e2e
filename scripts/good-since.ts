import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/*
 * Both rows of tests note the commit at which everything was good. `npm run check` then runs only the tests that a
 * change since can reach, as the compiler does; `npm test` always runs all.
 */

/** What the import graph knows of. A change in anything else, e.g. data that is read as a file, runs everything. */
const CODE = /^(src|tests|docs)\/.*\.(ts|tsx|css|md)$/;
/** Changes what every test stands on. */
const SETUP = /^tests\/setup\//;

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/**
 * The commit since which only code has changed and at which all was good; undefined when everything must be run: the
 * first time, without git, after history was rewritten, or after other things than code have changed.
 */
export function goodSince(folder: string, note: string): string | undefined {
  try {
    const commit = readFileSync(note, 'utf8').trim();
    git(folder, 'merge-base', '--is-ancestor', commit, 'HEAD');
    const changed = [
      ...lines(git(folder, 'diff', '--name-only', commit)),
      ...lines(git(folder, 'ls-files', '--others', '--exclude-standard')),
    ];
    const isKnown = changed.every((file) => CODE.test(file) && !SETUP.test(file));
    return isKnown ? commit : undefined;
  } catch {
    // Whatever can't be found out is no reason to leave a test out.
    return undefined;
  }
}

/** The commit that the files here are; undefined without git, or when something is not committed. */
export function committed(folder: string): string | undefined {
  try {
    const isWhole = git(folder, 'status', '--porcelain') === '';
    return isWhole ? git(folder, 'rev-parse', 'HEAD').trim() : undefined;
  } catch {
    // Without git the next check runs everything.
    return undefined;
  }
}

/**
 * Notes that all was good. What is not committed could be taken back unseen, and what was committed while the tests ran
 * they may not have seen: then nothing is noted.
 * @param begunAt what `committed` said before the tests.
 */
export function noteGood(folder: string, note: string, begunAt: string | undefined): void {
  if (begunAt === undefined || committed(folder) !== begunAt) return;
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, begunAt);
}
