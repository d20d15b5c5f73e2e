import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Profile } from '../../tests/screens/office.ts';
import { processesOf } from '../../tests/faults/harness/browser.ts';

const LOOK_MS = 100;
const KIB = 1024;

/** Bytes of anonymous memory: what the page and its workers hold, without the program itself. */
export interface Held {
  readonly before: number;
  readonly peak: number;
  /** What page and workers really hold afterwards: scripts' memory and buffers, when everything was tidied up. */
  readonly live: number;
}

/**
 * Looks at the memory of a browser's renderers ten times a second while something is done. The kernel's figure counts
 * all: scripts, buffers, what a worker holds, and what nobody has tidied up yet.
 */
export async function memoryWhile(
  { page, folder: profile }: Pick<Profile, 'page' | 'folder'>,
  work: () => Promise<void>,
): Promise<Held> {
  const pids = await renderersOf(profile);
  const look = async () => (await Promise.all(pids.map(anonymous))).reduce((a, b) => a + b, 0);
  const before = await look();
  let peak = before;
  let isDone = false;
  const looking = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await look());
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await looking;
  }
  return { before, peak, live: await live(page) };
}

async function renderersOf(profile: string): Promise<readonly number[]> {
  const pids = await processesOf(profile);
  const lines = await Promise.all(pids.map((pid) => proc(pid, 'cmdline')));
  return pids.filter((_, i) => lines[i]?.includes('--type=renderer'));
}

async function anonymous(pid: number): Promise<number> {
  const found = /^RssAnon:\s+(\d+) kB/m.exec(await proc(pid, 'status'));
  return Number(found?.[1] ?? 0) * KIB;
}

/** Of page and workers together (Measure Memory API), measured at once by a flag that the bench starts Chromium with. */
const live = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const measure: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
    if (typeof measure !== 'function') return Number.NaN;
    const found: unknown = await Reflect.apply(measure, performance, []);
    const isCounted = typeof found === 'object' && found !== null && 'bytes' in found;
    return isCounted ? Number(found.bytes) : Number.NaN;
  });

/** Empty when the process has ended. */
const proc = (pid: number, name: string): Promise<string> =>
  readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
