import { expect, type Locator, type Page } from '@playwright/test';
import data from '../../src/guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../../src/guide/model/guide.ts';
import { debriefTexts } from '../../src/i18n/training-debrief.ts';
import { practiceTexts } from '../../src/i18n/training-practice.ts';
import training from '../../src/training/data/training.json' with { type: 'json' };
import { answerField, button } from './people.ts';

/* What people do in a practised talk, by the words they see. */
const t = practiceTexts.sv;
const d = debriefTexts.sv;
const guide = Guide.parse(data);
const TEN_SECONDS = 10_200;

export const said = (page: Page): Locator => page.getByRole('log');

export async function begin(page: Page, alias: string): Promise<void> {
  await page.goto(new URL('/practice', page.url()).href);
  await button(page, t.begin(alias)).click();
  await expect(answerField(page)).toHaveAttribute('data-qid', 's1q1');
}

type Turns = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Goes through the guide in order, asks its questions (all of them, or those that the case is about), does what the
 * case is about there, and writes a word.
 */
export async function talk(
  page: Page,
  turns: Turns,
  asked: 'all' | 'turns' = 'turns',
): Promise<void> {
  for (const section of guide.sections) {
    if (section.id !== guide.sections[0]?.id) await button(page, 'Nästa avsnitt').click();
    for (const [index, { id }] of section.questions.entries()) {
      if (asked === 'turns' && !turns[id]) continue;
      if (index > 0) await goToStep(page, index + 1);
      const isGate = id === 's1q3';
      if (!isGate) await expect(answerField(page)).toHaveAttribute('data-qid', id);
      await button(page, t.put).click();
      if (!isGate) await answerField(page).fill('Det som sades.');
      await turns[id]?.();
    }
  }
}

export async function goToStep(page: Page, step: number): Promise<void> {
  const bar = page.getByRole('navigation');
  await bar.getByRole('button', { name: new RegExp(`Fråga ${step} av`) }).click();
}

export async function jumpTo(page: Page, section: RegExp, step: number): Promise<void> {
  await page.getByRole('button', { name: /^Avsnitt \d av \d/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: section }).click();
  await goToStep(page, step);
}

export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel(t.own).fill(words);
  await button(page, t.say).click();
  await expect(said(page).getByText(words)).toBeVisible();
}

export async function probe(page: Page, question: string, index: number): Promise<void> {
  const found = guide.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === question);
  await button(page, found?.probes[index]?.sv ?? '').click();
}

export const silence = (page: Page): Promise<void> => page.clock.fastForward(TEN_SECONDS);

export async function tool(page: Page, name: string): Promise<void> {
  await button(page, 'Verktyg').click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

export async function openCard(page: Page, name: string): Promise<void> {
  await button(page, 'Stödkort').click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

export async function handOver(page: Page, ...[to, way, when, save]: string[]): Promise<void> {
  for (const [label, words] of [
    [to, 'Mottagningen, Eva'],
    [way, 'telefon'],
    [when, '14.40'],
  ]) {
    await page.getByRole('textbox', { name: label ?? '', exact: true }).fill(words ?? '');
  }
  await button(page, save ?? '').click();
}

export async function endTalk(page: Page): Promise<void> {
  await button(page, 'Avsluta samtalet').click();
  await button(page, 'Avsluta och gå till memot').click();
  await expect(page.getByRole('heading', { name: /^Del A/ })).toBeVisible();
}

const caseOf = (alias: string) => training.cases.find(({ persona }) => persona.alias === alias);
export const expectation = (alias: string, id: string): string =>
  caseOf(alias)?.checkpoints.find((each) => each.id === id)?.expect.sv ?? '';

export async function expectReached(page: Page, alias: string): Promise<void> {
  const many = caseOf(alias)?.checkpoints.length ?? 0;
  await expect(page.getByText(d.checkpointsOf(many, many))).toBeVisible();
  await expect(page.getByRole('img', { name: /Bild av samtalets gång/ })).toBeVisible();
}
