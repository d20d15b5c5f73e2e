import { expect, test, type Locator, type Page } from '@playwright/test';
import { inboxUntil, openPair, syncUntil, type Pair } from './pair.ts';
import {
  answerField,
  button,
  complete,
  giveConsent,
  leaveBy,
  next,
  putCaret,
  unlock,
  writeMemo,
} from './people.ts';

/*
 * The main job as people do it, in one go: an interview is held without a network, sealed, delivered, read,
 * returned, mended and approved. Everyone and everything said here is invented.
 */
test.describe.configure({ timeout: 150_000 });

let pair: Pair;
test.beforeAll(async () => {
  pair = await openPair();
});
test.afterAll(() => pair.end());

const PRIVATE = 'blåklintsfältet';
const said = (question: string) => `Om ${question}: vi åt pannkakor på lördagar`;

test('an interview is held offline, delivered, read, returned, mended and approved', async () => {
  const { office, supervisor, interviewer } = pair;
  await test.step('the installed app starts cold with the server stopped', async () => {
    await interviewer.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await office.stop();
    await interviewer.reopen();
    await interviewer.context.setOffline(true);
    await interviewer.page.goto(office.url);
    await unlock(interviewer.page);
    await expect(interviewer.page.getByText('Ingen kontakt med kontoret.')).toBeVisible();
  });
  const tablet = interviewer.page;

  await test.step('a new interview takes three taps', async () => {
    await tablet.evaluate(() => {
      document.documentElement.dataset['taps'] = '0';
      const count = () => {
        const { dataset } = document.documentElement;
        dataset['taps'] = String(Number(dataset['taps']) + 1);
      };
      window.addEventListener('pointerdown', count, { capture: true });
    });
    await button(tablet, 'Ny intervju').click();
    await tablet.getByLabel('Deltagarens kod').click();
    await tablet.keyboard.type('K-014');
    await button(tablet, 'Börja intervjun').click();
    await expect(answerField(tablet)).toBeVisible();
    expect(await tablet.locator('html').getAttribute('data-taps')).toBe('3');
    await expect(tablet.getByText('Avsnitt 1 av 8')).toBeVisible();
  });

  await test.step('the first section: pause, skip, undo, and the gate of consent', () =>
    firstSection(tablet));
  await test.step('sections in the order the two of them choose', async () => {
    await jump(tablet, /Ursprung och biologisk familj/);
    await through(tablet, 's3q1', 's3q6');
    await jump(tablet, /Vägen till familjehemmet/);
    await through(tablet, 's2q1', 's2q5');
    await jump(tablet, /Tillhörighet och vardag/);
    await through(tablet, 's4q1', 's4q5');
    await next(tablet);
  });
  await test.step('another length and back', () => switchTrack(tablet));
  await test.step('the rest, to the end of the guide', () => through(tablet, 's5q1', 's8q6'));

  await test.step('the talk ends; what was not reached is said', async () => {
    await button(tablet, 'Avsluta samtalet').click();
    const dialog = tablet.getByRole('dialog', { name: 'Avsluta samtalet' });
    await expect(dialog).toContainText('1 fråga är inte klar');
    await button(tablet, 'Avsluta och gå till memot').click();
  });

  await test.step('completing is blocked with reasons, then done', async () => {
    await button(tablet, 'Färdigställ').click();
    const dialog = tablet.getByRole('dialog', { name: 'Färdigställ intervjun' });
    await expect(dialog.getByText('Det här är kvar')).toBeVisible();
    await expect(dialog.getByRole('listitem')).toHaveCount(7);
    await expect(button(tablet, 'Färdigställ och lämna till arbetsledaren')).toBeDisabled();
    await dialog.getByRole('button', { name: 'Memot saknar: Första intryck' }).click();
    await expect(tablet.getByLabel('Första intryck')).toBeFocused();
    await writeMemo(tablet, PRIVATE);
    await complete(tablet);
    await button(tablet, 'Till startsidan').click();
    await expect(onTablet(tablet, /^På surfplattan/)).toBeVisible();
  });

  await test.step('four states of delivery', async () => {
    await office.start();
    await interviewer.context.setOffline(false);
    const sending = await holdUp(tablet);
    await button(tablet, 'Försök nu').click();
    await expect(onTablet(tablet, /Skickas, [1-9]\d? %/)).toBeVisible({ timeout: 30_000 });
    await sending.release();
    await syncUntil(tablet, waitingFor(tablet, /Mottagen av kontoret/));
  });

  const desk = supervisor.page;
  await test.step('the supervisor reads what was said', async () => {
    await desk.goto(office.url);
    await unlock(desk);
    await inboxUntil(desk, inboxRow(desk, 'K-014'));
    await expect(inboxRow(desk, 'K-014')).toContainText('Att granska');
    await inboxRow(desk, 'K-014').click();
    await readAll(desk);
    await syncUntil(tablet, waitingFor(tablet, /Öppnad av Samir Ek/));
  });

  await test.step('a comment on a passage, and return', async () => {
    await comment(desk);
    await button(desk, 'Återlämna för komplettering').click();
    await desk.getByLabel('Hälsning till intervjuaren').fill('Fint lyssnat. En sak till.');
    await button(desk, 'Återlämna').click();
    await expect(desk.getByText(/Samir Ek återlämnade den här versionen/)).toBeVisible();
  });

  await test.step('the tablet shows exactly what to mend', () => mend(tablet));

  await test.step('the new version replaces the old and is approved', async () => {
    await syncUntil(tablet, waitingFor(tablet, /Mottagen av kontoret/));
    await desk.getByRole('link', { name: 'Inkorg' }).click();
    await inboxUntil(desk, desk.getByText('Kompletterad').last());
    await expect(desk.getByRole('list', { name: 'Intervjuer' }).getByRole('listitem')).toHaveCount(
      1,
    );
    await inboxRow(desk, 'K-014').click();
    await expect(desk.getByText('2, ersätter 1')).toBeVisible();
    await expect(desk.getByText('och våfflor på söndagar')).toBeVisible();
    await button(desk, 'Godkänn').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).click();
    await expect(desk.getByText(/Samir Ek godkände den här versionen/)).toBeVisible();
    await syncUntil(tablet, card(tablet, 'Klart').getByText('Godkänd'));
  });
});

