import type { BrowserContext } from '@playwright/test';
import { test as plain } from '../faults/harness/house.ts';

/**
 * A page that lives as long as its test, as in the first seconds of a visit: the service worker is asked for and not
 * there yet. Laying up the whole app for the road takes longer than most of what is looked at there. Devices with a
 * profile of their own (office.ts) have their service worker, as users have.
 */
export const test = plain.extend({
  context: async ({ context }, use) => {
    await layUpLater(context);
    await use(context);
  },
});

/** For every page the context opens from now on. */
export async function layUpLater(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // Its answer never comes, which is no failure that anyone would have to be told.
    ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
  });
}
