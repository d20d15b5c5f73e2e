import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { budget, measure, sizesAreGood } from './size.ts';

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'size-'));
  mkdirSync(join(dist, '.vite'));
  mkdirSync(join(dist, 'assets'));
});
afterEach(() => rmSync(dist, { recursive: true }));

const put = (name: string, content: string | Buffer) => writeFileSync(join(dist, name), content);
const manifest = (chunks: object) => put('.vite/manifest.json', JSON.stringify(chunks));
const names = (sizes: { files: readonly { file: string }[] }) =>
  sizes.files.map((each) => each.file).sort();
const quiet = () => undefined;

it('follows what is imported at once, styles and workers, and not what comes later', () => {
  manifest({
    'index.html': {
      file: 'assets/index.js',
      css: ['assets/index.css'],
      imports: ['_react.js'],
      dynamicImports: ['src/later.tsx'],
    },
    '_react.js': { file: 'assets/react.js', imports: ['index.html'] },
    'src/later.tsx': { file: 'assets/later.js' },
  });
  put('assets/index.js', 'a');
  put('assets/index.css', 'b');
  put('assets/react.js', 'c');
  put('assets/later.js', 'd');
  put('assets/worker-vault-1.js', 'import{x}from"./shared.js";import("./age.js")');
  put('assets/shared.js', 'e');
  put('assets/age.js', 'f');
  const sizes = measure(dist, { modules: ['index.html'], workers: ['worker-vault'], later: [] });
  expect(names(sizes)).toEqual([
    'assets/index.css',
    'assets/index.js',
    'assets/react.js',
    'assets/shared.js',
    'assets/worker-vault-1.js',
  ]);
  expect(sizesAreGood(sizes, quiet)).toBe(true);
});

it('fails over the budget', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', randomBytes(budget + 1));
  expect(
    sizesAreGood(measure(dist, { modules: ['index.html'], workers: [], later: [] }), quiet),
  ).toBe(false);
});

it('fails when a name of the table is not among what was built', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', 'a');
  const sizes = measure(dist, {
    modules: ['index.html', 'src/gone.tsx'],
    workers: ['worker-'],
    later: [],
  });
  expect(sizes.notFound).toEqual(['src/gone.tsx', 'assets/worker-*.js']);
  expect(sizesAreGood(sizes, quiet)).toBe(false);
});

it('fails when a chunk of the interview was split off and nobody said when it loads', () => {
  const route = 'src/interview/ui/conversation.tsx';
  manifest({
    'index.html': { file: 'assets/index.js' },
    [route]: { file: 'assets/route.js', isDynamicEntry: true },
  });
  put('assets/index.js', 'a');
  put('assets/route.js', 'b');
  const table = { modules: ['index.html'], workers: [], later: [] };
  const sizes = measure(dist, table);
  expect(sizes.undecided).toEqual([route]);
  expect(sizesAreGood(sizes, quiet)).toBe(false);
  const named = measure(dist, { ...table, modules: ['index.html', route] });
  expect(names(named)).toContain('assets/route.js');
  expect(sizesAreGood(named, quiet)).toBe(true);
  expect(sizesAreGood(measure(dist, { ...table, later: [route] }), quiet)).toBe(true);
});
