import { expect, type Page } from '@playwright/test';
import { debriefTexts } from '../../src/i18n/training-debrief.ts';
import { practiceTexts } from '../../src/i18n/training-practice.ts';
import { roleTexts } from '../../src/i18n/training-role.ts';
import { turnedTexts } from '../../src/i18n/turned.ts';
import { test } from '../faults/harness/house.ts';
import { audit } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { answerField, button, complete, giveConsent, writeMemo } from './people.ts';
import {
  said,
  begin,
  talk,
  goToStep,
  jumpTo,
  say,
  probe,
  silence,
  tool,
  openCard,
  handOver,
  endTalk,
  expectation,
  expectReached,
} from './practising.ts';

/*
 * Practising on a tablet that belongs to no office and has no network: how few taps it takes, one case with
 * every question of the guide, the others where they say something, each from its beginning to its debrief on the
 * real screens, and a talk that goes wrong. Nobody here is real.
 */
const t = practiceTexts.sv;
const d = debriefTexts.sv;

test.describe.configure({ timeout: 90_000 });

let office: TestOffice;
/** One device for all: what one talk left behind would show in the next. */
let page: Page;
test.beforeAll(async ({ browser }) => {
  office = await testOffice();
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 } });
  await context.clock.install();
  page = await context.newPage();
  // A tab asks before a practice in it is closed.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(office.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
});
test.afterAll(async () => {
  await page.context().close();
  await office.end();
});

test('four taps at most from the address to Saga’s first reply, without a network', async () => {
  const since = performance.now();
  await page.reload();
  const taps = [
    page.getByRole('button', { name: /^Öva ett samtal/ }),
    button(page, t.begin('Saga')),
    button(page, t.put),
  ];
  for (const tap of taps) await tap.click();
  await expect(said(page).getByText(/mest stolt över att ni frågade/)).toBeVisible();
  expect(taps.length).toBeLessThanOrEqual(4);
  // A minute is promised to somebody who reads what stands there; the app may take no more than half of it.
  expect(performance.now() - since).toBeLessThan(30_000);
});

test('every screen of it is marked, dialogs and paper too', async () => {
  await begin(page, 'Saga');
  const marks = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('dialog[open] .dialog-head, body')]
        .map((element) => getComputedStyle(element, '::before').content)
        .join(),
    );
  await expect(page).toHaveTitle(/^ÖVNING – /);
  await expect(page.getByRole('complementary', { name: t.mark })).toBeInViewport();
  await page.mouse.wheel(0, 5000);
  await expect(page.getByRole('complementary', { name: t.mark })).toBeInViewport();
  for (const open of ['Stödkort', 'Verktyg'] as const) {
    await button(page, open).click();
    await expect.poll(marks).toContain('ÖVNING');
    await audit(page, `practice, ${open}`);
    await page.keyboard.press('Escape');
  }
  await button(page, 'Verktyg').click();
  await button(page, 'Vänd skärmen').click();
  await expect.poll(marks).toContain('ÖVNING');
  await button(page, 'Till intervjuaren').press('Enter');
  await button(page, turnedTexts.sv.sure).click();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(marks).toContain('ÖVNING');
  await page.emulateMedia({ media: 'screen' });
  await button(page, 'Paus').click();
  await expect(page.getByRole('complementary', { name: t.mark })).toBeInViewport();
  await button(page, 'Fortsätt').click();
  await audit(page, 'a practice talk');
});

test('going back asks, and leaves nothing when it is left', async () => {
  await begin(page, 'Saga');
  await answerField(page).fill('kastanjeträd');
  // The word for being on disk would not be true here.
  await expect(page.locator('.talk-saved')).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('dialog', { name: t.leaveTitle })).toBeVisible();
  await button(page, t.stay).click();
  await expect(answerField(page)).toHaveValue('kastanjeträd');
  await page.goBack();
  await button(page, t.leaveNow).click();
  await expect(page.getByRole('heading', { name: 'Hur vill du börja?' })).toBeVisible();
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('kastanj');
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});

test('Saga’s whole talk, the memo and the debrief', async () => {
  await begin(page, 'Saga');
  await talk(
    page,
    {
      s1q3: async () => {
        await say(page, 'Vill du att någon annan gör delen om socialsekreteraren?');
        await giveConsent(page);
      },
      s3q4: () => silence(page),
      s3q6: async () => {
        await silence(page);
        await say(page, 'Det finns stöd om du vill prata med någon om det.');
      },
      s4q5: () => say(page, 'Berätta mer om hur det hade varit då.'),
      s5q1: () => say(page, 'Tack. Berätta om de andra.'),
      s6q1: () => answerField(page).fill('En vecka hos en annan familj, trodde för alltid.'),
    },
    'all',
  );
  await endTalk(page);
  await writeMemo(page, 'kastanj');
  await complete(page);
  await expect(page.getByRole('heading', { name: t.completed })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: t.toDebrief }).click();
  await expectReached(page, 'Saga');
  await audit(page, 'a debrief');
});

