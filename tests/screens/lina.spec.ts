import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import data from '../../src/guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../../src/guide/model/guide.ts';
import training from '../../src/training/data/training.json' with { type: 'json' };
import { expect, test } from '../faults/harness/house.ts';
import { audit } from './audit.ts';
import { inboxUntil, syncUntil } from './pair.ts';
import { answerField, begin, button, complete, giveConsent, next, writeMemo } from './people.ts';

/*
 * Practice case 3 at the table (domain.md section 5): Lina tells of violence, and of a boy who lives there now. The
 * card, the message, the draft for a report and both hand-overs are done without a network. Everyone is invented.
 */
test.describe.configure({ timeout: 120_000 });

const Said = z.object({
  say: z.object({ sv: z.string() }),
  value: z.optional(z.unknown()),
});
const lina = training.cases.find((each) => each.persona.alias === 'Lina');
const answers = z.record(z.string(), Said).parse(lina?.answers);
const said = (question: string): string => answers[question]?.say.sv ?? '';
const questions = Guide.parse(data).sections.flatMap((section) => section.questions);
const optionLabel = (question: string, id: unknown): string => {
  const spec = questions.find((each) => each.id === question)?.answer;
  const options = spec?.kind === 'choice' ? spec.options : [];
  return options.find((each) => each.id === id)?.label.sv ?? '';
};

const ELIAS = said('s4q5');

test('a child at risk: told, reported and handed over at the table, and seen by the supervisor', async ({
  house,
}) => {
  await house.startOffice();
  const interviewer = await house.enter('interviewer');
  const tablet = interviewer.page;
  // What is not on the tablet yet cannot be fetched without a network.
  await tablet.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await interviewer.context.setOffline(true);

  await test.step('the short talk until she tells of Elias', async () => {
    await begin(tablet, 'K-022', /^Kort intervju/);
    await talkUntil(tablet, 's4q5');
  });

  await test.step('the card: what to say, and a message to the supervisor', async () => {
    await button(tablet, 'Stödkort').click();
    await button(tablet, 'Ett barn kan fara illa nu').click();
    await expect(tablet.getByText(/Det är inte ditt ansvar att lösa det/)).toBeVisible();
    await expect(button(tablet, 'Stäng')).toBeHidden();
    await audit(tablet, 'a critical card');
    await button(tablet, 'Meddela arbetsledaren').click();
    await field(tablet, 'Vad behöver arbetsledaren veta?').fill('Elias, åtta år, bor där nu.');
    await button(tablet, 'Skicka till arbetsledaren').click();
    await expect(tablet.getByText(/Meddelandet är sparat/)).toBeVisible();
  });

  await test.step('the draft for a report, and to whom it was handed over', async () => {
    await button(tablet, 'Börja ett utkast till orosanmälan').click();
    await field(tablet, 'Vad sades, ordagrant, och när?').fill(ELIAS);
    await field(tablet, 'Vilket barn gäller det?').fill('Elias, åtta år');
    await field(tablet, 'Var är barnet nu?').fill('Hos Birgit och Rolf');
    await field(tablet, 'Överlämnad till').fill('Mottagningen, Eva');
    await field(tablet, 'På sätt').fill('telefon');
    await field(tablet, 'Klockan').fill('14.40');
    await button(tablet, 'Spara överlämningen').click();
    await expect(tablet.getByText(/^Överlämnad \d/)).toBeVisible();
    await audit(tablet, 'a draft for a report');
    await button(tablet, 'Tillbaka till samtalet').click();
    await expect(answerField(tablet)).toHaveAttribute('data-qid', 's4q5');
    await expect(answerField(tablet)).toHaveValue(ELIAS);
  });

  await test.step('the card ends with who has taken over', async () => {
    await button(tablet, 'Stödkort').click();
    await button(tablet, 'Ett barn kan fara illa nu').click();
    await tablet.getByLabel('Överlämnat').check();
    await field(tablet, 'Till vem?').fill('Mottagningen, Eva');
    await field(tablet, 'På vilket sätt?').fill('telefon');
    await field(tablet, 'När?').fill('14.40');
    await button(tablet, 'Spara').click();
    await button(tablet, 'Stäng').click();
  });

  await test.step('the rest of the talk, and the record', async () => {
    await next(tablet);
    await talkUntil(tablet, 's8q6');
    await button(tablet, 'Avsluta samtalet').click();
    await button(tablet, 'Avsluta och gå till memot').click();
    await writeMemo(tablet, 'kastanj');
    await complete(tablet);
    await button(tablet, 'Till startsidan').click();
  });

  const first = tablet.getByRole('region', { name: 'Viktigast nu' });
  await test.step('what has not arrived is red', async () => {
    await expect(first.getByText('Meddelande till arbetsledaren (K-022)')).toBeVisible();
    await expect(first.getByText(/Inte framme än/)).toBeVisible();
    await expect(first.getByText('Orosanmälan (K-022)')).toBeVisible();
    await expect(first.getByText(/stödkort/)).toBeHidden();
    await audit(tablet, 'the start page with what has not arrived');
  });

  await test.step('back on the network it is delivered', async () => {
    await interviewer.context.setOffline(false);
    await syncUntil(tablet, tablet.getByText(/Mottagen av kontoret/).first());
    await expect(first).toBeHidden();
  });

  await test.step('the supervisor sees report, message and hand-over', async () => {
    const { page: desk } = await house.enter('supervisor');
    const report = desk
      .getByRole('list', { name: 'Anmälningsutkast' })
      .getByRole('button', { name: /K-022/ });
    await inboxUntil(desk, report);
    await expect(report).toContainText('Överlämnad');
    await report.click();
    await expect(desk.getByText(ELIAS)).toBeVisible();
    await expect(desk.getByText(/Överlämnad till Mottagningen, Eva/)).toBeVisible();
    await audit(desk, 'a report as the supervisor reads it');
    await button(desk, 'Till inkorgen').click();
    const row = desk
      .getByRole('list', { name: 'Intervjuer' })
      .getByRole('button', { name: /K-022/ });
    await inboxUntil(desk, row.filter({ hasText: 'Att granska' }));
    await row.click();
    await expect(desk.getByText('Elias, åtta år, bor där nu.')).toBeVisible();
    await expect(desk.getByText(/Överlämnat till Mottagningen, Eva, telefon, 14.40/)).toBeVisible();
  });
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Answers as Lina does, up to and with the named question. */
async function talkUntil(page: Page, last: string): Promise<void> {
  for (;;) {
    const age = page.getByLabel('18 år eller äldre');
    await expect(answerField(page).or(age)).toBeVisible();
    if (await age.isVisible()) {
      await giveConsent(page);
    } else {
      const question = (await answerField(page).getAttribute('data-qid')) ?? '';
      const { value } = answers[question] ?? {};
      if (typeof value === 'number') await page.getByLabel(`${value}`, { exact: true }).check();
      for (const id of Array.isArray(value) ? value : [value]) {
        const label = optionLabel(question, id);
        if (label !== '') await page.getByLabel(label, { exact: true }).check();
      }
      await answerField(page).fill(said(question));
      if (question === last) return;
    }
    await next(page);
  }
}
