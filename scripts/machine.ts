import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What the tests need beyond Node: either it is there, or one sentence says what to install. */
export type Machine =
  | { readonly ok: true; readonly chromium: string; readonly shell: string }
  | { readonly ok: false; readonly sentence: string };

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Debian's Chromium, and the same without the browser around it. */
const debian = { chromium: '/usr/bin/chromium', shell: '/usr/bin/chromium-headless-shell' };

/**
 * Where tests put files that last as long as they do: in memory where there is room. Offices are founded by the dozen,
 * and waiting for a disk a thousand times proves nothing about them.
 */
export function quickFolder(memory = '/dev/shm', env: NodeJS.ProcessEnv = process.env): string {
  const usual = env['TMPDIR'] || tmpdir();
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= ROOM ? memory : usual;
  } catch {
    return usual;
  }
}

/** In bytes: several times what the tests have ever needed at once. A container often has less. */
const ROOM = 1024 ** 3;

/**
 * Finds a browser and the commands `age` and `unzip`; installs them where we may. The shell of the browser only spares
 * work: where there is none, or a browser is named, it is the browser itself.
 */
export function prepareMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  const named = env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) {
    return { ok: false, sentence: `CHROMIUM_PATH names ${named}, which is not there.` };
  }
  const missing = lacking(env);
  if (mayInstall(env)) {
    if (missing.length > 0) install(missing, env);
    // Both, since they must be of one version.
    if (shellFor(env) === 'missing') install(['chromium', 'chromium-headless-shell'], env);
  }
  const still = lacking(env);
  const chromium = findBrowser(env);
  if (chromium && still.length === 0) {
    return { ok: true, chromium, shell: shellFor(env) === 'there' ? debian.shell : chromium };
  }
  return {
    ok: false,
    sentence: `The tests need ${still.join(', ')}: please install (Debian: apt-get install ${still.join(' ')}) and run npm test again.`,
  };
}

function lacking(env: NodeJS.ProcessEnv): string[] {
  const commands = ['age', 'unzip'].filter((command) => !onPath(command, env));
  return findBrowser(env) ? commands : ['chromium', ...commands];
}

function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  return env['CHROMIUM_PATH'] || browsers.find((place) => existsSync(place));
}

/** Of a browser that is not Debian's, or that somebody named, we know no shell. */
function shellFor(env: NodeJS.ProcessEnv): 'there' | 'missing' | 'unknown' {
  if (env['CHROMIUM_PATH'] || findBrowser(env) !== debian.chromium) return 'unknown';
  return existsSync(debian.shell) ? 'there' : 'missing';
}

function onPath(command: string, env: NodeJS.ProcessEnv): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => endings.some((ending) => runnable(join(folder, `${command}${ending}`))));
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only as root and with apt: nothing is installed behind the back of a person who did not ask for it. */
function mayInstall(env: NodeJS.ProcessEnv): boolean {
  return process.getuid?.() === 0 && onPath('apt-get', env);
}

function install(names: readonly string[], env: NodeJS.ProcessEnv): void {
  process.stderr.write(`Installing ${names.join(', ')} …\n`);
  const packages = names.includes('chromium') ? [...names, 'fonts-liberation'] : names;
  const lock = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    // A failure shows in what is still missing afterwards, and in apt's own words.
    spawnSync('apt-get', [...lock, ...args], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 2, 2],
    });
  }
}
