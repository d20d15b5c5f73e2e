import { expect } from '@playwright/test';
import { audit } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button, unhurried } from './people.ts';
import { test } from './visit.ts';

/* What was written is read back at the table: marked, marked as important, taken back, and left on purpose only. */

let office: TestOffice;
test.beforeAll(async () => {
  office = await testOffice();
});
test.afterAll(() => office.end());

test('the young person reads what was written and takes some of it back', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  await page.goto(office.url);
  await page.getByRole('button', { name: /^Prova på/ }).click();
  await button(page, 'Ny intervju').click();
  await page.getByLabel('Deltagarens kod').fill('K-031');
  await button(page, 'Börja intervjun').click();

  // By keyboard: what is about others, what is important, the list of keys, and on.
  await answerField(page).fill('Det var fint. Kalle slog mig. Sen åt vi.');
  await answerField(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(14, 19));
  await page.keyboard.press('Alt+a');
  await expect(answerField(page)).toHaveValue('Det var fint. ‹Kalle› slog mig. Sen åt vi.');
  // The mark comes a moment after the question.
  await expect(button(page, 'Något viktigt sades här')).toBeAttached();
  await page.keyboard.press('Alt+s');
  await expect(page.getByText(/^Märkt \d\d:\d\d/)).toBeVisible();
  await page.keyboard.press('Alt+v');
  await button(page, 'Kortkommandon').click();
  await audit(page, 'shortcuts');
  await button(page, 'Stäng').click();
  await unhurried(page, () => page.keyboard.press('Control+Enter'));
  await expect(answerField(page)).toHaveAttribute('data-qid', 's1q2');

  await page.keyboard.press('Alt+v');
  await button(page, 'Skriv lite').click();
  await page.getByLabel('Skriv så lite som möjligt').check();
  await audit(page, 'writing little, the switch');
  await button(page, 'Stäng').click();
  await button(page, 'Något viktigt sades här').click();
  await audit(page, 'writing little');

  await button(page, 'Verktyg').click();
  await button(page, 'Läs tillbaka').click();
  const view = page.getByRole('dialog', { name: 'Läs tillbaka' });
  await expect(view.getByText('Det var fint. Kalle slog mig. Sen åt vi.')).toBeVisible();
  await view.getByRole('button', { name: 'Skriv med egna ord' }).first().click();
  await view.getByLabel('Mina egna ord').fill('Det var höst.');
  await view.getByRole('button', { name: 'Ta bort något' }).click();
  await view.getByLabel('Kalle slog mig.').check();
  await button(page, 'Radera det valda').click();
  await audit(page, 'reading back, erasing');
  await button(page, 'Ja, radera').click();
  await expect(view.getByText('Det är raderat.')).toBeVisible();
  await expect(view.getByText('Det var fint. Sen åt vi.')).toBeVisible();
  await view
    .getByLabel(/^Mellan oss/)
    .first()
    .check();
  await audit(page, 'reading back');

  // A short touch only says how; held for a second it leads back to the notes, where the words are gone as well.
  await page.keyboard.press('Escape');
  await button(page, 'Till anteckningarna').click();
  await expect(page.getByText('Håll in knappen en sekund.')).toBeVisible();
  await button(page, 'Till anteckningarna').click({ delay: 1200 });
  await expect(view).toBeHidden();
  await button(page, 'Föregående').click();
  await page.getByText('Skriv i fältet').click();
  await expect(answerField(page)).toHaveValue('Det var fint. Sen åt vi.');
});