test('Amir asks for a pause, a skip and no sound, and gets them by the real buttons', async () => {
  await begin(page, 'Amir');
  await talk(page, {
    s1q2: () => probe(page, 's1q2', 1),
    s1q3: async () => {
      await page.getByLabel('15–17 år').click();
      await button(page, 'Vårdnadshavaren har gett tillstånd').click();
      await page.getByLabel(/Jag har läst upp sekretessens gränser/).check();
      for (const item of [/Jag vill delta/, /Du får anteckna/, /spela in/]) {
        await page.getByLabel(item).check();
      }
      await button(page, 'Spara samtycket').click();
      await expect(page.getByText(/Samtycket är noterat/)).toBeVisible();
    },
    s1q4: async () => {
      await tool(page, 'Ljud');
      await button(page, 'Starta ljudet').click();
      await button(page, 'Ja, det är okej').click();
      await expect(page.getByText(t.sound)).toBeVisible();
    },
    s2q1: () => silence(page),
    s2q2: async () => {
      await expect(said(page).getByText(t.wants_skip('Amir'))).toBeVisible();
      await say(page, 'Tack för att du säger det. Vi går vidare.');
      // With a word in the field it would be answered in part.
      await answerField(page).fill('');
      await button(page, 'Hoppa över').click();
    },
    s3q4: () => silence(page),
    s4q3: async () => {
      await expect(said(page).getByText(t.wants_withdrawAudio('Amir'))).toBeVisible();
      await tool(page, 'Samtycke');
      await page.getByRole('button', { name: /Ta tillbaka.*spela in/i }).click();
      await button(page, 'Stäng').click();
      await expect(page.getByText(t.sound)).toBeHidden();
    },
    s4q5: () => say(page, 'Bor det något barn där nu?'),
    s5q4: async () => {
      await expect(said(page).getByText(t.wants_pause('Amir'))).toBeVisible();
      await button(page, 'Paus').click();
      await button(page, 'Fortsätt').click();
      await say(page, 'Hur vill du fortsätta?');
    },
    s8q6: async () => {
      await probe(page, 's8q6', 0);
      await answerField(page).fill('Meddelande på appen. Inget till pappa.');
    },
  });
  await button(page, t.toDebrief).click();
  await expectReached(page, 'Amir');
});

test('Lina’s talk with the card, an honest answer and a report', async () => {
  await begin(page, 'Lina');
  await talk(page, {
    s1q2: () => say(page, 'Då måste jag föra det vidare samma dag, och jag berättar för dig.'),
    s1q3: () => giveConsent(page),
    s3q6: () => silence(page),
    s4q3: async () => {
      await say(page, 'Tack för att du berättar.');
      await say(page, 'Är du trygg i dag?');
    },
    s4q5: async () => {
      await openCard(page, 'Ett barn kan fara illa nu');
      await button(page, 'Börja ett utkast till orosanmälan').click();
      await handOver(page, 'Överlämnad till', 'På sätt', 'Klockan', 'Spara överlämningen');
      await button(page, 'Tillbaka till samtalet').click();
      await openCard(page, 'Ett barn kan fara illa nu');
      await page.getByLabel('Överlämnat').check();
      await handOver(page, 'Till vem?', 'På vilket sätt?', 'När?', 'Spara');
      await button(page, 'Stäng').click();
    },
    s5q4: async () => {
      await openCard(page, 'Brist eller missförhållande i vår verksamhet');
      await button(page, 'Dölj').click();
    },
    s7q2: async () => {
      await silence(page);
      await say(page, 'Har du tankar på att ta ditt liv?');
    },
    s8q4: () => say(page, 'Jag kan inte lova att han inte får veta. Han kan ha rätt att få veta.'),
    s8q5: async () => {
      await probe(page, 's8q5', 1);
      await say(page, 'Jag ringer dig i morgon.');
    },
    // The last one, where a talk is ended.
    s8q6: () => probe(page, 's8q6', 0),
  });
  await endTalk(page);
  await button(page, t.toDebrief).click();
  await expectReached(page, 'Lina');
});

test('Lina’s talk without the card, with a promise and no report: the debrief names all three', async () => {
  await begin(page, 'Lina');
  await button(page, t.put).click();
  for (const step of [2, 3]) await goToStep(page, step);
  await giveConsent(page);
  await jumpTo(page, /Tillhörighet/, 5);
  await button(page, t.put).click();
  await expect(said(page).getByText(/Lina:/)).toBeVisible();
  await jumpTo(page, /lära oss/, 4);
  await button(page, t.put).click();
  await say(page, 'Nej, jag lovar. Ingen får veta att det var du.');
  await goToStep(page, 5);
  await button(page, t.put).click();
  await button(page, 'Sluta').click();
  await page.getByRole('button', { name: /^Spara allt/ }).click();
  await button(page, t.toDebrief).click();
  for (const fault of ['card', 'anonymity', 'report']) {
    const row = page.getByRole('listitem').filter({ hasText: expectation('Lina', fault) });
    await expect(row.getByText(d.result_missed)).toBeVisible();
  }
});

test('a colleague plays from another screen, and the role can be printed', async () => {
  await page.goto(`${office.url}/practice`);
  await page.getByText(t.second('Saga')).click();
  await button(page, t.showRole).first().click();
  await expect(page).toHaveTitle(/^ÖVNING – Du spelar Saga/);
  await button(page, roleTexts.sv.next).click();
  await audit(page, 'the role of who plays');
});
