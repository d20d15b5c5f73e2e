import type { Page } from '@playwright/test';
import { timed, typed } from './inbox.ts';
import type { BenchPlace } from './place.ts';

/** One round with the register, in milliseconds; nothing is slowed down. */
export interface RegisterFigures {
  /** From the press on the place to the first fifty people on the screen; its code is loaded on the way. */
  readonly first: number;
  /** The same again, median of several. */
  readonly list: number;
  readonly filter: number;
  readonly search: number;
}

const READY_MS = 120_000;
const AGAIN = 5;
const PLACE = 'a[href="/places/people"]';

export async function measureRegister(place: BenchPlace): Promise<RegisterFigures> {
  const { context, end } = await place.open();
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${place.url}/?bench=inbox`, { waitUntil: 'commit' });
    await page.locator('a[href="/places"]').click({ timeout: READY_MS });
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
    return { first, list, filter, search: await typed(page, 'K-0777') };
  } finally {
    await end();
  }
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
