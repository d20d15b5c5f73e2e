import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The programs of our dependencies, started by this Node and not through a shell: the same on every system. */
const tools = {
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  oxlint: 'oxlint/bin/oxlint',
  oxfmt: 'oxfmt/bin/oxfmt',
  tsc: 'typescript/bin/tsc',
} as const;

export interface Running {
  /** Resolves with the exit code; ended by a signal counts as 1. */
  readonly ended: Promise<number>;
  stop(): void;
}

/** Starts a program in the root with our own input and output; `yielding` takes only what others leave. */
export function begin(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  pace: 'usual' | 'yielding' = 'usual',
): Running {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (pace === 'yielding' && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const passOn = (signal: NodeJS.Signals) => {
    // Ctrl+C reaches the whole group by itself.
    if (signal !== 'SIGINT') child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, passOn);
  const ended = new Promise<number>((resolveCode, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolveCode(code ?? 1);
    });
  });
  return { ended, stop: () => child.kill() };
}

export function run(command: string, args: readonly string[], env?: NodeJS.ProcessEnv) {
  return begin(command, args, env).ended;
}

/** Starts one of our dependencies' programs. */
export function beginTool(
  tool: keyof typeof tools,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  pace?: 'usual' | 'yielding',
): Running {
  const program = resolve(root, 'node_modules', tools[tool]);
  return begin(process.execPath, [program, ...args], { ...COMPILED, ...env }, pace);
}

/** Where Node keeps what it has compiled: every worker of a test run loads the same programs. */
const COMPILED = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

export function runTool(
  tool: keyof typeof tools,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  pace?: 'usual' | 'yielding',
): Promise<number> {
  return beginTool(tool, args, env, pace).ended;
}
