import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/i18n/catalogue.ts';
import { QuestionKind } from '../src/training/model/question-kind.ts';
import { confusion, measuredText, PARTS } from './training/confusion.ts';
import { heldApart, labelled } from './training/labelled.ts';

describe.each(LANGUAGES)('the labelled questions in %s', (language) => {
  const first = labelled(language, 1);

  it('are at least 240, some forty of each kind, none twice', () => {
    expect(first.length).toBeGreaterThanOrEqual(240);
    for (const kind of QuestionKind.options) {
      expect(first.filter((each) => each.kind === kind).length, kind).toBeGreaterThanOrEqual(40);
    }
    const all = ([1, 2, 3, 4] as const).flatMap((draw) => labelled(language, draw));
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it('have a third held apart, with some of each kind in it', () => {
    const held = first.filter(({ text }) => heldApart(text));
    expect(held.length / first.length).toBeGreaterThan(0.27);
    expect(held.length / first.length).toBeLessThan(0.4);
    expect(new Set(held.map(({ kind }) => kind)).size).toBe(QuestionKind.options.length);
  });

  it.each(Object.entries(PARTS))('%s: the kinds are told apart', (_, part) => {
    expect(confusion(part(language), language).macroF1).toBeGreaterThanOrEqual(0.8);
  });
});

it('measures a model that confuses kinds as worse', () => {
  const wrong = labelled('sv', 1).map(({ text }) => ({ text, kind: 'open' as const }));
  expect(confusion([...wrong, ...labelled('sv', 1)], 'sv').macroF1).toBeLessThan(0.8);
});

it('the document says what the model gives', () => {
  const path = resolve(import.meta.dirname, '..', 'docs', 'training', 'question-kinds.md');
  const [, measured] = readFileSync(path, 'utf8').split(/<!-- \/?measured -->\n/);
  expect(measured?.trim(), 'run: node scripts/question-kinds.ts').toBe(measuredText());
});
