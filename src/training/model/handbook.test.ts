import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import defaultGuide from '../../guide/data/default-guide.json' with { type: 'json' };
import { parseGuide } from '../../guide/model/parse.ts';
import shipped from '../data/handbook.json' with { type: 'json' };
import { folded, searchHandbook } from './handbook-search.ts';
import { chaptersOf, Handbook } from './handbook.ts';

const handbook = Handbook.parse(shipped);
const parsed = parseGuide(JSON.stringify(defaultGuide));
if (!parsed.ok) throw new Error('the shipped guide does not parse');
const guide = parsed.value;
const sv = chaptersOf(handbook, guide, 'sv');
const en = chaptersOf(handbook, guide, 'en');

describe('the handbook', () => {
  it('has the seven chapters of the base document (domain.md K10)', () => {
    expect(sv.map(({ id }) => id)).toEqual([
      'ethics',
      'difficult',
      'routines',
      'motives',
      'documentation',
      'group',
      'time',
    ]);
    expect(sv.every(({ sections }) => sections.length >= 4)).toBe(true);
  });

  it('is complete in both languages, and no place has two names', () => {
    const places = sv.flatMap(({ id, sections }) => [id, ...sections.map((each) => each.id)]);
    expect(new Set(places).size).toBe(places.length);
    const texts = handbook.chapters.flatMap((chapter) => [
      chapter.title,
      chapter.about,
      ...chapter.sections.flatMap(({ title, paragraphs, points }) => [
        title,
        ...paragraphs,
        ...points,
      ]),
    ]);
    expect(texts.filter((text) => !text.en)).toEqual([]);
  });

  it('says why every question of the guide is asked, in the guide’s own words', () => {
    const motives = sv.find(({ id }) => id === 'motives')?.sections ?? [];
    const questions = guide.sections.flatMap((section) => section.questions);
    const points = motives.flatMap((section) => section.points);
    expect(questions.length).toBe(40);
    for (const { text, motive } of questions) {
      expect(points).toContain(`${text.sv} – ${motive?.sv}`);
    }
    expect(en.find(({ id }) => id === 'motives')?.sections).toHaveLength(motives.length);
    expect(
      chaptersOf(handbook, undefined, 'sv').find(({ id }) => id === 'motives')?.sections,
    ).toHaveLength(4);
  });
});

describe('the search', () => {
  it('finds words whatever their case and marks, with what is around them', () => {
    for (const query of ['OROSANMÄLAN', 'orosanmalan', ' Orosanmälan ']) {
      const [hit] = searchHandbook(sv, query);
      expect(folded(hit?.match ?? '')).toBe('orosanmalan');
      expect(`${hit?.before}${hit?.after}`.length).toBeGreaterThan(20);
    }
  });

  it('wants every word, and puts a heading that has them first', () => {
    const hits = searchHandbook(sv, 'tystnad');
    expect(hits[0]?.title).toBe('Tystnad');
    expect(hits.length).toBeGreaterThan(1);
    expect(searchHandbook(sv, 'tystnad giraff')).toEqual([]);
    expect(searchHandbook(sv, 'lex sarah')[0]?.title).toBe('Brister i vår egen verksamhet');
  });

  it('finds nothing for next to nothing', () => {
    for (const query of ['', ' ', 'a']) expect(searchHandbook(sv, query)).toEqual([]);
  });

  it('says in English what it says in English', () => {
    expect(searchHandbook(en, 'silence')[0]?.title).toBe('Silence');
  });

  it('shows what was asked for, whatever piece of the text is typed', () => {
    const lines = sv.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs));
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.nat(),
        fc.integer({ min: 4, max: 12 }),
        (line, at, long) => {
          const words = line.split(/\s+/);
          const word = words[at % words.length]?.slice(0, long) ?? '';
          if (folded(word).length < 2) return;
          const hits = searchHandbook(sv, word.toUpperCase());
          expect(hits.length).toBeGreaterThan(0);
          const matches = hits.flatMap(({ match }) => (match ? [folded(match)] : []));
          expect(new Set(matches)).toEqual(new Set([folded(word)]));
        },
      ),
    );
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
        expect(Array.isArray(searchHandbook(sv, query))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
