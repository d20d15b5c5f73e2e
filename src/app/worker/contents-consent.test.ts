import { expect, it } from 'vitest';
import {
  aged,
  agreed,
  folded,
  GUIDE,
  guardian,
  started,
  withdrew,
  written,
} from '../../interview/fixture.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { consentList } from './contents-consent.ts';

const listOf = (facts: readonly NewEvent[], language: 'sv' | 'en' = 'sv') => {
  const events = written([started(), ...facts]);
  return consentList({ state: folded(events), events, guide: GUIDE, language });
};

it('tells every item with its answer, and what was withdrawn as withdrawn', () => {
  const page = listOf([
    aged('from15to17'),
    guardian('permitted'),
    agreed(['participate', 'notes', 'quotes']),
    withdrew('quotes'),
    { type: 'ConsentConfirmed', version: 1, data: { moment: 'closing', items: ['notes'] } },
    {
      type: 'ConsentSigned',
      version: 1,
      data: { by: 'participant', how: 'spoken', textVersion: '1.0.0', path: null },
    },
  ]);
  const found = (pattern: RegExp) => page?.lines.filter((line) => pattern.test(line)) ?? [];
  expect(page?.title).toBe('Samtycke');
  expect(found(/^Ålder: 15–17 år$/)).toHaveLength(1);
  expect(found(/^Vårdnadshavare: Har gett tillstånd$/)).toHaveLength(1);
  expect(found(/^Ja, .*: Jag vill delta/)).toHaveLength(1);
  expect(found(/^Ja, .*anteckna det jag berättar\. Frågat igen vid avslutet/)).toHaveLength(1);
  expect(found(/^Tillbakataget .*Korta citat/)).toHaveLength(1);
  expect(found(/Korta citat/)).toHaveLength(1);
  expect(found(/spela in/)).toEqual([]);
  expect(found(/^Deltagaren sa ja muntligt .*version 1\.0\.0$/)).toHaveLength(1);
});

it('is in the language of the interview, and nothing before anything was asked', () => {
  expect(
    listOf([agreed()], 'en')?.lines.some((line) => /^Yes, .*I want to take part/.test(line)),
  ).toBe(true);
  expect(listOf([])).toBeNull();
});
