import { expect, it } from 'vitest';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { GUIDE } from '../fixture.ts';
import { actionOf, actsOf, knowledgeOf } from './card-acts.ts';

const named = GUIDE.situations.flatMap((card) =>
  card.toolActions.map((id) => ({ card: card.id, id })),
);

it.each(named)('$card: $id does something or says something', ({ id }) => {
  const action = actionOf(id);
  expect(action).toBeDefined();
  const sentence = action?.does ?? action?.know ?? 'none';
  expect(Object.keys(cardActTexts.sv)).toContain(sentence);
});

it.each(GUIDE.situations)('$id shows each of its actions once', (card) => {
  const acts = actsOf(card);
  const known = knowledgeOf(card);
  expect(acts.length + known.length).toBeGreaterThan(0);
  expect(new Set(acts).size).toBe(acts.length);
  expect(new Set(known).size).toBe(known.length);
});

it('a critical card leads to its report, its flag, the numbers and its hand-over', () => {
  const acts = (id: string) => {
    const card = GUIDE.situations.find((each) => each.id === id);
    return card ? actsOf(card) : [];
  };
  expect(acts('childAtRisk')).toEqual(['concern', 'contacts', 'flag', 'settle']);
  expect(acts('disclosure')).toEqual(['note', 'contacts', 'flag', 'pause']);
  expect(acts('suicidality')).toEqual(['stop', 'contacts', 'log', 'flag', 'settle']);
  expect(acts('distress')).toEqual(['pause', 'soundOff', 'light', 'closing']);
  expect(acts('lexSarah')).toEqual(['misconduct', 'contacts', 'flag']);
});

it('leaves an action of a later version alone', () => {
  expect(actionOf('somethingNew')).toBeUndefined();
});
