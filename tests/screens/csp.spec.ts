import { expect, test, type BrowserContext } from '@playwright/test';
import { inboxUntil, openPair, syncUntil } from './pair.ts';
import {
  answerField,
  begin,
  button,
  checkList,
  complete,
  giveConsent,
  next,
  writeMemo,
} from './people.ts';

/*
 * From setting up to approval: nothing is asked of anyone but the office, and the content security policy with
 * Trusted Types has nothing to object to.
 */
test.describe.configure({ timeout: 120_000 });

test('nothing leaves for another origin and no policy is broken, from set up to review', async () => {
  const seen: Seen = { asked: new Set(), askers: new Set(), objections: [] };
  const pair = await openPair({ watch: (context) => watch(context, seen) });
  const { interviewer, supervisor } = pair;
  const tablet = interviewer.page;
  const desk = supervisor.page;

  await begin(tablet, 'K-061', /^Kort intervju/);
  await next(tablet);
  await next(tablet);
  await giveConsent(tablet);
  await next(tablet);
  await answerField(tablet).fill('Vi målade staketet');
  await button(tablet, 'Stödkort').click();
  await tablet.getByRole('button', { name: 'Syskon som också varit placerat' }).click();
  await button(tablet, 'Stäng').click();
  await button(tablet, 'Sluta').click();
  await tablet.getByRole('button', { name: /^Spara allt/ }).click();
  await writeMemo(tablet, 'staket');
  await complete(tablet);
  await button(tablet, 'Till startsidan').click();
  await syncUntil(tablet, tablet.getByText(/Mottagen av kontoret/));

  const row = desk.getByRole('button', { name: /K-061/ });
  await inboxUntil(desk, row);
  await row.click();
  await expect(desk.getByText('Vi målade staketet')).toBeVisible();
  await checkList(desk);
  await button(desk, 'Godkänn').click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).click();
  await expect(desk.getByText(/Samir Ek godkände/)).toBeVisible();
  await desk.getByRole('link', { name: 'Medlemmar' }).click();
  await expect(desk.getByText('Ida Lind')).toBeVisible();
  await desk.getByRole('link', { name: 'Inställningar' }).click();
  await expect(desk.getByRole('heading', { name: 'Inställningar' })).toBeVisible();

  expect([...seen.asked]).toEqual([new URL(pair.office.url).origin]);
  expect([...seen.askers].sort()).toEqual(['page', 'service worker']);
  expect(seen.objections).toEqual([]);

  await test.step('the watch sees a breach when there is one', async () => {
    await desk.evaluate(() => {
      const image = new Image();
      image.src = 'http://other.example/pixel.png';
    });
    await expect.poll(() => seen.objections.join()).toContain('img-src');
  });
  await pair.end();
});

interface Seen {
  /** Origins that were asked for anything, by pages, workers and the service worker. */
  readonly asked: Set<string>;
  /** Who asked: that both kinds were heard shows that the watch covers them. */
  readonly askers: Set<'page' | 'service worker'>;
  readonly objections: string[];
}

async function watch(context: BrowserContext, seen: Seen): Promise<void> {
  context.on('request', (request) => {
    seen.askers.add(request.serviceWorker() ? 'service worker' : 'page');
    const url = new URL(request.url());
    // Pictures made on the page itself (the QR code) have no origin to leak to.
    if (url.protocol !== 'blob:' && url.protocol !== 'data:') seen.asked.add(url.origin);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.objections.push(message.text());
  });
  context.on('weberror', (error) => seen.objections.push(error.error().message));
  await context.exposeFunction('objected', (directive: string) => {
    seen.objections.push(directive);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'objected');
      if (typeof report === 'function') {
        report(`${event.effectiveDirective} ${event.blockedURI}`);
      }
    });
  });
}
