/*
 * The one door to everything: `npm start`, `npm test` and the rest run `node scripts/go.mjs TASK`.
 * This file is plain JavaScript without a dependency, so that it works before anything is installed and on
 * any Node from 18. It brings a new enough Node and the dependencies, then hands over to a small file.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What runs after the setting up. Further arguments of the command line are passed on. */
const tasks = {
  start: ['scripts/start.ts'],
  dev: ['scripts/dev.ts'],
  check: ['scripts/test.ts', 'check'],
  test: ['scripts/test.ts', 'all'],
  bench: ['scripts/bench.ts'],
  'bench-sound': ['scripts/bench-sound.ts'],
  'bench-inbox': ['scripts/bench-inbox.ts'],
  'bench-register': ['scripts/bench-register.ts'],
  office: ['src/office/command.ts'],
  build: ['scripts/build.ts'],
  format: ['scripts/format.ts'],
};

const [task = '', ...rest] = process.argv.slice(2);
const script = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
if (!script) stop(`Say one of: ${Object.keys(tasks).join(', ')}.`);
if (!existsSync(join(root, script[0]))) stop(`There is no ${script[0]} yet.`);

const node = newEnough(process.versions.node) ? process.execPath : bringNode();
const env = childEnvironment(node);
installDependencies();
hand(node, [...script, ...rest]);

/** The tools need Node 22.22.2 or 24 and later; the odd numbers in between never were for keeps. */
function newEnough(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 2);
  return major >= 24;
}

/** Node from the lock file in scripts/node: checked by its hash, without an install script. */
function bringNode() {
  const home = join(root, 'scripts', 'node');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const locked = readFileSync(join(home, 'package-lock.json'), 'utf8');
  if (!locked.includes(`"node_modules/${name}"`)) {
    stop(
      `Node ${process.versions.node} is too old and none can be brought for ${platform}-${process.arch}: ` +
        'please install Node 24 (or 22.22.2 and later) and run the same command again.',
    );
  }
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(home, 'node_modules', name, 'bin', file);
  const stamp = join(home, 'node_modules', '.stamp');
  const wanted = fingerprint(locked);
  if (existsSync(binary) && read(stamp) === wanted) return binary;
  say(`Node ${process.versions.node} is too old: bringing Node 24 …`);
  npmCi(process.execPath, home, childEnvironment(process.execPath));
  if (!existsSync(binary)) stop(`Node 24 did not arrive in ${binary}.`);
  writeFileSync(stamp, wanted);
  return binary;
}

/** Runs `npm ci` only when the lock file or the machine is another than last time. */
function installDependencies() {
  const stamp = join(root, 'node_modules', '.stamp');
  const wanted = fingerprint(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (read(stamp) === wanted) return;
  say('Installing the dependencies …');
  npmCi(node, root, env);
  writeFileSync(stamp, wanted);
}

function npmCi(withNode, cwd, environment) {
  const args = [npmCli(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(withNode, args, { cwd, env: environment, stdio: ['ignore', 2, 2] });
  if (done.error) throw done.error;
  if (done.status !== 0) stop(`npm ci did not succeed in ${cwd}; its message stands above.`);
}

/** npm's own program: the one that started us, else the one that came with the running Node. */
function npmCli() {
  const started = process.env['npm_execpath'];
  if (started && /npm-cli\.c?js$/.test(started) && existsSync(started)) return started;
  const bin = dirname(process.execPath);
  const places = [
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  try {
    return createRequire(join(bin, 'x.js')).resolve('npm/bin/npm-cli.js');
  } catch (error) {
    return stop(`npm was not found beside Node (${error.code}): please install npm.`);
  }
}

/**
 * npm tells its children where it lives (`npm_config_prefix`, `npm_package_…`), which would send an inner npm
 * to the wrong folder, or compile for the wrong Node. Those are dropped; the chosen Node comes first in PATH.
 */
function childEnvironment(withNode) {
  const dropped =
    /^(npm_(config_(prefix|local_prefix|global_prefix|nodedir)$|package_|lifecycle_)|path$)/i;
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !dropped.test(name)),
  );
  const path = process.env['PATH'] ?? process.env['Path'] ?? '';
  const first = [dirname(withNode), join(root, 'node_modules', '.bin')];
  return { ...clean, PATH: [...first, path].join(delimiter) };
}

/** Runs the task and ends as it ends; a request to stop is passed on and its answer awaited. */
function hand(withNode, args) {
  const child = spawn(withNode, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl+C reaches the whole group by itself; sent twice it would cut a careful ending short.
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  endWithNpm(child);
  child.on('error', (error) => stop(`The task did not start (${error.message}).`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/**
 * npm starts us through a shell, and a shell that is asked to stop tells nobody. Without this an office would go
 * on unseen after its npm was ended. Started without npm there is no such shell, and nothing to watch.
 */
function endWithNpm(child) {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

function fingerprint(lock) {
  return createHash('sha256').update(`${lock}${process.platform}${process.arch}`).digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @returns {never} */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}