async function firstSection(page: Page): Promise<void> {
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
    await button(page, 'Nästa').click();
    await expect(page.getByText(/Samtycket \(fråga 3\) behövs/)).toBeVisible();
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

async function jump(page: Page, section: RegExp): Promise<void> {
  await overview(page).click();
  await page.getByRole('dialog').getByRole('button', { name: section }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(section)).toBeVisible();
}

/** Every question between two, in order; each must offer pause, skip, stop and the cards at one tap. */
async function through(page: Page, first: string, last: string): Promise<void> {
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
const NO_WORDS = ['s2q2', 's3q4', 's6q2'];

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

async function switchTrack(page: Page): Promise<void> {
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

/** Holds the sending up after its first objects, so that it can be seen under way, until it is let go. */
async function holdUp(page: Page): Promise<{ release(): Promise<void> }> {
  const OBJECTS = '**/api/consignments/*/objects/*';
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let sent = 0;
  await page.context().route(OBJECTS, async (route) => {
    sent += 1;
    if (sent > 2) await released;
    await route.continue();
  });
  return {
    release: async () => {
      release();
      await page.context().unroute(OBJECTS);
    },
  };
}

const card = (page: Page, heading: string): Locator =>
  page.getByRole('main').locator('section', { has: page.getByRole('heading', { name: heading }) });
const onTablet = (page: Page, state: string | RegExp): Locator =>
  card(page, 'Inte skickat än').getByText(state);
const waitingFor = (page: Page, state: string | RegExp): Locator =>
  card(page, 'Väntar på').getByText(state);
const inboxRow = (page: Page, code: string): Locator =>
  page.getByRole('list', { name: 'Intervjuer' }).getByRole('button', { name: new RegExp(code) });

/** Questions as asked with answers, outcomes and memo; the private part nowhere. */
async function readAll(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { name: 'Intervju K-014' })).toBeVisible();
  const text = (await main.innerText()).replaceAll(/\s+/g, ' ');
  const questions = [4, 5, 6, 5, 5, 5, 4, 6].flatMap((count, section) =>
    Array.from({ length: count }, (_, i) => `s${section + 1}q${i + 1}`),
  );
  for (const question of questions) {
    if (![...NO_WORDS, 's1q3'].includes(question)) expect(text).toContain(said(question));
  }
  for (const shown of [
    'Vilka räknar du till din familj?',
    'Vad hade kunnat göra den första tiden lättare för dig?',
    '7 av 10',
    'augusti 2016',
    'Sällan',
    'Få en kopia',
    'Deltagaren ville inte svara',
    'Intervjuaren tog inte upp den',
    'Delvis besvarad',
    'Hanns inte med',
    `Förvånad, ${PRIVATE}`,
    'Kontrollerad: inget har tagits bort',
  ]) {
    expect(text).toContain(shown);
  }
  expect(await page.content()).not.toContain(`Privat ${PRIVATE}`);
}

/** Selects a word by double-click and comments on it. */
async function comment(page: Page): Promise<void> {
  const passage = page.getByText(said('s1q1'));
  await passage.dblclick({ position: { x: 8, y: 8 } });
  await page.getByRole('button', { name: /^Kommentera markeringen/ }).click();
  await page.getByLabel('Kommentar till intervjuaren').fill('Vilka fler dagar?');
  await button(page, 'Spara kommentaren').click();
  await expect(page.getByRole('list', { name: 'Kommentarer' })).toContainText('Vilka fler dagar?');
}

async function mend(page: Page): Promise<void> {
  await syncUntil(page, button(page, 'Komplettera'));
  await button(page, 'Komplettera').click();
  const note = page.getByRole('region', { name: 'Återlämnad för komplettering' });
  await expect(note).toContainText('Fint lyssnat. En sak till.');
  await expect(note).toContainText('Vilka fler dagar?');
  await expect(note.getByRole('article')).toHaveCount(1);
  await expect(note.locator('blockquote')).toHaveText('Om');
  await note.getByRole('button', { name: /^Gå till frågan/ }).click();
  await expect(answerField(page)).toHaveAttribute('data-qid', 's1q1');
  await expect(answerField(page)).toHaveValue(said('s1q1'));
  await answerField(page).press('Control+End');
  await answerField(page).pressSequentially(' och våfflor på söndagar');
  await button(page, 'Till memot').click();
  await expect(note).toBeVisible();
  await complete(page);
  await button(page, 'Till startsidan').click();
}
