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
const manifest = (chunks: object, doors: readonly string[] = []) => {
  put('.vite/manifest.json', JSON.stringify(chunks));
  put('.vite/doors.json', JSON.stringify(doors));
};
const names = (sizes: { files: readonly { file: string }[] }) =>
  sizes.files.map((each) => each.file).sort();
const quiet = () => undefined;

it('follows what is imported at once, styles too, counts once what page and worker share, and leaves out what comes later', () => {
  manifest({
    'index.html': {
      file: 'assets/index.js',
      css: ['assets/index.css'],
      imports: ['_react.js'],
      dynamicImports: ['src/later.tsx'],
    },
    '_react.js': { file: 'assets/react.js', imports: ['index.html'] },
    'src/later.tsx': { file: 'assets/later.js' },
    'src/worker.ts': { file: 'assets/worker-vault.js', imports: ['_react.js'] },
  });
  put('assets/index.js', 'a');
  put('assets/index.css', 'b');
  put('assets/react.js', 'c');
  put('assets/later.js', 'd');
  put('assets/worker-vault.js', 'e');
  const sizes = measure(dist, { modules: ['index.html', 'src/worker.ts'], later: [] });
  expect(names(sizes)).toEqual([
    'assets/index.css',
    'assets/index.js',
    'assets/react.js',
    'assets/worker-vault.js',
  ]);
  expect(sizesAreGood(sizes, quiet)).toBe(true);
});

it('fails over the budget', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', randomBytes(budget + 1));
  const lines: string[] = [];
  const sizes = measure(dist, { modules: ['index.html'], later: [] });
  expect(sizesAreGood(sizes, (line) => lines.push(line))).toBe(false);
  expect(lines.at(-1)).toMatch(/^ +200\.\d kB {2}of 200\.0 kB: 0\.\d kB too much$/);
});

it('says how much is to spare', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', randomBytes(50_000));
  const lines: string[] = [];
  const sizes = measure(dist, { modules: ['index.html'], later: [] });
  expect(sizesAreGood(sizes, (line) => lines.push(line))).toBe(true);
  expect(lines.at(-1)).toContain('50.0 kB  of 200.0 kB: 150.0 kB to spare');
});

it('fails when a name of the table is not among what was built', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', 'a');
  const sizes = measure(dist, {
    modules: ['index.html', 'src/gone.tsx'],
    later: [],
  });
  expect(sizes.notFound).toEqual(['src/gone.tsx']);
  expect(sizesAreGood(sizes, quiet)).toBe(false);
});

it.each([
  'src/interview/ui/conversation.tsx',
  'src/sync/inbox.ts',
  'src/app/worker/office-line.ts',
])('fails when %s was split off and nobody said when it loads', (route) => {
  manifest({ 'index.html': { file: 'assets/index.js' }, [route]: { file: 'assets/route.js' } }, [
    route,
    'src/training/ui/later.tsx',
  ]);
  put('assets/index.js', 'a');
  put('assets/route.js', 'b');
  const table = { modules: ['index.html'], later: [] };
  const sizes = measure(dist, table);
  expect(sizes.undecided).toEqual([route]);
  expect(sizesAreGood(sizes, quiet)).toBe(false);
  const named = measure(dist, { ...table, modules: ['index.html', route] });
  expect(names(named)).toContain('assets/route.js');
  expect(sizesAreGood(named, quiet)).toBe(true);
  expect(sizesAreGood(measure(dist, { ...table, later: [route] }), quiet)).toBe(true);
});

it('fails when the app falls into so many files that laying it up takes long', () => {
  manifest({ 'index.html': { file: 'assets/index.js' } });
  put('assets/index.js', 'a');
  const table = { modules: ['index.html'], later: [] };
  for (let file = 1; file < 180; file += 1) put(`assets/${file}.js`, '');
  expect(sizesAreGood(measure(dist, table), quiet)).toBe(true);
  put('assets/one-more.js', '');
  expect(sizesAreGood(measure(dist, table), quiet)).toBe(false);
});
