import { expect, it } from 'vitest';
import { anyOf } from './pattern.ts';

it('knows every letter at the edge of a word, also in a pattern of patterns', () => {
  const both = anyOf(anyOf(/\bå\b/), /\bö\w+/);
  expect(both.test('å')).toBe(true);
  expect(both.test('en å till')).toBe(true);
  expect(both.test('små ål')).toBe(false);
  expect(both.test('en öde ö')).toBe(true);
});

it('is made when it is first used, so that a start does not pay for all of them', () => {
  const broken = anyOf({ source: '(' });
  expect(() => broken.test('')).toThrow(SyntaxError);
});
