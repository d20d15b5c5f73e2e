import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareMachine, quickFolder } from './machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const command = (name: string) => {
  const file = join(folder, name);
  writeFileSync(file, '', { mode: 0o755 });
  return file;
};

it('takes the browser that is named, without a shell, and the commands on the path', () => {
  const chromium = command('a-browser');
  command('age');
  command('unzip');
  expect(prepareMachine({ CHROMIUM_PATH: chromium, PATH: folder })).toEqual({
    ok: true,
    chromium,
    shell: chromium,
  });
});

it('says in one sentence what is missing where it may not install', () => {
  const chromium = command('a-browser');
  command('unzip');
  // No apt-get on this path.
  const machine = prepareMachine({ CHROMIUM_PATH: chromium, PATH: folder });
  expect(machine).toEqual({
    ok: false,
    sentence:
      'The tests need age: please install (Debian: apt-get install age) and run npm test again.',
  });
});

it('does not go looking elsewhere when the named browser is not there', () => {
  const machine = prepareMachine({ CHROMIUM_PATH: join(folder, 'nowhere'), PATH: folder });
  expect(machine).toMatchObject({ ok: false, sentence: expect.stringContaining('CHROMIUM_PATH') });
});

it('keeps the files of the tests in memory only where that is there', () => {
  expect(quickFolder(join(folder, 'not-there'), { TMPDIR: folder })).toBe(folder);
  expect(quickFolder(join(folder, 'not-there'), {})).toBe(tmpdir());
  expect(quickFolder(folder, {})).toBe(folder);
});
