import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences } from './differences.ts';

it('shows what was added and what was removed, word by word', () => {
  expect(differences('Det var faster som kom.', 'Det var farbror som kom.')).toEqual([
    { kind: 'same', text: 'Det var ' },
    { kind: 'removed', text: 'faster' },
    { kind: 'added', text: 'farbror' },
    { kind: 'same', text: ' som kom.' },
  ]);
});

it('keeps every letter of both texts', () => {
  const words = fc
    .array(fc.constantFrom('jag', 'du', 'Å', '”nej”', '\n', ' ', 'hem.'))
    .map((w) => w.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const found = differences(before, after);
      const of = (left: 'added' | 'removed') =>
        found
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join('');
      expect(of('added')).toBe(before);
      expect(of('removed')).toBe(after);
    }),
  );
});

it('shows each as a whole where comparing would take too long', () => {
  const text = (seed: number) =>
    Array.from({ length: 4000 }, (_, i) => `ord${(i * seed) % 3989}`).join(' ');
  expect(differences(text(7), text(11), 1).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
