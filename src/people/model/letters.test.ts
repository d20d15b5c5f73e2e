import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressee, LETTER_TEXTS, OFFICE_WORDS } from '../fixture-letters.ts';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import {
  fillLetter,
  filledIn,
  firstNameOf,
  isPersonal,
  LETTERS,
  letterTemplate,
  OFFICE_PLACEHOLDERS,
  placeholdersIn,
} from './letter.ts';
import { makeLetters } from './letters.ts';

const template = (kind: (typeof LETTERS)[number], language: 'sv' | 'en' = 'sv') =>
  letterTemplate(kind, LETTER_TEXTS, language);

describe.each(LETTERS)('%s', (kind) => {
  it.each(LANGUAGES)('is whole in %s once every placeholder has its words', (language) => {
    const made = makeLetters(template(kind, language), [addressee('Ada Ek')], OFFICE_WORDS);
    if (!made.ok) throw new Error(made.error.type);
    const text = made.value
      .flat()
      .map((block) => block.text)
      .join('\n');
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(200);
  });

  it('says something else in English', () => {
    expect(template(kind, 'en').map((block) => block.text)).not.toEqual(
      template(kind, 'sv').map((block) => block.text),
    );
    expect([...placeholdersIn(template(kind, 'en'))].sort()).toEqual(
      [...placeholdersIn(template(kind, 'sv'))].sort(),
    );
  });

  it('cannot be made while any one placeholder is empty, and names just that one', () => {
    for (const name of placeholdersIn(template(kind))) {
      if (filledIn(name) === 'person') continue;
      for (const nothing of ['', '   ']) {
        const values = new Map([...OFFICE_WORDS, [name, nothing]]);
        expect(makeLetters(template(kind), [addressee('Ada Ek')], values)).toEqual({
          ok: false,
          error: { type: 'empty', placeholders: [name], nameless: [] },
        });
      }
    }
  });

  it('asks the form only for what it asks for', () => {
    const asked = placeholdersIn(template(kind)).filter((name) => filledIn(name) === 'office');
    const form: readonly string[] = OFFICE_PLACEHOLDERS;
    expect(asked.filter((name) => !form.includes(name))).toEqual([]);
  });
});

it('asks in the consent for nothing that is asked at the end of the talk', () => {
  const boxes = template('consent').filter(({ kind }) => kind === 'box');
  const { items } = LETTER_TEXTS.consent;
  expect(items.filter(({ ask }) => ask === 'closing')).toHaveLength(1);
  expect(boxes).toHaveLength(items.length - 1);
});

describe('letters for several', () => {
  it('are one each, with the own name and the address above', () => {
    const made = makeLetters(
      template('invitation'),
      [addressee('Ada Ek'), addressee('Lind, Bo Erik')],
      OFFICE_WORDS,
    );
    if (!made.ok) throw new Error(made.error.type);
    const greetings = made.value.map((letter) =>
      letter.map(({ text }) => text).filter((text) => text.startsWith('Hej')),
    );
    expect(greetings).toEqual([['Hej Ada!'], ['Hej Bo!']]);
    expect(made.value[0]?.slice(0, 3).map(({ text }) => text)).toEqual([
      'Ada Ek',
      'Storgatan 1',
      '123 45 Björkvik',
    ]);
  });

  it('are not made for nobody', () => {
    expect(makeLetters(template('reminder'), [], OFFICE_WORDS)).toEqual({
      ok: false,
      error: { type: 'nobody' },
    });
  });

  it('name by code whoever has no name, and no letter is made for the others either', () => {
    expect(
      makeLetters(template('reminder'), [addressee('Ada'), addressee(' ')], OFFICE_WORDS),
    ).toEqual({ ok: false, error: { type: 'empty', placeholders: [], nameless: ['BJ-07'] } });
  });

  it('are one for all when they name nobody', () => {
    expect(isPersonal(template('information'))).toBe(false);
    const made = makeLetters(template('information'), [], OFFICE_WORDS);
    expect(made.ok && made.value.length).toBe(1);
  });
});

it('never looks for placeholders in what was put in', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(name.trim() !== '');
      const filled = fillLetter(
        [{ kind: 'text', text: '{FIRST_NAME}|{BOARD}' }],
        new Map([
          ['FIRST_NAME', `${name}{BOARD}$&`],
          ['BOARD', 'nämnden'],
        ]),
      );
      expect(filled).toEqual({
        ok: true,
        value: [{ kind: 'text', text: `${`${name}{BOARD}$&`.trim()}|nämnden` }],
      });
    }),
  );
});

it.each([
  ['Ada Lind', 'Ada'],
  ['Lind, Ada Maria', 'Ada'],
  ['Ada', 'Ada'],
  ['  ', ''],
])('speaks to "%s" by "%s"', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
