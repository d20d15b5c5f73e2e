import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileOf } from './rooms.ts';
import { root } from './run.ts';

type How = readonly [by: string, ...more: string[]];
const INDEX = 'index.html';
const WORKER = 'src/app/worker/main.ts';
const AFTER = 'src/interview/ui/AfterTalk.tsx';
const YEAR = 'src/app/screens/places/YearPlace.tsx';
const OPENED = 'src/parcel/open.ts';
const SHELL = 'src/app/Shell.tsx';

/** A small app: who imports whom at once, and who later. */
function app(atOnce: Record<string, How>, later: Record<string, How>) {
  const full = (names: readonly string[] = []) => names.map((name) => join(root, name));
  return (name: string) =>
    fileOf(join(root, name), (id) => {
      const each = id.slice(root.length + 1);
      return {
        isEntry: each === INDEX || each === WORKER,
        importers: full(atOnce[each]),
        dynamicImporters: full(later[each]),
      };
    });
}

const LATER: Record<string, How> = {
  [SHELL]: [INDEX],
  [AFTER]: [SHELL],
  [YEAR]: [SHELL],
  [OPENED]: [WORKER],
  'src/other.ts': [SHELL],
};

it('leaves what is loaded before the first question to the bundler, whoever needs it too', () => {
  const file = app({ 'src/base/time.ts': [INDEX, AFTER] }, LATER);
  expect(file(INDEX)).toBeNull();
  expect(file(SHELL)).toBeNull();
  expect(file('src/base/time.ts')).toBeNull();
});

it('puts what one room needs with that room, its own door too', () => {
  const file = app({ 'src/people/model/year.ts': [YEAR] }, LATER);
  expect(file(YEAR)).toBe('office');
  expect(file('src/people/model/year.ts')).toBe('office');
});

it('names what several rooms need after the first two of them, in the order of the table', () => {
  const file = app({ 'src/a.ts': [YEAR, AFTER], 'src/b.ts': ['src/a.ts', 'src/other.ts'] }, LATER);
  expect(file('src/a.ts')).toBe('interview-office');
  expect(file('src/b.ts')).toBe('interview-office');
});

it('keeps apart what a room shares with something that has none', () => {
  const file = app({ 'src/a.ts': [AFTER, 'src/other.ts'] }, LATER);
  expect(file('src/a.ts')).toBe('interview-other');
  expect(file('src/other.ts')).toBeNull();
});

it('never puts what only the page needs with what the worker needs too', () => {
  const file = app(
    { 'src/parcel/hash.ts': [OPENED], 'src/people/model/code.ts': [OPENED, YEAR] },
    LATER,
  );
  expect(file(OPENED)).toBe('parcel-worker');
  expect(file('src/parcel/hash.ts')).toBe('parcel-worker');
  expect(file('src/people/model/code.ts')).toBe('parcel-office-both');
});
