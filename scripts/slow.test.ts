import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { READING } from './slow.ts';

const root = resolve(import.meta.dirname, '..');

it('names every test that reads a paper, since no import shows that', () => {
  const readers = globSync('{src,tests}/**/*.test.{ts,tsx}', { cwd: root }).filter((file) => {
    const code = readFileSync(resolve(root, file), 'utf8');
    return /readFile(Sync)?\(/.test(code) && /['"`/]docs['"`/]/.test(code);
  });
  expect(readers).toContain('tests/question-kinds.test.ts');
  expect(READING).toEqual(expect.arrayContaining(readers));
});
