import { expect, type Page } from '@playwright/test';
import { circumstancesTexts } from '../../src/i18n/circumstances.ts';
import { consentItemTexts } from '../../src/i18n/consent-items.ts';
import { preparationTexts } from '../../src/i18n/preparation.ts';
import { toolTexts } from '../../src/i18n/tools.ts';
import { audit, textsIn } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button, leaveBy } from './people.ts';
import { test } from './visit.ts';

/*
 * Before and at the start, in "Try it": preparing, who may be asked, a signature drawn with the mouse, and a yes taken
 * back; each new screen against WCAG 2.2 AA.
 */
test.describe.configure({ mode: 'parallel', timeout: 90_000 });

let office: TestOffice;
test.beforeEach(async () => {
  office = await testOffice();
});
test.afterEach(() => office.end());

const t = textsIn('sv');
const prepare = preparationTexts.sv;
const around = circumstancesTexts.sv;
const items = consentItemTexts.sv;
const tools = toolTexts.sv;

test('preparing, asking and taking back', async ({ page }) => {
  await page.goto(office.url);
  await page.getByRole('button', { name: t.start.tryDoor }).click();
  await button(page, t.home.newInterview).click();
  await page.getByLabel(t.newInterview.code).fill('K-077');
  await button(page, t.newInterview.prepare).click();

  await test.step('preparing', async () => {
    await expect(page.getByText(prepare.ownTitle)).toBeVisible();
    await page.getByRole('textbox').first().fill('Att det blir tyst');
    await page.getByLabel(around.own).click();
    await page.getByLabel(around.authorised).click();
    await page.getByLabel(around.protectedData).click();
    await expect(page.getByText(around.minutes(120, 90))).toBeVisible();
    await expect(page.getByText(around.protectedHelp)).toBeVisible();
    await audit(page, 'preparation');
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1180, height: 820 });
    await button(page, prepare.begin).click();
    await expect(answerField(page)).toBeVisible();
  });
  await test.step('who may be asked', async () => {
    await leaveBy(page, t.interview.next);
    await leaveBy(page, t.interview.next);
    await page.getByLabel(t.consent.under15).click();
    await page.getByLabel(t.consent.bornYear).fill('2014');
    await page.getByLabel(t.consent.bornMonth).selectOption({ index: 6 });
    await expect(page.getByText(/2029/)).toBeVisible();
    await audit(page, 'under 15');
    await page.getByLabel(t.consent.from15to17).click();
    await expect(page.getByText(t.consent.guardianSecrecy)).toBeVisible();
    await audit(page, 'guardian');
    await button(page, t.consent.guardianPermits).click();
  });
  await test.step('the items, and a signature', async () => {
    const boxes = page.getByRole('checkbox');
    await expect(boxes.nth(1)).toBeDisabled();
    await boxes.nth(0).check();
    for (const box of [1, 2, 4]) await boxes.nth(box).check();
    await page.getByText(t.consent.signTitle, { exact: true }).first().click();
    await sign(page);
    await audit(page, 'gate, signed');
    await button(page, t.consent.consentSave).click();
    await expect(button(page, t.consent.consentSave)).toBeDisabled();
  });
  await test.step('the tools', async () => {
    await button(page, t.interview.tools).click();
    await page.getByRole('dialog').getByRole('button', { name: tools.circumstances }).click();
    await expect(page.getByLabel(around.own)).toBeChecked();
    await audit(page, 'circumstances');
    await button(page, around.close).click();
    await button(page, t.interview.tools).click();
    await page.getByRole('dialog').getByRole('button', { name: tools.consent }).click();
    await page
      .getByRole('button', { name: new RegExp(`^${items.withdraw}`) })
      .last()
      .click();
    await expect(page.getByText(items.withdrawn('').trim()).first()).toBeVisible();
    await audit(page, 'consent, taken back');
  });
});

/** A line across the box, as a hand with a mouse draws it. */
async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img').last();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no box to sign in');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 4 });
  await page.mouse.move(box.x + box.width - 20, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(pad.locator('path')).toHaveAttribute('d', /^M\d+ \d+L.*L/);
}
