import { expect, type Locator, type Page } from '@playwright/test';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button, unhurried } from './people.ts';
import { test } from './visit.ts';

/*
 * Someone who cannot use a pointer holds a whole interview. Only keys are pressed here; that no pointer was used is
 * counted by the page itself.
 */
test.describe.configure({ timeout: 120_000 });

let office: TestOffice;
test.beforeAll(async () => {
  office = await testOffice();
});
test.afterAll(() => office.end());

test('the keyboard alone holds an interview from the start page to the supervisor', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const used = () => {
      document.documentElement.dataset['pointer'] = 'used';
    };
    for (const name of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(name, used, { capture: true });
    }
  });
  await page.goto(office.url);
  await press(page, page.getByRole('button', { name: /^Prova på/ }));
  await press(page, button(page, 'Ny intervju'));
  await write(page, page.getByLabel('Deltagarens kod'), 'K-031');
  await tabTo(page, page.getByLabel(/^Hel intervju/));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel(/^Kort intervju/)).toBeChecked();
  await press(page, button(page, 'Börja intervjun'));

  await test.step('pause and back to the caret', async () => {
    await write(page, answerField(page), 'Det började ute');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowLeft');
    await press(page, button(page, 'Paus'));
    await expect(button(page, 'Fortsätt')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(answerField(page)).toBeFocused();
    await page.keyboard.type('där ');
    await expect(answerField(page)).toHaveValue('Det började där ute');
    await leave(page, 'Nästa');
  });
  await test.step('choose, and skip with undo', async () => {
    await expect(answerField(page)).toHaveAttribute('data-qid', 's1q2');
    await leave(page, 'Hoppa över');
    await press(page, button(page, 'Ångra'));
    await expect(answerField(page)).toHaveAttribute('data-qid', 's1q2');
    await choose(page, page.getByLabel('Återgav reglerna', { exact: true }));
    await leave(page, 'Nästa');
  });
  await test.step('consent, item by item', async () => {
    for (const item of [
      /^18 år eller äldre/,
      /Jag har läst upp sekretessens gränser/,
      /Jag vill delta/,
      /Du får anteckna/,
    ]) {
      await choose(page, page.getByLabel(item));
    }
    await press(page, button(page, 'Spara samtycket'));
    await expect(page.getByText(/Samtycket är noterat/)).toBeVisible();
    await leave(page, 'Nästa');
  });
  await test.step('a support card and the way back', async () => {
    await press(page, button(page, 'Stödkort'));
    await press(page, page.getByRole('button', { name: 'Personen blir starkt berörd' }));
    await expect(page.getByRole('heading', { name: 'Säg nu' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(button(page, 'Stödkort')).toBeFocused();
  });
  await test.step('every question to the end of the guide', async () => {
    for (let left = 15; left > 0; left -= 1) {
      const question = (await answerField(page).getAttribute('data-qid')) ?? '';
      const option = page.locator('.talk-answer input').first();
      if (await option.count()) await choose(page, option);
      await write(page, answerField(page), `Svar ${question}`);
      await leave(page, left > 1 ? 'Nästa' : 'Avsluta samtalet');
      if (left > 1) await expect(answerField(page)).not.toHaveAttribute('data-qid', question);
    }
    await press(page, button(page, 'Avsluta och gå till memot'));
  });
  await test.step('memo and completing', async () => {
    await write(page, page.getByLabel('Plats, tid, vilka som var med'), 'Biblioteket');
    await choose(page, page.getByLabel('Bara det här memot'));
    await write(page, page.getByLabel('Första intryck'), 'Varmt');
    await write(page, page.getByLabel('Budskap 1'), 'Fråga en gång till');
    await write(page, page.getByLabel('Det här förvånade mig'), 'Tystnaden');
    await write(page, page.getByLabel('Det här vill jag ta med till gruppen'), 'Avsked');
    await choose(page, page.getByLabel('Nej', { exact: true }));
    await press(page, button(page, 'Färdigställ'));
    await press(page, button(page, 'Färdigställ och lämna till arbetsledaren'));
    await expect(page.getByRole('heading', { name: 'Intervjun är färdigställd' })).toBeFocused();
    await press(page, button(page, 'Till startsidan'));
    const sent = page.getByRole('listitem').filter({ hasText: 'K-031' });
    await expect(sent.getByText(/Mottagen av kontoret/)).toBeVisible();
  });
  await test.step('and the supervisor reads it', async () => {
    await press(page, button(page, 'Byt till arbetsledaren'));
    await press(page, page.getByRole('link', { name: 'Inkorg' }));
    await press(page, page.getByRole('button', { name: /K-031/ }));
    await expect(page.getByText('Det började där ute')).toBeVisible();
  });
  await expect(page.locator('html')).not.toHaveAttribute('data-pointer');
});

/** Goes forward with the tab key until the focus stands there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  for (let tabs = 0; tabs < 90; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tab key never reached ${target.toString()}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Leaves the question. */
async function leave(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name));
  await unhurried(page, () => page.keyboard.press('Enter'));
}

/** Sets a check box or a radio button. */
async function choose(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Space');
  await expect(target).toBeChecked();
}

async function write(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(words);
}
