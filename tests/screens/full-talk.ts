import { expect, test, type Page } from '@playwright/test';
import { answerField, button, giveConsent, leaveBy, next, putCaret, unhurried } from './people.ts';

/* The whole guide, all forty questions, as the two people at the table go through it. */

export const said = (question: string): string => `Om ${question}: vi åt pannkakor på lördagar`;

/** The welcome: pause, an undone skip, the gate of consent, and words said word for word. */
export async function firstSection(page: Page): Promise<void> {
  const field = answerField(page);
  await test.step('pause covers the screen and comes back to the same caret', async () => {
    await field.pressSequentially(said('s1q1'));
    await putCaret(field, 7);
    await button(page, 'Paus').click();
    await expect(page.getByRole('heading', { name: 'Paus' })).toBeVisible();
    expect(await page.content()).not.toContain('pannkakor');
    await button(page, 'Fortsätt').click();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(said('s1q1'));
    expect(await field.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(7);
    await expect(page.getByText('Sparat', { exact: true })).toBeVisible();
  });
  await test.step('other sections wait for the consent', async () => {
    await overview(page).click();
    const dialog = page.getByRole('dialog', { name: 'Översikt' });
    await expect(dialog.getByRole('button', { name: /Vägen till familjehemmet/ })).toBeDisabled();
    await button(page, 'Stäng').click();
  });
  await next(page);
  await test.step('a skip can be undone, and then the question is open again', async () => {
    await leaveBy(page, 'Hoppa över');
    await expect(page.getByText('Frågan är överhoppad.')).toBeVisible();
    await leaveBy(page, 'Ångra');
    await expect(page.getByLabel('Ville inte svara')).not.toBeChecked();
    await answer(page, 's1q2');
    await next(page);
  });
  await test.step('the consent is a gate', async () => {
    await unhurried(page, () => button(page, 'Nästa').click());
    await expect(page.getByText(/Samtycket behöver sparas/)).toBeVisible();
    await giveConsent(page);
    await next(page);
  });
  await test.step('what was said word for word is marked', async () => {
    await field.fill('vi åt pannkakor på lördagar');
    await field.press('Control+a');
    await page.getByRole('button', { name: /Ordagrant/ }).click();
    await expect(field).toHaveValue('”vi åt pannkakor på lördagar”');
    await answer(page, 's1q4', `${said('s1q4')}. ”Lampan fick vara tänd.”`);
  });
}

const overview = (page: Page) => page.getByRole('button', { name: /^Avsnitt \d av \d/ });

/** By the overview to a section of the two people's choice. */
export async function jump(page: Page, section: RegExp): Promise<void> {
  await overview(page).click();
  await page.getByRole('dialog').getByRole('button', { name: section }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(section)).toBeVisible();
}

/** Every question between two, in order; each must offer pause, skip, stop and the cards at one tap. */
export async function through(page: Page, first: string, last: string): Promise<void> {
  for (let question = first; ;) {
    await expect(answerField(page)).toHaveAttribute('data-qid', question);
    for (const act of ['Paus', 'Hoppa över', 'Sluta', 'Stödkort']) {
      await expect(button(page, act)).toBeEnabled();
    }
    await answer(page, question);
    if (question === last) return;
    if (question !== 's3q4') await next(page);
    question = (await answerField(page).getAttribute('data-qid')) ?? '';
  }
}

/** What happens at the questions that are not just answered in words. */
const SPECIAL: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  s1q2: (page) => page.getByLabel('Återgav reglerna', { exact: true }).check(),
  s2q2: (page) => page.getByLabel('Jag tog inte upp den').click(),
  s2q3: (page) => page.getByLabel('7', { exact: true }).check(),
  s2q4: async (page) => {
    await page.getByLabel('Från, år').fill('2016');
    await page.getByLabel('Från, månad').selectOption('08');
    await page.getByLabel('Till, år').fill('2021');
  },
  s3q1: allCards,
  s3q2: async (page) => {
    await expect(page.getByText('Gör:')).toBeHidden();
    await page.getByText('Tänk på', { exact: true }).click();
    await expect(page.getByText('Gör:')).toBeVisible();
    await page.getByText('Varför vi frågar', { exact: true }).click();
    await expect(page.getByText('Gör:')).toBeHidden();
  },
  s3q4: (page) => leaveBy(page, 'Hoppa över'),
  s4q2: (page) => page.getByLabel('10', { exact: false }).check(),
  s4q4: (page) => page.getByLabel('Delvis besvarad').click(),
  s5q2: stopIsOffered,
  s5q5: (page) => page.getByLabel('Sällan').check(),
  s6q5: (page) => page.getByLabel('4', { exact: true }).check(),
  s7q2: async (page) => {
    await page.getByLabel('2', { exact: true }).check();
    await expect(page.getByText(/Fråga lugnt vad siffran betyder/)).toBeVisible();
  },
  s8q5: (page) => page.getByLabel('Okej').check(),
  s8q6: async (page) => {
    await page.getByLabel('Få en kopia').check();
    await page.getByLabel('Få veta vad det ledde till').check();
  },
};
/** Left out, skipped, and not reached. */
export const NO_WORDS = ['s2q2', 's3q4', 's6q2'];

async function answer(page: Page, question: string, words = said(question)): Promise<void> {
  await SPECIAL[question]?.(page);
  if (!NO_WORDS.includes(question)) await answerField(page).fill(words);
}

async function allCards(page: Page): Promise<void> {
  await button(page, 'Stödkort').click();
  const dialog = page.getByRole('dialog', { name: 'Stödkort' });
  await expect(dialog.getByRole('listitem')).toHaveCount(17);
  await dialog.getByRole('button', { name: 'Ett barn kan fara illa nu' }).click();
  const card = page.getByRole('dialog', { name: 'Ett barn kan fara illa nu' });
  for (const part of ['Säg nu', 'Gör nu', 'Undvik']) {
    await expect(card.getByRole('heading', { name: part })).toBeVisible();
  }
  // A critical card ends only when it says how it was left.
  await expect(button(page, 'Stäng')).toBeHidden();
  await card.getByLabel('Öppnades bara för att läsa').check();
  await card.getByLabel('Vad handlade det om i stället?').fill('Vi läste kortet tillsammans');
  await button(page, 'Spara').click();
  await button(page, 'Stäng').click();
}

async function stopIsOffered(page: Page): Promise<void> {
  await button(page, 'Sluta').click();
  const dialog = page.getByRole('dialog', { name: 'Sluta här' });
  for (const offer of [/Spara allt/, /Spara en del/, /Ta bort allt/]) {
    await expect(dialog.getByRole('button', { name: offer })).toBeEnabled();
  }
  await button(page, 'Tillbaka till samtalet').click();
}

/** To the short length and back, in mid-interview. */
export async function switchTrack(page: Page): Promise<void> {
  const steps = page.getByRole('navigation').getByRole('listitem');
  await expect(steps).toHaveCount(5);
  for (const [length, count] of [
    [/^Kort intervju/, 2],
    [/^Hel intervju/, 5],
  ] as const) {
    await overview(page).click();
    await page.getByText('Byt samtalslängd').first().click();
    await page.getByLabel(length).click();
    await expect(page.getByLabel(length)).toBeChecked();
    await button(page, 'Stäng').click();
    await expect(steps).toHaveCount(count);
  }
}
