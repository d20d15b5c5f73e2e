import type { Page } from '@playwright/test';
import { timed, typed } from './inbox.ts';
import type { BenchPlace } from './place.ts';

/** One round with the register, in milliseconds; nothing is slowed down. */
export interface RegisterFigures {
  /**
   * From the press on the place to the first fifty people on the screen, for whoever has looked at the inbox for a
   * moment after unlocking.
   */
  readonly first: number;
  /** The same without that moment, as no hand does it: what is brought behind the inbox is brought in it. */
  readonly atOnce: number;
  /** The same again, median of several. */
  readonly list: number;
  readonly filter: number;
  readonly search: number;
}

const READY_MS = 120_000;
const AGAIN = 5;
const A_MOMENT_MS = 1500;
const PLACE = 'a[href="/places/people"]';

export async function measureRegister(place: BenchPlace): Promise<RegisterFigures> {
  const atOnce = await inBrowser(place, async (page) => {
    await page.locator('a[href="/places"]').click({ timeout: READY_MS });
    return openList(page);
  });
  const rest = await inBrowser(place, measureCalm);
  return { atOnce, ...rest };
}

async function inBrowser<T>(place: BenchPlace, task: (page: Page) => Promise<T>): Promise<T> {
  const { context, end } = await place.open();
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${place.url}/?bench=inbox`, { waitUntil: 'commit' });
    return await task(page);
  } finally {
    await end();
  }
}

async function measureCalm(page: Page): Promise<Omit<RegisterFigures, 'atOnce'>> {
  await page.locator('a[href="/places"]').waitFor({ timeout: READY_MS });
  await page.waitForTimeout(A_MOMENT_MS);
  await page.locator('a[href="/places"]').click();
  await page.locator(PLACE).waitFor();
  const first = await openList(page);
  const again: number[] = [];
  for (let i = 0; i < AGAIN; i += 1) {
    await page.goBack();
    again.push(await openList(page));
  }
  const list = again.toSorted((a, b) => a - b)[Math.floor(AGAIN / 2)] ?? Number.NaN;
  const before = await page.locator('main [role=status]').first().textContent();
  const filter = await timed(
    page,
    `const field = document.querySelector('.people-find select');
       field.value = 'later';
       field.dispatchEvent(new Event('change', { bubbles: true }))`,
  );
  const after = await page.locator('main [role=status]').first().textContent();
  if (before === after) throw new Error('bench: the filter found everybody');
  await page.locator('.people-find select').selectOption('all');
  const search = await typed(page, 'K-0777');
  return {
    first,
    list,
    filter,
    search,
  };
}

async function openList(page: Page): Promise<number> {
  await page.locator(PLACE).waitFor();
  return page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    document.querySelector('${PLACE}').click();
    const look = () => {
      if (document.querySelectorAll('.people-row').length > 0) {
        setTimeout(() => resolve(performance.now() - begun));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`);
}
