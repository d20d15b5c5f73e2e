import type { Page, Route } from '@playwright/test';
import { unlock } from '../screens/people.ts';
import {
  expect,
  field,
  finish,
  goOn,
  next,
  received,
  savedWord,
  t,
  test,
  untilSeen,
} from './harness/house.ts';

const DAY_MS = 24 * 60 * 60_000;

/*
 * Somebody sets the tablet's clock back a day in mid-interview. What the page reads as the wall clock goes back at
 * once; the vault worker reads it when it starts, as a new session of the app does.
 */
test('the clock is set back a day: it locks, nothing changes place, and the parcel arrives', async ({
  house,
}) => {
  await house.startOffice();
  const { page, context } = await house.wake('interviewer');
  let behindMs = 0;
  await context.route('**/assets/worker-*.js', (route) =>
    withClockBehind(route, house.port, behindMs),
  );
  await page.addInitScript(() => {
    const right = Date.now;
    Date.now = () => right() - Number(localStorage.getItem('test-behind') ?? 0);
  });
  await withoutServiceWorker(page);
  await unlock(page);
  await goOn(page);
  await field(page).pressSequentially('Sagt medan klockan gick rätt.');
  await next(page);
  await field(page).pressSequentially('Ett utkast i samma stund.');

  behindMs = DAY_MS;
  await page.evaluate((ms) => localStorage.setItem('test-behind', String(ms)), DAY_MS);
  // A clock that jumps unlocks nothing and reorders nothing: it locks.
  await expect(page.getByRole('heading', { name: t.lock.title })).toBeVisible();
  expect(await page.locator('body').textContent()).not.toContain('utkast');

  const before = house.log.length;
  await unlock(page);
  await expect(field(page)).toHaveValue('Ett utkast i samma stund.');
  await next(page);
  await field(page).pressSequentially('Sagt medan klockan gick ett dygn efter.');
  await expect(savedWord(page)).toHaveText(t.interview.saved);
  await finish(page, 'vitsippa');
  await untilSeen(page, received(page));
  // The office refused once for the clock and said what time it is, and the tablet went by that.
  const asked = house.log.slice(before);
  expect(asked.filter((line) => line.endsWith(' 401'))).not.toEqual([]);
  expect(asked).toContain('GET /api/inbox 200');

  const { page: desk } = await house.enter('supervisor');
  await desk.getByText('K-014').first().click();
  const answers = ['Sagt medan klockan gick rätt.', 'Ett utkast i samma stund.', 'ett dygn efter.'];
  for (const answer of answers) await expect(desk.getByText(answer)).toBeVisible();
  const text = (await desk.locator('main').textContent()) ?? '';
  const places = answers.map((answer) => text.indexOf(answer));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  await expect(desk.getByText(t.record.chainOk)).toBeVisible();
});

/** The worker as it is served, on a machine whose clock is behind. */
async function withClockBehind(route: Route, port: number, behindMs: number): Promise<void> {
  const url = new URL(route.request().url());
  url.port = String(port);
  const response = await route.fetch({ url: url.href });
  const clock = `const right = Date.now; Date.now = () => right() - ${behindMs};\n`;
  await route.fulfill({ response, body: `{${clock}}${await response.text()}` });
}

/** Its cache would answer before the network, with the worker as it was. */
async function withoutServiceWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
  });
  await page.addInitScript(() => {
    Object.defineProperty(navigator.serviceWorker, 'register', {
      value: () => Promise.reject(new Error('none in this test')),
    });
  });
  await page.reload();
}
