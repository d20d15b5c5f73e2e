import { expect, type Locator, type Page } from '@playwright/test';

/* What people do, by the words they see. Everyone here is invented. */
export const WORDS = 'lampa trumma oktober vandrare kastanj';

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

export interface RecoveryLines {
  readonly hybrid: string;
  readonly x25519: string;
  readonly root: string;
}

type RecipientClass = 'hybrid' | 'x25519';

/** Sets up the office as its founding supervisor and tests the recovery sheet; ends at the inbox. */
export async function foundOffice(
  page: Page,
  url: string,
  secret: string,
  recipientClass: RecipientClass = 'hybrid',
): Promise<RecoveryLines> {
  await tellOffice(page, url, secret, recipientClass);
  return makeKeys(page);
}

/** What is asked before the keys are made. */
export async function tellOffice(
  page: Page,
  url: string,
  secret: string,
  recipientClass: RecipientClass,
): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Starta ett nytt kontor' }).click();
  await page.getByLabel('Engångskod från servern').fill(secret);
  await page.getByLabel('Kontorets namn').fill('Familjehemsenheten, Björkvik');
  await button(page, 'Vidare').click();
  await tellWho(page, 'Samir Ek', 'SE');
  await button(page, 'Vidare').click();
  if (recipientClass === 'x25519') {
    await page.getByText('Mer om nycklarna').click();
    await page.getByLabel(/Äldre metod/).check();
  }
}

/** From what was told to the inbox, past the recovery sheet. */
export async function makeKeys(page: Page): Promise<RecoveryLines> {
  await button(page, 'Skapa nycklarna och starta kontoret').click();
  const lines = await keepSheet(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return lines;
}

async function tellWho(page: Page, name: string, label: string): Promise<void> {
  await page.getByLabel('Ditt namn').fill(name);
  await page.getByLabel('Dina initialer').fill(label);
  await page.getByLabel('Lösenfras', { exact: true }).fill(WORDS);
  await page.getByLabel('Lösenfrasen en gång till').fill(WORDS);
}

/** Reads the sheet off the screen and types back what the app asks for. */
async function keepSheet(page: Page): Promise<RecoveryLines> {
  await expect(page.getByRole('heading', { name: 'Återställningsblad' })).toBeVisible({
    timeout: 30_000,
  });
  const read = async (title: string) => {
    const section = page.getByRole('region', { name: title });
    return ((await section.locator('p').first().textContent()) ?? '').replaceAll(/\s/g, '');
  };
  const lines = {
    hybrid: await read('Återställningsnyckel A'),
    x25519: await read('Återställningsnyckel B'),
    root: await read('Rotnyckel'),
  };
  await button(page, 'Jag har bladet, kontrollera det').click();
  const field = page.getByLabel(/De 8 sista tecknen/);
  const asked = (await page.locator('label', { hasText: 'De 8 sista' }).textContent()) ?? '';
  const line = asked.includes('nyckel A')
    ? lines.hybrid
    : asked.includes('nyckel B')
      ? lines.x25519
      : lines.root;
  await field.fill(line.slice(-8));
  await button(page, 'Klart').click();
  return lines;
}

/** The supervisor invites; the link is read off the screen. */
export async function invite(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Medlemmar' }).click();
  await page.getByLabel('Namn', { exact: true }).fill(name);
  await button(page, 'Skapa en inbjudan').click();
  const link = page.getByLabel('Länk', { exact: true });
  await expect(link).toHaveValue(/#join=/);
  return link.inputValue();
}

export async function join(page: Page, link: string, label: string): Promise<void> {
  await tellNewcomer(page, link, label);
  await button(page, 'Gå med').click();
}

/** What is asked before the vault is made. */
export async function tellNewcomer(page: Page, link: string, label: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Dina initialer').fill(label);
  await page.getByLabel('Lösenfras', { exact: true }).fill(WORDS);
  await page.getByLabel('Lösenfrasen en gång till').fill(WORDS);
}

/** An adult says yes to taking part and notes, after the limits of secrecy have been said back. */
export async function giveConsent(page: Page): Promise<void> {
  await page.getByLabel('18 år eller äldre').click();
  await page.getByLabel(/Jag har läst upp sekretessens gränser/).check();
  await page.getByLabel(/Jag vill delta i en intervju/).check();
  await page.getByLabel(/Du får anteckna det jag berättar/).check();
  await page.getByLabel(/Korta citat utan namn/).check();
  await button(page, 'Spara samtycket').click();
  await expect(page.getByText(/Samtycket är noterat/)).toBeVisible();
}

/** From the start page to the first question. */
export async function begin(page: Page, code: string, track: RegExp): Promise<void> {
  await button(page, 'Ny intervju').click();
  await page.getByLabel('Deltagarens kod').fill(code);
  await page.getByLabel(track).check();
  await button(page, 'Börja intervjun').click();
  await expect(page.locator('[data-qid]')).toBeVisible();
}

/** Goes through the guide to its end: writes where there is a field, answers what has a scale or choices. */
export async function talkThrough(
  page: Page,
  words: (question: string) => string,
): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    if (await page.getByLabel('18 år eller äldre').isVisible()) {
      await giveConsent(page);
    } else {
      const field = page.locator('[data-qid]');
      await expect(field).toBeVisible();
      const question = (await field.getAttribute('data-qid')) ?? '';
      const radio = page.locator(
        '.talk-answer input[type=radio], .talk-answer input[type=checkbox]',
      );
      if (await radio.count()) await radio.first().check({ force: true });
      await field.fill(words(question));
    }
    const next = button(page, 'Nästa');
    if (!(await next.isVisible())) {
      await button(page, 'Avsluta samtalet').click();
      return answered + 1;
    }
    await leaveBy(page, 'Nästa');
  }
}

