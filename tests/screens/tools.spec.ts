import { expect, type Page } from '@playwright/test';
import { toolTexts } from '../../src/i18n/tools.ts';
import { audit, textsIn } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button } from './people.ts';
import { test } from './visit.ts';

/* Every tool of the talk against WCAG 2.2 AA, in both languages and both colour schemes. */
test.describe.configure({ mode: 'parallel', timeout: 180_000 });

let office: TestOffice;
test.beforeAll(async () => {
  office = await testOffice();
});
test.afterAll(() => office.end());

const words = (page: Page) => page.locator('body').innerText();

const t = textsIn('sv');
const tools = toolTexts.sv;

/** "Try it" from the beginning: whatever a tool left behind is gone. */
async function toTools(page: Page): Promise<void> {
  await page.goto(office.url);
  await page.getByRole('button', { name: t.start.tryDoor }).click();
  await button(page, t.home.resume).click();
  await expect(answerField(page)).toBeVisible();
  await button(page, t.interview.tools).click();
  await expect(page.getByRole('dialog', { name: tools.tools })).toBeVisible();
}

test('the tools of a talk', async ({ page }) => {
  await toTools(page);
  await audit(page, 'tools');
  const names = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  expect(names.length).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  const talk = await words(page);
  await toTools(page);
  for (const name of names) {
    const list = page.getByRole('dialog', { name: tools.tools, exact: true });
    await list.getByRole('button', { name, exact: true }).click();
    await expect(list).toBeHidden();
    // The tool is loaded now: until it is there, the talk alone stands on the screen.
    await expect.poll(() => words(page)).not.toBe(talk);
    await audit(page, name);
    // A dialog is left by Escape; a screen that was turned to the young person is not.
    await page.keyboard.press('Escape');
    if ((await words(page)) === talk) await button(page, t.interview.tools).click();
    else await toTools(page);
  }
});
