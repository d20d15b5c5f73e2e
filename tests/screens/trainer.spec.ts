import type { Page } from '@playwright/test';
import { homeTexts } from '../../src/i18n/home.ts';
import { officeTexts } from '../../src/i18n/office.ts';
import { caseCheckTexts } from '../../src/i18n/training-case-check.ts';
import { ownCaseTexts } from '../../src/i18n/training-own-cases.ts';
import { debriefTexts } from '../../src/i18n/training-debrief.ts';
import { trainingTexts } from '../../src/i18n/training-overview.ts';
import { practiceTexts } from '../../src/i18n/training-practice.ts';
import { receivedTexts } from '../../src/i18n/training-received.ts';
import { signoffTexts } from '../../src/i18n/training-signoff.ts';
import { trainerTexts } from '../../src/i18n/trainer.ts';
import training from '../../src/training/data/training.json' with { type: 'json' };
import { objections } from './audit.ts';
import { expect, test } from '../faults/harness/house.ts';
import { syncNow } from './pair.ts';
import { button, join } from './people.ts';

/* A trainer publishes a case and signs a colleague off at a real office; the colleague sees both on their tablet. */
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('what a trainer publishes and signs reaches the colleague', async ({ house }) => {
  const t = { ...ownCaseTexts.sv, ...caseCheckTexts.sv };
  await house.startOffice();
  const { page: supervisor } = await house.enter('supervisor');
  await link(supervisor, homeTexts.sv.members).click();
  await supervisor.getByLabel('Namn', { exact: true }).fill('Rut Sandell');
  await supervisor.getByLabel(officeTexts.sv.role_trainer, { exact: true }).check();
  await button(supervisor, 'Skapa en inbjudan').click();
  const invitation = supervisor.getByLabel('Länk', { exact: true });
  await expect(invitation).toHaveValue(/#join=/);
  const { page } = await house.wake('trainer');
  await join(page, await invitation.inputValue(), 'RS');
  await button(page, 'Börja').click();
  await link(supervisor, homeTexts.sv.ownInterviews).click();
  await expect(async () => {
    await syncNow(supervisor);
    await syncNow(page);
    await expect(page.getByText(homeTexts.sv.notAdmitted)).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });

  await link(page, homeTexts.sv.trainer).click();
  await page.getByRole('link', { name: new RegExp(`^${trainerTexts.sv.cases}`) }).click();
  await page.getByLabel(t.alias).fill('Ester');
  await page.getByLabel(t.from).selectOption({ label: t.fromCopy('Saga') });
  await button(page, t.begin).click();
  await button(page, t.part_publish).click();
  await page.getByLabel(t.invented).check();
  await lookedAt(page);
  await button(page, t.publish).click();
  await expect(page.getByText(t.published(1))).toBeVisible();

  await link(page, homeTexts.sv.trainer).click();
  await page.getByRole('link', { name: new RegExp(`^${trainerTexts.sv.signoff}`) }).click();
  await page.getByRole('button', { name: /^Ida Lind/ }).click();
  await page.getByLabel(signoffTexts.sv.note).fill('Fina tystnader.');
  await lookedAt(page);
  await button(page, signoffTexts.sv.sign('Ida Lind')).click();
  await expect(page.getByText(signoffTexts.sv.done('Ida Lind'))).toBeVisible();

  const { page: ida } = await house.enter('interviewer');
  await expect(async () => {
    await link(page, homeTexts.sv.title).click();
    await syncNow(page);
    await link(ida, homeTexts.sv.title).click();
    await syncNow(ida);
    await link(ida, homeTexts.sv.training).click();
    const words = ida.getByText(trainingTexts.sv.trainerWrote('Fina tystnader.'));
    await expect(words).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });
  await ida.getByRole('link', { name: new RegExp(`^${trainingTexts.sv.practice}`) }).click();
  await expect(
    ida.getByRole('heading', { name: practiceTexts.sv.person('Ester', 19) }),
  ).toBeVisible();

  // Practised beside a real vault, kept in it, and sent to who teaches.
  const d = debriefTexts.sv;
  await button(ida, practiceTexts.sv.begin('Ester')).click();
  await button(ida, practiceTexts.sv.put).click();
  await button(ida, practiceTexts.sv.toDebrief).click();
  await button(ida, d.keep).click();
  await expect(ida.getByText(d.kept)).toBeVisible();
  await button(ida, d.send).click();
  await button(ida, d.sendNow).click();
  await expect(ida.getByText(/^Skickad till utbildarna/)).toBeVisible();
  await button(ida, practiceTexts.sv.leave).click();
  await expect(async () => {
    await link(ida, homeTexts.sv.title).click();
    await syncNow(ida);
    await link(page, homeTexts.sv.title).click();
    await syncNow(page);
    await link(page, homeTexts.sv.trainer).click();
    await page.getByRole('link', { name: new RegExp(`^${trainerTexts.sv.debriefs}`) }).click();
    const row = page.getByText(receivedTexts.sv.row('Ester', 'Ida Lind'));
    await expect(row).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 60_000 });

  // Every place of both, with something in it; one module stands for all.
  await lookAt(page, ['/trainer', '/trainer/groups', '/trainer/signoff', '/trainer/debriefs']);
  await lookAt(page, ['/trainer/material']);
  await lookAt(ida, ['/training', '/training/handbook', '/training/survey', '/training/debriefs']);
  await lookAt(
    ida,
    training.modules.slice(0, 1).map(({ id }) => `/training/${id}`),
  );
});

/** Goes to each address within the app, where loading it anew would lock the vault, and looks. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const title = page.getByRole('heading', { level: 1 });
    const before = (await title.textContent()) ?? '';
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await expect(title).not.toHaveText(before);
    await lookedAt(page);
  }
}

/** Colours and sizes, which only a browser knows; the words are audited in both languages beside the components. */
async function lookedAt(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    expect(await objections(page, scheme), scheme).toEqual([]);
  }
}
