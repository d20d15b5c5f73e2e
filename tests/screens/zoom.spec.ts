import { expect, type Locator, type Page } from '@playwright/test';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, begin, button, next, writeMemo } from './people.ts';
import { test } from './visit.ts';

/*
 * WCAG 2.2, 1.4.10: at 400 % zoom a screen of 1280 pixels is 320 wide, and nothing may need scrolling sideways.
 */
test.use({ viewport: { width: 320, height: 640 } });

let office: TestOffice;
test.beforeAll(async () => {
  office = await testOffice();
});
test.afterAll(() => office.end());

test('nothing needs scrolling sideways at 400 % zoom', async ({ page }) => {
  await page.goto(office.url);
  await fits(page, 'doors');
  await page.getByRole('button', { name: /^Prova på/ }).click();
  await expect(button(page, 'Fortsätt samtalet')).toBeVisible();
  await fits(page, 'start page');
  await button(page, 'Fortsätt samtalet').click();
  await answerField(page).fill('Om lördagarna: pannkakor');
  await fits(page, 'talk, free words');
  await next(page);
  await fits(page, 'talk, scale');
  await next(page);
  await fits(page, 'talk, period');
  await button(page, 'Stödkort').click();
  await fits(page, 'support cards');
  await button(page, 'Stäng').click();
  await button(page, 'Sluta').click();
  await fits(page, 'stop');
  await page.getByRole('button', { name: /^Spara allt/ }).click();
  await writeMemo(page, 'kastanj');
  await fits(page, 'memo');
  await button(page, 'Färdigställ').click();
  await button(page, 'Färdigställ och lämna till arbetsledaren').click();
  await button(page, 'Till startsidan').click();
  await button(page, 'Byt till arbetsledaren').click();
  await page.getByRole('link', { name: 'Inkorg' }).click();
  await fits(page, 'inbox');
  await page.getByRole('button', { name: /PROVA-1/ }).click();
  await expect(page.getByText('Om lördagarna: pannkakor')).toBeVisible();
  await fits(page, 'reading');
});

test('the first two questions stand whole on a tablet, down to how they ended', async ({
  page,
}) => {
  // 1180 × 820, and the strip that says that everything is invented.
  const strip = 54;
  await page.setViewportSize({ width: 1180, height: 820 + strip });
  await page.goto(office.url);
  await page.getByRole('button', { name: /^Prova på/ }).click();
  await begin(page, 'K-031', /^Hel intervju/);
  for (const kind of ['words', 'choices']) {
    const outcomes = await box(page.getByRole('group', { name: 'Hur blev det med frågan?' }));
    const footer = await box(page.getByRole('contentinfo'));
    expect(outcomes.y + outcomes.height, kind).toBeLessThanOrEqual(footer.y);
    if (kind === 'words') await next(page);
  }
});

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error('not on the screen');
  return found;
}

/**
 * Neither the page nor anything in it that can scroll is wider than what is seen of it, once what loads later stands.
 */
async function fits(page: Page, screen: string): Promise<void> {
  const wide = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.body.querySelectorAll('*')]
        .filter((element) => {
          const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
          const page = element === document.documentElement;
          return (page || scrolls) && element.scrollWidth > element.clientWidth;
        })
        .map((element) => `${element.tagName} ${element.className} ${element.scrollWidth}`),
    );
  await expect.poll(wide, { message: screen, timeout: 3000 }).toEqual([]);
}
