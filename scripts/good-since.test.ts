import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { committed, goodSince, noteGood } from './good-since.ts';

let folder = '';
let note = '';
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'A step');
  return git('rev-parse', 'HEAD');
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aterblick-good-'));
  note = join(folder, '.cache', 'good');
  git('init', '-q');
  for (const name of ['src', 'tests', 'tests/setup']) mkdirSync(join(folder, name));
  write('.gitignore', '.cache\n');
  write('src/a.ts', '1');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('runs everything the first time, and then only what code has changed', () => {
  const first = commit();
  expect(goodSince(folder, note)).toBeUndefined();
  noteGood(folder, note, committed(folder));
  expect(goodSince(folder, note)).toBe(first);
  write('src/a.ts', '2');
  write('src/new.tsx', '1');
  expect(goodSince(folder, note)).toBe(first);
  commit();
  expect(goodSince(folder, note)).toBe(first);
});

it.each(['src/data.json', 'package.json', 'tests/setup/dom.ts', 'vitest.config.ts'])(
  'runs everything after a change in %s, which no import shows',
  (file) => {
    commit();
    noteGood(folder, note, committed(folder));
    write(file, 'changed');
    expect(goodSince(folder, note)).toBeUndefined();
  },
);

it('does not note what is not committed, since it could be taken back unseen', () => {
  commit();
  write('src/a.ts', 'the mend');
  noteGood(folder, note, committed(folder));
  expect(goodSince(folder, note)).toBeUndefined();
});

it('runs everything after history was rewritten', () => {
  commit();
  noteGood(folder, note, committed(folder));
  write('src/a.ts', '3');
  git('add', '-A');
  git('commit', '-q', '--amend', '-m', 'Another step');
  expect(goodSince(folder, note)).toBeUndefined();
});

it('does not note what was committed while the tests ran', () => {
  commit();
  const begunAt = committed(folder);
  write('src/a.ts', '2');
  commit();
  noteGood(folder, note, begunAt);
  expect(goodSince(folder, note)).toBeUndefined();
});
