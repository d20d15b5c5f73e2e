import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import data from '../data/closed-questions.json' with { type: 'json' };
import { judgeQuestion } from './question-kind.ts';
import { ClosedQuestions, openOf, rewritten } from './rewrite-exercise.ts';

const closed = ClosedQuestions.parse(data);
const each = (language: 'sv' | 'en', text: (i: number) => string | undefined) =>
  rewritten(closed, new Map(closed.questions.map(({ id }, i) => [id, text(i) ?? ''])), language);

describe('the shipped questions', () => {
  it('are ten', () => {
    expect(new Set(closed.questions.map(({ id }) => id)).size).toBe(10);
  });

  it.each(LANGUAGES)('are closed, and their examples open, in %s', (language) => {
    for (const { text, example } of closed.questions) {
      expect(judgeQuestion(text[language] ?? '', language).kind, text[language]).toMatch(
        /^(?:option|leading)$/,
      );
      expect(judgeQuestion(example[language] ?? '', language).kind, example[language]).toBe('open');
    }
  });
});

it.each(LANGUAGES)('counts what was made open in %s', (language) => {
  const some = each(language, (i) => {
    const question = closed.questions[i];
    return i < 8 ? question?.example[language] : question?.text[language];
  });
  expect(openOf(some)).toEqual({ right: 8, of: 10 });
  expect(some.slice(8).map(({ outcome }) => outcome)).toEqual(['notOpen', 'notOpen']);
});

it('takes the same words only once, however they are spaced and ended', () => {
  const all = each('sv', (i) => (i % 2 === 0 ? 'Berätta om det.' : ' berätta  om det! '));
  expect(openOf(all)).toEqual({ right: 1, of: 10 });
  expect(all[9]?.outcome).toBe('again');
});

it('says what was not written', () => {
  const all = each('en', () => '  ');
  expect(all.every(({ outcome }) => outcome === 'empty')).toBe(true);
  expect(openOf(all).right).toBe(0);
});
