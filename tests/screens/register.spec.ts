import { expect, type Page } from '@playwright/test';
import { offerTexts } from '../../src/i18n/offers.ts';
import { peopleTexts } from '../../src/i18n/people.ts';
import { placeTexts } from '../../src/i18n/places.ts';
import { removalTexts } from '../../src/i18n/removal.ts';
import { ruleTexts } from '../../src/i18n/rules.ts';
import { homeTexts } from '../../src/i18n/home.ts';
import { audit, LANGUAGE_NAMES, textsIn } from './audit.ts';
import { testOffice, type TestOffice } from './office.ts';
import { button, foundOffice } from './people.ts';
import { test } from './visit.ts';

/* A supervisor puts somebody into the register, sees why not yet, changes a rule, asks and notes the answer. */
let office: TestOffice;
test.beforeEach(async () => {
  office = await testOffice();
});
test.afterEach(() => office.end());

const place = async (page: Page, name: string) => {
  await page.getByRole('link', { name: /^(Verksamheten|Programme)$/ }).click();
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
};

test('whom we ask, and by which rules', async ({ page }) => {
  const t = peopleTexts.sv;
  const o = offerTexts.sv;
  const r = ruleTexts.sv;
  await foundOffice(page, office.url, office.secret ?? '');
  await place(page, placeTexts.sv.people);
  await expect(page.getByText(t.nobodyHow)).toBeVisible();
  await audit(page, 'register, empty');
  await button(page, t.add).click();
  await page.getByLabel(t.name, { exact: true }).fill('Elin Exempel');
  await page.getByLabel(t.birthMonth).fill('2004-05');
  await page.getByLabel(t.municipality).fill('Björkvik');
  await page.getByLabel(t.contact, { exact: true }).fill('20040512-1234');
  await expect(page.getByText(t.identityNumber)).toBeVisible();
  await page.getByLabel(t.contact, { exact: true }).fill('Storgatan 1, Björkvik');
  await page.getByLabel(/^Samir/).check();
  await audit(page, 'new participant');
  await button(page, t.saveNew).click();
  await expect(page.getByText(o.noPlacement).first()).toBeVisible();

  await button(page, t.addPlacement).click();
  await page.getByLabel(t.from, { exact: true }).fill('2012-03');
  const lastYear = new Date().getFullYear() - 1;
  await page.getByLabel(t.to, { exact: true }).fill('2011-01');
  await expect(page.getByText(t.reversed)).toBeVisible();
  await page.getByLabel(t.to, { exact: true }).fill(`${lastYear}-01`);
  await audit(page, 'a placement');
  await button(page, t.save).click();
  await expect(page.getByText(/24 månader ska ha gått/)).toBeVisible();
  await audit(page, 'a participant who can not be asked yet');

  await place(page, placeTexts.sv.rules);
  await page.getByLabel(r.monthsAfterClosing).fill('6');
  await audit(page, 'rules');
  await button(page, r.save).click();
  await expect(page.getByText(r.saved)).toBeVisible();
  await page.getByLabel(r.minAge).fill('29');
  await button(page, r.save).click();
  await expect(page.getByRole('dialog').getByText(r.ask(1))).toBeVisible();
  await audit(page, 'rules that leave nobody');
  await button(page, r.askNo).click();

  await place(page, placeTexts.sv.people);
  await page.getByLabel(t.search).fill('exempel');
  await expect(page.getByText(t.found(1))).toBeVisible();
  await audit(page, 'register');
  await page.getByRole('button', { name: /Elin Exempel/ }).click();
  await expect(page.getByText(o.canNow)).toBeVisible();
  await button(page, o.offer).click();
  await audit(page, 'an offer');
  await button(page, o.save).click();
  await button(page, o.answer).click();
  await page.getByLabel(o.declined).check();
  await button(page, o.save).click();
  await expect(page.getByText(new RegExp(`^${o.declined} `))).toBeVisible();
  await audit(page, 'an offer with its answer');

  // Opening a person is seen in the log.
  await place(page, placeTexts.sv.log);
  await expect(page.getByText(/D-001/).first()).toBeVisible();

  await test.step('in English', async () => {
    await page.getByRole('link', { name: homeTexts.sv.settings }).click();
    await button(page, LANGUAGE_NAMES.en).click();
    await expect(page.getByRole('heading', { name: textsIn('en').home.settings })).toBeVisible();
    await place(page, placeTexts.en.rules);
    await expect(page.getByLabel(ruleTexts.en.monthsAfterClosing)).toHaveValue('6');
    await audit(page, 'rules');
    await place(page, placeTexts.en.people);
    await page.getByText(peopleTexts.en.numbers).click();
    await audit(page, 'register');
    await page.getByRole('button', { name: /Elin Exempel/ }).click();
    await expect(page.getByText(/^Declined on/)).toBeVisible();
    await audit(page, 'a participant');
  });

  await test.step('removed again', async () => {
    const r = removalTexts.en;
    await page.getByText(r.part).click();
    await button(page, r.remove).click();
    await page.getByLabel(r.why_asked).check();
    await audit(page, 'removing a participant');
    await button(page, r.removeNow).click();
    await expect(page.getByText(peopleTexts.en.nobody)).toBeVisible();
    await page.getByText(r.list(1)).click();
    await expect(page.getByRole('row', { name: /D-001/ })).toBeVisible();
    await audit(page, 'register, one removed');
  });
});
