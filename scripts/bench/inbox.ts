import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { BenchPlace } from './place.ts';

/** One round with the delivered interviews, in milliseconds and bytes; nothing is slowed down. */
export interface InboxFigures {
  /** From the secret to a list that can be walked. */
  readonly usable: number;
  /** Of that, until the vault was open. */
  readonly unlocked: number;
  /** Processor time of the vault worker and of the page, from their start to that list: load makes them no longer. */
  readonly workerCpu: number;
  readonly pageCpu: number;
  readonly filter: number;
  readonly search: number;
  /** From the press to the whole record on the screen, median of several. */
  readonly open: number;
  /** Processor time of page and worker for it. */
  readonly openCpu: number;
  /** Private memory of the renderer with page and worker, list open and after the readings. */
  readonly memory: number;
  readonly memoryAfter: number;
}

const READY_MS = 120_000;
const OPENED = 5;
/** The unit of processor time in /proc on Linux. */
const TICK_MS = 10;

export async function measureInbox(place: BenchPlace): Promise<InboxFigures> {
  const { context, end } = await place.openSeeded();
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(markFirstRow);
    await page.goto(`${place.url}/?bench=inbox`, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-row').length > 0, null, {
      timeout: READY_MS,
    });
    const usable = await page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
      return at('first-row') - at('bench-unlock');
    });
    const unlocked = await page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
      return at('bench-unlocked') - at('bench-unlock');
    });
    const cpu = await cpuOf(context);
    const memory = await memoryOf(context, page);
    const filter = await timed(
      page,
      `document.querySelectorAll('.review-find [aria-pressed]')[1]?.click()`,
    );
    await page.evaluate(`document.querySelectorAll('.review-find [aria-pressed]')[0]?.click()`);
    const search = await typed(page, 'K-0777');
    await page.evaluate(`(${clear.toString()})()`);
    const opened: number[] = [];
    const worked: number[] = [];
    for (let i = 0; i < OPENED; i += 1) {
      const before = await cpuOf(context);
      opened.push(await openOne(page, i));
      const after = await cpuOf(context);
      const threads = ['page', 'DedicatedWorker'];
      worked.push(threads.reduce((ms, name) => ms + after(name) - before(name), 0));
      await page.goBack();
    }
    const median = (all: readonly number[]): number =>
      all.toSorted((a, b) => a - b)[Math.floor(OPENED / 2)] ?? Number.NaN;
    return {
      usable,
      unlocked,
      workerCpu: cpu('DedicatedWorker'),
      pageCpu: cpu('page'),
      filter,
      search,
      open: median(opened),
      openCpu: median(worked),
      memory,
      memoryAfter: await memoryOf(context, page),
    };
  } finally {
    await end();
  }
}

/** Notes in the page itself when the frame with the first row was drawn: asking from outside takes time of its own. */
function markFirstRow(): void {
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('.review-row')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')));
  }).observe(document, { childList: true, subtree: true });
}

/** Until the frame that shows it. */
export const timed = (page: Page, what: string): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const begun = performance.now();
    ${what};
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
  })`);

/** The code typed into the search, each key until its frame; the slowest counts. */
export async function typed(page: Page, text: string): Promise<number> {
  const field = page.getByRole('searchbox');
  await field.focus();
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { took });
    document.addEventListener('keydown', (event) => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - begun)));
    });
  });
  await page.keyboard.type(text, { delay: 80 });
  const took = await page.evaluate<number[]>('took');
  return Math.max(...took);
}

function clear(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) return;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  set?.call(field, '');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A row that was not read before, from the press to the last answer on the screen. */
async function openOne(page: Page, i: number): Promise<number> {
  await page.locator('.review-row').nth(i).waitFor();
  const took = await page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    document.querySelectorAll('.review-row')[${i}].click();
    const look = () => {
      if (document.querySelectorAll('.review-answer .review-text').length >= 40) {
        setTimeout(() => resolve(performance.now() - begun));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
  return took;
}

/** What the renderer holds and shares with nobody, by the system's own account. */
async function memoryOf(context: BrowserContext, page: Page): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(1500);
  return Math.max(...(await renderers(context)).map(privateBytes));
}

async function renderers(context: BrowserContext): Promise<readonly number[]> {
  const browser = context.browser();
  if (!browser) return [];
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Milliseconds that the busiest thread of this name has worked, by the system's own account (proc_pid_stat(5)). */
async function cpuOf(context: BrowserContext): Promise<(thread: string) => number> {
  const threads = (await renderers(context)).flatMap((pid) =>
    readdirSync(`/proc/${pid}/task`).map((task) => {
      const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8');
      const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
      const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number);
      return { name: task === String(pid) ? 'page' : name, ms: (user + system) * TICK_MS };
    }),
  );
  // The system cuts a thread's name after fifteen signs.
  return (thread) =>
    Math.max(...threads.filter(({ name }) => thread.startsWith(name)).map(({ ms }) => ms));
}

function privateBytes(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').split('\n');
  const kB = lines
    .filter((line) => /^Private_(Clean|Dirty):/.test(line))
    .reduce((sum, line) => sum + Number(/\d+/.exec(line)?.[0] ?? 0), 0);
  return kB * 1024;
}
