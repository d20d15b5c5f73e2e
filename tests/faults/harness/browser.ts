import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { ARGUMENTS, SHELL } from '../../screens/chromium.ts';

/** A browser on a profile that outlives it, as on a tablet. */
export async function launch(profile: string): Promise<BrowserContext> {
  await rm(path.join(profile, 'SingletonLock'), { force: true });
  return chromium.launchPersistentContext(profile, {
    executablePath: SHELL,
    args: ARGUMENTS,
  });
}

/** SIGKILL to every process of this profile: what a crash or an empty battery does to the browser. */
export async function killAll(profile: string): Promise<number> {
  const pids = await processesOf(profile);
  kill(pids);
  while ((await processesOf(profile)).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return pids.length;
}

/** Kills a browser and waits until its context knows: closing what is just dying fails now and then. */
export async function killBrowser(context: BrowserContext, profile: string): Promise<number> {
  const noticed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const killed = await killAll(profile);
  await noticed;
  return killed;
}

/**
 * As on a tablet with a quarter of this machine's speed: of every 40 milliseconds the browser stands still for 30. It
 * takes no work, only time. Processes that begin meanwhile are not slowed.
 */
export async function slowly<T>(profile: string, what: () => Promise<T>): Promise<T> {
  const pids = await processesOf(profile);
  const done = what();
  let isOver = false;
  const over = done.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    kill(pids, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 30));
    kill(pids, 'SIGCONT');
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 10))]);
  }
  return done;
}

/** A signal at once, to processes that were found before. */
export function kill(pids: readonly number[], signal: NodeJS.Signals = 'SIGKILL'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // Its parent's end may have ended it already.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** The processes that name the profile, and all that descend from them: a shell's children do not name it. */
export async function processesOf(profile: string): Promise<number[]> {
  const parents = new Map<number, number>();
  const named = new Set<number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    // It may end while we look.
    const [line, state] = await Promise.all(
      ['cmdline', 'stat'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    );
    // Chromium's children have spaces where the kernel has zeros.
    const said = `${line} `.replaceAll('\0', ' ');
    if (said.includes(`--user-data-dir=${profile} `)) named.add(Number(name));
    // proc(5): the command in parentheses, the state, the parent.
    const [, parent] = /\) . (\d+)/.exec(state ?? '') ?? [];
    parents.set(Number(name), Number(parent));
  }
  const belongs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return named.has(pid) || (parent !== undefined && belongs(parent));
  };
  return [...parents.keys()].filter(belongs);
}

/** Every file of a profile with its bytes. */
export async function filesOf(profile: string): Promise<{ name: string; bytes: Buffer }[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const name = path.join(entry.parentPath, entry.name);
        return { name, bytes: await readFile(name) };
      }),
  );
}

declare global {
  var call: (name: string, ...args: string[]) => Promise<unknown>;
  var type: (stream: string, key: string, text: string, pauseMs: number) => Promise<void>;
}

export async function openPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator('html[data-ready]').waitFor();
  return page;
}

/** Asks the vault in the page's worker. */
export function ask(page: Page, name: string, ...words: string[]): Promise<unknown> {
  return page.evaluate(
    ([operation = '', ...rest]) => globalThis.call(operation, ...rest),
    [name, ...words],
  );
}
