import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { afterTexts } from '../../src/i18n/after.ts';
import type { Language } from '../../src/i18n/catalogue.ts';
import { homeTexts } from '../../src/i18n/home.ts';
import { shellTexts } from '../../src/i18n/shell.ts';
import { interviewTexts } from '../../src/i18n/interview.ts';
import { newInterviewTexts } from '../../src/i18n/new-interview.ts';
import { overviewTexts } from '../../src/i18n/overview.ts';
import { consentTexts } from '../../src/i18n/consent.ts';
import { stopTexts } from '../../src/i18n/stopping.ts';
import { cardTexts } from '../../src/i18n/cards.ts';
import { concernTexts } from '../../src/i18n/concern.ts';
import { lockTexts } from '../../src/i18n/lock.ts';
import { officeTexts } from '../../src/i18n/office.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import { safetyTexts } from '../../src/i18n/safety.ts';
import { settingsTexts } from '../../src/i18n/settings.ts';
import { startTexts } from '../../src/i18n/start.ts';
import { toolTexts } from '../../src/i18n/tools.ts';

type RunOnly = NonNullable<RunOptions['runOnly']>;
const EVERYTHING: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
/** All that the colour scheme can change; the rest is the same document. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Handed over as it is delivered for browsers, half the size of what is imported. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe objects to on the screen as it stands, in one colour scheme. */
export async function objections(
  page: Page,
  colorScheme: 'light' | 'dark',
  rules: RunOnly = colorScheme === 'light' ? EVERYTHING : COLOURS,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Handing axe over takes longer than most of its rules: once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    // None of these rules asks for the style sheets and the media themselves.
    const how: RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
    const { violations } = await window.axe.run(how);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
    );
  }, rules);
}

/**
 * Nothing to object to: in light and in its own language, and in dark and in the other language, to which the screen is
 * switched as it stands and back. That is every colour and every word, since the elements are the same in all four.
 * Goes on, so that one run shows every screen.
 */
export async function audit(page: Page, screen: string): Promise<void> {
  const own = (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'sv';
  const other = own === 'sv' ? 'en' : 'sv';
  expect.soft(await objections(page, 'light'), `${screen}, ${own}, light`).toEqual([]);
  await speak(page, other);
  const dark = await objections(page, 'dark', EVERYTHING);
  expect.soft(dark, `${screen}, ${other}, dark`).toEqual([]);
  await speak(page, own);
}

/** As if the language had been chosen in another tab: the screen stays, in other words. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem('language', chosen);
    dispatchEvent(new StorageEvent('storage', { key: 'language' }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

declare global {
  interface Window {
    /** There once it was handed over. */
    readonly axe: typeof axe;
  }
}

/** The words on the screen in one language. */
export function textsIn(language: Language) {
  return {
    start: startTexts[language],
    lock: lockTexts[language],
    home: homeTexts[language],
    shell: shellTexts[language],
    newInterview: newInterviewTexts[language],
    overview: overviewTexts[language],
    consent: consentTexts[language],
    stop: stopTexts[language],
    cards: cardTexts[language],
    interview: interviewTexts[language],
    after: afterTexts[language],
    review: reviewTexts[language],
    office: officeTexts[language],
    settings: settingsTexts[language],
    safety: safetyTexts[language],
    concern: concernTexts[language],
    tools: toolTexts[language],
  };
}

export const LANGUAGE_NAMES = { sv: 'Svenska', en: 'English' } satisfies Record<Language, string>;
