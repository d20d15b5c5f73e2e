import type { Page } from '@playwright/test';
import { debriefTexts } from '../../../src/i18n/training-debrief.ts';
import { practiceTexts } from '../../../src/i18n/training-practice.ts';
import type { Marks } from './canary.ts';
import { button, expect } from './house.ts';

const p = practiceTexts.sv;
const d = debriefTexts.sv;

/**
 * Practises twice beside an open vault, with a mark in every field: once it is left and erased, once its debrief is
 * kept. `seen` is called on every screen of it.
 */
export async function practise(
  page: Page,
  { mark }: Marks,
  seen: (page: Page) => Promise<void>,
): Promise<void> {
  await page.evaluate(() => {
    history.pushState(null, '', '/practice');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  for (const [run, alias] of [
    ['raderad', 'Saga'],
    ['sparad', 'Amir'],
  ] as const) {
    await button(page, p.begin(alias)).click();
    await seen(page);
    const own = page.getByLabel(p.own);
    await own.fill(`Berätta om ${mark(`fråga${run}`)}.`);
    await button(page, p.say).click();
    await expect(page.getByText(mark(`fråga${run}`)).first()).toBeVisible();
    const answer = page.locator('[data-qid]');
    await answer.fill(mark(`svar${run}`));
    await answer.blur();
    // Typed, and never settled.
    await own.fill(mark(`påväg${run}`));
    await seen(page);
    await button(page, p.toDebrief).click();
    const thoughts = page.getByRole('region', { name: d.reflectTitle }).getByRole('textbox');
    await expect(thoughts).toHaveCount(3);
    for (const field of await thoughts.all()) {
      await field.fill(mark(`tanke${run}`));
      await field.blur();
    }
    await seen(page);
    if (run === 'raderad') {
      await button(page, d.discard).click();
      await button(page, p.leaveNow).click();
    } else {
      await button(page, d.keep).click();
      await expect(page.getByText(d.kept)).toBeVisible();
      await button(page, p.leave).click();
    }
  }
}
