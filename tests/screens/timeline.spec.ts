import { expect, type Page } from '@playwright/test';
import { audit } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { button } from './people.ts';
import { test } from './visit.ts';

/* What only a real screen shows: fingers on the timeline's picture, and a page that is turned and given back. */
let office: TestOffice;
test.beforeAll(async () => {
  office = await testOffice();
});
test.afterAll(() => office.end());

test.use({ viewport: { width: 820, height: 1180 } });

const list = (page: Page) => page.getByRole('region', { name: 'Där du har bott' });

async function openTool(page: Page, name: string): Promise<void> {
  await button(page, 'Verktyg').click();
  await button(page, name).click();
}

test('a timeline is drawn by touch, and the screen turned and given back', async ({ page }) => {
  await page.goto(office.url);
  await page.getByRole('button', { name: /^Prova på/ }).click();
  await button(page, 'Fortsätt samtalet').click();
  await openTool(page, 'Tidslinje');
  const picture = page.locator('.timeline-picture');
  const year = await picture.getByText('2018', { exact: true }).boundingBox();
  if (!year) throw new Error('2018 is not on the line');
  await page.mouse.click(year.x + 10, year.y + 60);
  await expect(list(page)).toContainText('Boende, från 2018.');

  const end = await page.locator('[data-end="to"]').boundingBox();
  if (!end) throw new Error('the bar has no end to take');
  const [x, y] = [end.x + end.width / 2, end.y + end.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // A year is 48 pixels wide, a month 4.
  await page.mouse.move(x + 30, y, { steps: 4 });
  await page.mouse.move(x + 49, y, { steps: 4 });
  await page.mouse.up();
  await expect(list(page)).toContainText('Boende, 2018 till december 2019.');
  await page.getByLabel('Familjehem').check();
  await page.getByLabel('Med dina egna ord').fill('Där var katten');
  await audit(page, 'timeline with a placement');
  await button(page, 'Klart').click();
  await expect(list(page)).toContainText('Där var katten');
  await button(page, 'Stäng').click();

  await openTool(page, 'Vänd skärmen');
  await expect(page.getByRole('dialog', { name: 'Din sida' })).toBeVisible();
  const back = button(page, 'Till intervjuaren');
  await back.click();
  await expect(page.getByText('Håll kvar fingret en sekund.')).toBeVisible();
  await back.click({ delay: 1200 });
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('Anteckningar')).toBeVisible();
});
