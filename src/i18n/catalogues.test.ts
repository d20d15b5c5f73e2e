import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './catalogue.ts';

/* Every catalogue of this folder; a new file is found by itself. */
const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
});
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

interface Area {
  /** What screens import, e.g. `interviewTexts`. */
  readonly name: string;
  readonly file: string;
  readonly sv: Readonly<Record<string, unknown>>;
  readonly en: Readonly<Record<string, unknown>>;
}

const areas = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, value]): Area[] =>
    isRecord(value) && isRecord(value['sv']) && isRecord(value['en'])
      ? [{ name, file, sv: value['sv'], en: value['en'] }]
      : [],
  ),
);

/** Sentences that are the same word in both languages. */
const SAME = new Set<string>([
  'letter_option',
  'letter_leading',
  'mineOf',
  'memo',
  'title',
  'guideName',
  'revision',
  'scaleEnds',
  'commentBy',
  'goTo',
  'memoField',
  'version',
  // Each language in its own name.
  'swedish',
  'english',
  'control',
  // Letters in a picture, for words that begin alike.
  'letter_option',
  'letter_leading',
  // A name and a date.
  'mineOf',
]);

/** Values that every function can take where a number or a text is expected, and that show in what it says. */
const SAMPLES = [41, 53, 67, 79];
function said(sentence: unknown): string {
  if (typeof sentence === 'string') return sentence;
  if (typeof sentence !== 'function') throw new Error('neither a sentence nor a function');
  const text: unknown = Reflect.apply(sentence, undefined, SAMPLES.slice(0, sentence.length));
  if (typeof text !== 'string') throw new Error('a function that gives no sentence');
  return text;
}

it('finds the catalogues', () => {
  expect(areas.length).toBeGreaterThanOrEqual(9);
  expect(areas.map((area) => area.name)).toContain('interviewTexts');
  const files = Object.keys(modules).filter((file) => !/\/(catalogue|format)\.ts$/.test(file));
  expect([...new Set(areas.map((area) => area.file))].sort()).toEqual(files.sort());
});

describe.each(areas)('$name', ({ sv, en }) => {
  it('has the same sentences of the same kind in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
    const kinds = (texts: Readonly<Record<string, unknown>>) =>
      new Map(
        Object.entries(texts).map(([key, value]) => [
          key,
          typeof value === 'function' ? `function of ${value.length}` : typeof value,
        ]),
      );
    expect(kinds(en)).toEqual(kinds(sv));
  });

  it.each(LANGUAGES)('says something in %s, with every value it is given', (language) => {
    const texts = { sv, en }[language];
    for (const [key, sentence] of Object.entries(texts)) {
      const text = said(sentence);
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/undefined|NaN|\[object|\{[A-Z_]+\}| {2}/);
      if (typeof sentence !== 'function') continue;
      for (const value of SAMPLES.slice(0, sentence.length)) {
        expect(text, `${key} leaves out a value`).toContain(String(value));
      }
    }
  });

  it('is not left in one language', () => {
    const left = Object.keys(sv).filter((key) => !SAME.has(key) && said(sv[key]) === said(en[key]));
    expect(left).toEqual([]);
  });
});

describe('a sentence nobody sees', () => {
  const root = resolve(import.meta.dirname, '..', '..');
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$|src\/i18n\//.test(file))
    .map((file) => readFileSync(resolve(root, file), 'utf8'));
  const everything = sources.join('\n');
  const found = (text: string, pattern: RegExp) =>
    new Set([...text.matchAll(pattern)].map((match) => match[1]));
  const quoted = found(everything, /['"](\w+)['"]/g);
  const words = found(everything, /\b([A-Za-z]\w*)\b/g);

  /** Read by name where the catalogue is imported, picked by a word that stands in the code, or put together. */
  function unused(area: Area, keys: readonly string[]): string[] {
    const reads = new RegExp(`\\b${area.name}\\b`, 'i');
    const readers = sources.filter((source) => reads.test(source)).join('\n');
    const named = found(readers, /\.(\w+)\b/g);
    // `t[`line_${line}Help`]`: what stands around the hole, and a word of the code in it.
    const around = [...readers.matchAll(/`(\w+_)\$\{[^}]*\}(\w*)`/g)].map(
      ([, before = '', after = '']) => new RegExp(`^${before}(\\w+)${after}$`),
    );
    const putTogether = (key: string) =>
      around.some((pattern) => words.has(pattern.exec(key)?.[1] ?? ''));
    return keys.filter((key) => !(named.has(key) || quoted.has(key) || putTogether(key)));
  }

  it.each(areas)('is not in $name', (area) => {
    expect(unused(area, Object.keys(area.sv))).toEqual([]);
  });

  it('would be found', () => {
    const [area] = areas.filter(({ file }) => basename(file) === 'interview.ts');
    const keys = ['pausedTitle', 'aSentenceNobodySees'];
    expect(area && unused(area, keys)).toEqual(['aSentenceNobodySees']);
  });
});
