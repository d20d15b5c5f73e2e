import { expect, it } from 'vitest';
import { folded, GUIDE, started, written } from '../../interview/fixture.ts';
import type { AnyInterviewFact } from '../../interview/model/side-facts.ts';
import { circumstancesList } from './contents-circumstances.ts';

const told = (language: 'sv' | 'en', ...facts: readonly AnyInterviewFact[]) => {
  const events = written([started(), ...facts]);
  return circumstancesList({ events, state: folded(events), guide: GUIDE, language });
};
const noted: AnyInterviewFact = {
  type: 'CircumstancesNoted',
  version: 1,
  data: { relation: 'own', choiceOffered: true, protectedData: true, interpreter: 'authorised' },
};
const items = (GUIDE.preInterview?.fields ?? []).flatMap(({ type, options }) =>
  type === 'checklist' ? (options ?? []).map(({ id }) => id) : [],
);

it('tells in the readable half what surrounded the talk, as it was noted last', () => {
  const list = told(
    'sv',
    { ...noted, data: { ...noted.data, relation: 'neverMet', interpreter: null } },
    noted,
    { type: 'PreparationChecked', version: 1, data: { items: items.slice(0, 2) } },
  );
  expect(items.length).toBeGreaterThan(2);
  expect(list?.title).toBe('Omständigheter');
  expect(list?.lines).toEqual([
    'Intervjuaren var deltagarens socialsekreterare.',
    'Deltagaren erbjöds någon annan att prata med.',
    'Deltagaren har skyddade personuppgifter',
    'Auktoriserad tolk',
    `2 av ${items.length} i den praktiska kontrollen`,
  ]);
});

it('says it in the language of the record, and nothing where nothing was noted', () => {
  expect(told('en', noted)?.lines).toHaveLength(4);
  expect(told('en', noted)?.lines.join()).toMatch(/protected/i);
  expect(told('sv')).toBeNull();
});
