import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importRules } from './setup/import-rules.ts';
import { parseModule, readSources } from './setup/source.ts';
import { textRules } from './setup/text-rules.ts';

/* The house of DESIGN.md section 3 and the rules of section 4, over every file of src/. */
const modules = readSources();
const rules = [...importRules, ...textRules];

describe('the house keeps its rules', () => {
  it.each(rules)('$name', ({ check }) => {
    expect(check(modules)).toEqual([]);
  });
});

describe('each rule sees what breaks it, and only that', () => {
  it.each(rules)('$name', ({ check, offends, allows }) => {
    expect(offends.length).toBeGreaterThan(0);
    expect(allows.length).toBeGreaterThan(0);
    for (const planted of offends) {
      expect(
        check(planted.map(([path, text]) => parseModule(path, text))),
        show(planted),
      ).not.toEqual([]);
    }
    for (const planted of allows) {
      expect(check(planted.map(([path, text]) => parseModule(path, text))), show(planted)).toEqual(
        [],
      );
    }
  });
});

describe('the reading of the sources', () => {
  it('read the whole house, and every relative import leads to a file that was read', () => {
    expect(modules.length).toBeGreaterThan(20);
    const known = new Set(modules.map((module) => module.path));
    const lost = modules.flatMap((module) =>
      module.imports
        .flatMap(({ to }) => (to ? [to] : []))
        .filter((to) => /^src\/.*\.tsx?$/.test(to) && !known.has(to))
        .map((to) => `${module.path} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  it('sees every form of import', () => {
    const text = `
      import a, { type B } from 'one';
      import type {
        C, // from 'not this'
      } from "two";
      import 'three';
      export * as d from 'four';
      const e = import('five');
      type F = import('six').F;
      new Worker(new URL('./seven.ts', import.meta.url));
      import g from './eight.ts?worker&url';
    `;
    const found = parseModule('src/app/x.ts', text).imports.map((each) => each.specifier);
    expect(found.sort()).toEqual(
      ['one', 'two', 'three', 'four', 'five', 'six', './seven.ts', './eight.ts?worker&url'].sort(),
    );
  });

  it('does not take what stands between two statements for an import', () => {
    const text = "export interface A {\n  a: any;\n}\nimport b from './b.ts';\nexport const c = 1;";
    const [first, ...more] = parseModule('src/kit/x.ts', text).imports;
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      specifier: './b.ts',
      reExport: false,
      start: text.indexOf('import'),
    });
  });

  it('is not led astray by comments, strings, templates, divisions and regular expressions', () => {
    const text = [
      "const a = 'https://example.org'; const b = 1 / 2; import c from 'one';",
      'const d = /[\'"`/]+\\//.test(x); import("two");',
      "// it's a comment\n/* import 'no' */ const e = `${f} import('no')`;",
      "<p title=\"it's\">it's 5 / 6</p>\nimport('three');",
    ].join('\n');
    const found = parseModule('src/app/x.tsx', text).imports.map((each) => each.specifier);
    expect(found.sort()).toEqual(['one', 'three', 'two']);
  });
});

describe('the decisions', () => {
  it('are numbered in a row, each number once, as their headings say', () => {
    const folder = new URL('../docs/decisions/', import.meta.url);
    const files = readdirSync(folder).toSorted();
    for (const [at, file] of files.entries()) {
      const number = Number(file.slice(0, 4));
      expect(number, file).toBe(at + 1);
      const [heading] = readFileSync(new URL(file, folder), 'utf8').split('\n');
      expect(heading, file).toMatch(new RegExp(`^# ${number}\\. `));
    }
  });
});

function show(planted: readonly (readonly [string, string])[]): string {
  return planted.map(([path, text]) => `${path}: ${text.slice(0, 200)}`).join('\n');
}