export async function writeMemo(page: Page, word: string): Promise<void> {
  const parts = page.getByRole('heading', { name: /^Del [AB]/ });
  await expect(parts.first()).toBeVisible();
  await page.getByLabel('Plats, tid, vilka som var med').fill(`Ett kök, ${word}`);
  await page.getByLabel('Anteckningar under samtalet').check();
  await page.getByLabel('Första intryck').fill(`Lugn och ${word}`);
  await page.getByLabel('Budskap 1').fill(`Lyssna mer, ${word}`);
  await page.getByLabel('Det här förvånade mig').fill(`Förvånad, ${word}`);
  await page.getByLabel('Det här vill jag ta med till gruppen').fill(`Hur frågar vi? ${word}`);
  await page.getByLabel('Nej', { exact: true }).check();
  await page.getByLabel(/Mina egna reaktioner/).fill(`Privat ${word}`);
  await page.getByLabel(/Mina egna reaktioner/).blur();
}

export async function complete(page: Page): Promise<void> {
  await button(page, 'Färdigställ').click();
  await button(page, 'Färdigställ och lämna till arbetsledaren').click();
  await expect(page.getByRole('heading', { name: 'Intervjun är färdigställd' })).toBeInViewport();
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Lösenfras', { exact: true }).fill(WORDS);
  await button(page, 'Lås upp').click();
}

/** Puts the caret after the given number of characters of the answer, as a finger would. */
export async function putCaret(field: Locator, at: number): Promise<void> {
  await field.press('Control+Home');
  for (let i = 0; i < at; i += 1) await field.press('ArrowRight');
}

export const answerField = (page: Page): Locator => page.locator('textarea[data-qid]');

/** Moves on and waits until the next question stands there. */
export async function next(page: Page): Promise<void> {
  await leaveBy(page, 'Nästa');
}

/** Leaves the question by a button that leads to another one. */
export async function leaveBy(page: Page, name: string): Promise<void> {
  const before = (await page.locator('h1').textContent()) ?? '';
  await unhurried(page, () => button(page, name).click());
  await expect(page.locator('h1')).not.toHaveText(before);
}

const lastLeft = new WeakMap<Page, number>();

/**
 * Taps a button that leaves the question, no sooner after the last one than a person does: the app takes a second
 * one within 400 ms for a double tap.
 */
export async function unhurried(page: Page, tap: () => Promise<void>): Promise<void> {
  const passed = Date.now() - (lastLeft.get(page) ?? 0);
  if (passed < 450) await page.waitForTimeout(450 - passed);
  await tap();
  // From when the app has taken it, which on a busy machine is later than the tap.
  lastLeft.set(page, Date.now());
}

/** Marks the supervisor's points, so that an interview can be approved. */
export async function checkList(page: Page): Promise<void> {
  const list = page.getByRole('region', { name: 'Arbetsledarens granskning' });
  for (const point of await list.getByRole('checkbox', { name: /^(?!Gäller inte)/ }).all()) {
    await point.click();
  }
  await expect(list.getByText('Alla obligatoriska punkter är klara.')).toBeVisible();
}
