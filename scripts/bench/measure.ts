import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import * as z from 'zod/mini';
import type { BenchPlace } from './place.ts';
import { rawPuts } from './put.ts';

export const SIZES = [40, 200, 1000] as const;
export type Size = (typeof SIZES)[number];

/** One round. Times in milliseconds, with the main thread four times slower unless it says otherwise. */
export interface Figures {
  readonly bytes: number;
  readonly start: number;
  readonly restore: number;
  readonly switched: number;
  readonly keyMedian: number;
  readonly keyP95: number;
  /** An answer of 2 KB being typed, until it is sealed and flushed in the reserve; not slowed down. */
  readonly draft: number;
  /** The same answer settled: in the reserve, and in Dexie with strict durability; not slowed down. */
  readonly settled: number;
  /** The same 2 KB, sealed and put into a bare IndexedDB with strict durability. */
  readonly rawPut: number;
  readonly heap: number;
  readonly nodes: number;
}

const PutTimes = z.object({ draft: z.array(z.number()), settled: z.array(z.number()) });

const SLOWER = 4;
const KEYS = 60;
/** As fast as a trained typist: 70 ms between two keys. */
const KEY_EVERY_MS = 70;
const READY_TIMEOUT_MS = 60_000;

export async function measureOnce(place: BenchPlace, n: Size): Promise<Figures> {
  const empty = await inFreshBrowser(place, async (page, cdp) => {
    const size = countBytes(page);
    const start = await typable(page, cdp, `${place.url}/?bench=1&n=${n}&state=empty`);
    const bytes = await size();
    return { start, bytes };
  });
  const half = await inFreshBrowser(place, async (page, cdp) => {
    const restore = await typable(page, cdp, `${place.url}/?bench=1&n=${n}&state=half`);
    const keys = await typeWhileSaving(page);
    return { restore, ...keys, ...(await walk(page, cdp)) };
  });
  const kept = await inFreshBrowser(place, (page, cdp) => puts(page, cdp, place, n));
  return { ...empty, ...half, ...kept };
}

async function inFreshBrowser<T>(
  place: BenchPlace,
  work: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const { context, end } = await place.open();
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return await work(page, cdp);
  } finally {
    await end();
  }
}

/** Scripts and styles that came by then, of page and worker, as gzip would send them. */
function countBytes(page: Page): () => Promise<number> {
  const bodies: Promise<number>[] = [];
  const seen = new Set<string>();
  page.context().on('response', (response) => {
    const path = new URL(response.url()).pathname;
    // What page and worker share comes over the line once; the second time the browser has it.
    if (!/\.(js|css)$/.test(path) || seen.has(path)) return;
    seen.add(path);
    bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => {
    const sizes = await Promise.all(bodies);
    return sizes.reduce((sum, each) => sum + each, 0);
  };
}

/**
 * From the navigation until the first key is in the field and on the screen. The page itself looks at every frame
 * whether it is ready: asked from outside again and again, it would seem up to half a second slower than it is.
 */
async function typable(page: Page, cdp: CDPSession, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.evaluate(
    (timeout) =>
      new Promise<void>((ready, fail) => {
        const look = () => {
          const isReady = document.documentElement.dataset['benchReady'];
          if (!isReady && performance.now() < timeout) return requestAnimationFrame(look);
          const field = document.querySelector<HTMLTextAreaElement>('[data-qid="b1"]');
          if (!isReady || !field) return fail(new Error('question 1 did not come'));
          const painted = new Promise<number>((resolve, reject) => {
            setTimeout(() => reject(new Error('the key did not come')), timeout);
            const seen = () =>
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
            field.addEventListener('input', seen, { once: true });
          });
          Object.assign(globalThis, { painted });
          field.focus();
          ready();
        };
        look();
      }),
    READY_TIMEOUT_MS,
  );
  await cdp.send('Input.insertText', { text: 'a' });
  return page.evaluate<number>('painted');
}

/** Keys as a person types them, each timed from its event to the frame that shows it. */
async function typeWhileSaving(page: Page): Promise<{ keyMedian: number; keyP95: number }> {
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { took });
    document.addEventListener('keydown', (event) => {
      const begun = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - begun)));
    });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForTimeout(KEY_EVERY_MS);
  }
  const took = await page.evaluate<number[]>('took');
  return { keyMedian: quantile(took, 0.5), keyP95: quantile(took, 0.95) };
}

/** Not slowed down, since a disk is not. */
async function puts(page: Page, cdp: CDPSession, place: BenchPlace, n: Size) {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(`${place.url}/?bench=put&n=${n}&state=half`);
  const root = page.locator('html[data-bench-put]');
  await root.waitFor({ state: 'attached', timeout: READY_TIMEOUT_MS });
  const { draft, settled } = PutTimes.parse(
    JSON.parse((await root.getAttribute('data-bench-put')) ?? ''),
  );
  const raw = await page.evaluate(rawPuts, settled.length);
  return {
    draft: quantile(draft, 0.5),
    settled: quantile(settled, 0.5),
    rawPut: quantile(raw, 0.5),
  };
}

/** Through every section by its own button. */
async function walk(
  page: Page,
  cdp: CDPSession,
): Promise<{ switched: number; heap: number; nodes: number }> {
  const switched = await page.evaluate(async () => {
    const took: number[] = [];
    const button = () => document.querySelector<HTMLButtonElement>('[data-bench="next-section"]');
    for (let next = button(); next; next = button()) {
      const before = document.querySelector('h1');
      const begun = performance.now();
      next.click();
      await new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector('h1') === before) requestAnimationFrame(look);
          else setTimeout(resolve);
        };
        requestAnimationFrame(look);
      });
      took.push(performance.now() - begun);
      // A person stays a while; what was left is saved meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return took;
  });
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length);
  return { switched: quantile(switched, 0.5), heap: usedSize, nodes };
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
