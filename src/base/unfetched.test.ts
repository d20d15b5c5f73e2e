import { expect, it } from 'vitest';
import { isUnfetched } from './unfetched.ts';

it.each([
  Object.assign(new Error(), { name: 'Unfetched' }),
  new TypeError(
    'Failed to fetch dynamically imported module: https://kontoret.example/assets/x.js',
  ),
  new TypeError('error loading dynamically imported module: https://kontoret.example/assets/x.js'),
  new TypeError('Importing a module script failed.'),
])('%s is a part of the app that was not there', (cause) => {
  expect(isUnfetched(cause)).toBe(true);
});

it.each([
  new TypeError('x is not a function'),
  new Error('dynamically imported module'),
  'Unfetched',
])('%s is none', (cause) => {
  expect(isUnfetched(cause)).toBe(false);
});
