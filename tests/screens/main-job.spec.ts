import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../faults/harness/house.ts';
import { firstSection, jump, NO_WORDS, said, switchTrack, through } from './full-talk.ts';
import { inboxUntil, openPair, syncUntil, type Pair } from './pair.ts';
import { answerField, button, checkList, complete, next, unlock, writeMemo } from './people.ts';
import { nothingSeen, watch } from './watch.ts';

/*
 * The main job as people do it, in one go: an interview is held without a network, sealed, delivered, read,
 * returned, mended and approved. From setting up to approval nothing is asked of anyone but the office, and the
 * content security policy with Trusted Types has nothing to object to. Everyone and everything said here is invented.
 */
test.describe.configure({ timeout: 150_000 });

let pair: Pair;
const seen = nothingSeen();
test.beforeAll(async () => {
  test.setTimeout(120_000);
  pair = await openPair({ watch: (context) => watch(context, seen) });
});
test.afterAll(() => pair.end());

const PRIVATE = 'blåklintsfältet';

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
  await test.step('a support card', async () => {
    await button(tablet, 'Stödkort').click();
    await tablet.getByRole('button', { name: 'Syskon som också varit placerat' }).click();
    await button(tablet, 'Stäng').click();
  });
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
    // Before the app finds the network back, so that nothing gets through unheld.
    const sending = await holdUp(tablet);
    await office.start();
    await interviewer.context.setOffline(false);
    await button(tablet, 'Försök nu').click();
    await expect(onTablet(tablet, /Skickas, [1-9]\d? %/)).toBeVisible({ timeout: 30_000 });
    sending.release();
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
    await inboxUntil(desk, inboxRow(desk, 'K-014').filter({ hasText: 'Kompletterad' }));
    await expect(desk.getByRole('list', { name: 'Intervjuer' }).getByRole('listitem')).toHaveCount(
      1,
    );
    await inboxRow(desk, 'K-014').click();
    await expect(desk.getByText('2, ersätter 1')).toBeVisible();
    await expect(desk.getByText('och våfflor på söndagar')).toBeVisible();
    await desk.getByRole('button', { name: /^Visa vad som är ändrat/ }).click();
    await expect(desk.locator('ins')).toContainText('och våfflor på söndagar');
    await expect(desk.getByRole('list', { name: 'Svar' })).toContainText('Alla dagar.');
    await checkList(desk);
    await button(desk, 'Godkänn').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Godkänn' }).click();
    await expect(desk.getByText(/Samir Ek godkände den här versionen/)).toBeVisible();
    await syncUntil(tablet, card(tablet, 'Klart').getByText('Godkänd'));
  });

  await test.step('the office and the settings', async () => {
    await desk.getByRole('link', { name: 'Medlemmar' }).click();
    await expect(desk.getByRole('heading', { name: 'Medlemmar' })).toBeVisible();
    await expect(desk.getByText('Ida Lind').first()).toBeVisible();
    await desk.getByRole('link', { name: 'Inställningar' }).click();
    await expect(desk.getByRole('heading', { name: 'Inställningar' })).toBeVisible();
  });
  await test.step('nothing left for another origin, and no policy was broken', async () => {
    expect([...seen.asked]).toEqual([new URL(office.url).origin]);
    expect([...seen.askers].sort()).toEqual(['page', 'service worker']);
    expect(seen.objections).toEqual([]);
  });
  await test.step('the watch sees a breach when there is one', async () => {
    await desk.evaluate(() => {
      const image = new Image();
      image.src = 'http://other.example/pixel.png';
    });
    await expect.poll(() => seen.objections.join()).toContain('img-src');
  });
});

/** Holds every parcel up after its first two objects, so that sending can be seen under way, until it is let go. */
async function holdUp(page: Page): Promise<{ release(): void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  // By what they are and not by how many: what a network breaks off as it comes back goes again.
  const first = new Map<string, Set<string>>();
  await page.context().route('**/api/consignments/*/objects/*', async (route) => {
    const [parcel = '', object = ''] = route.request().url().split('/objects/');
    const through = first.get(parcel) ?? new Set();
    if (through.size < 2) first.set(parcel, through.add(object));
    if (!through.has(object)) await released;
    await route.continue();
  });
  return { release };
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
  await note.getByRole('button', { name: /^Svara på/ }).click();
  await note.getByLabel('Ditt svar').fill('Alla dagar.');
  await button(page, 'Skicka svaret').click();
  await expect(note.getByRole('list', { name: 'Svar' })).toContainText('Alla dagar.');
  await note.getByRole('button', { name: /^Gå till frågan/ }).click();
  await expect(answerField(page)).toHaveAttribute('data-qid', 's1q1');
  await expect(answerField(page)).toHaveValue(said('s1q1'));
  await answerField(page).press('Control+End');
  await answerField(page).pressSequentially(' och våfflor på söndagar');
  // What the supervisor did not ask about is to be read only.
  await next(page);
  await expect(page.getByText(/^Den här frågan är låst/)).toBeVisible();
  await button(page, 'Till memot').click();
  await expect(note).toBeVisible();
  await complete(page);
  await button(page, 'Till startsidan').click();
}
