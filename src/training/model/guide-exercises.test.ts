import { describe, expect, it } from 'vitest';
import data from '../../guide/data/default-guide.json' with { type: 'json' };
import { Guide } from '../../guide/model/guide.ts';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import coding from '../data/coding.json' with { type: 'json' };
import training from '../data/training.json' with { type: 'json' };
import { chosenRight } from './choice-exercise.ts';
import { codeItems, Coding, judgedRight } from './code-exercise.ts';
import { motiveItems } from './motive-exercise.ts';
import { minutesOf, PLAN_RULES, planOf, rulesKept } from './plan-exercise.ts';

const guide = Guide.parse(data);
const everything = guide.sections.flatMap(({ questions }) => questions);

describe.each(LANGUAGES)('matching motives in %s', (language) => {
  const items = motiveItems([guide], language);

  it('gives five motives, each with its question and two others', () => {
    expect(items).toHaveLength(5);
    for (const { options, right, prompt } of items) {
      expect(new Set(options.map(({ value }) => value)).size).toBe(3);
      expect(options.map(({ value }) => value)).toContain(right);
      const question = everything.find(({ id }) => id === right);
      expect(prompt).toBe(question?.motive?.[language]);
    }
  });

  it('does not have the right one always in the same place', () => {
    const places = items.map(({ options, right }) =>
      options.findIndex(({ value }) => value === right),
    );
    expect(new Set(places).size).toBeGreaterThan(1);
    const first = new Map(items.map(({ id, options }) => [id, options[0]?.value ?? '']));
    expect(chosenRight(items, first).size).toBeLessThan(4);
  });
});

it('takes the motives of another guide where the one in use has none', () => {
  const bare = {
    ...guide,
    sections: guide.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, motive: undefined })),
    })),
  };
  expect(motiveItems([bare], 'sv')).toEqual([]);
  expect(motiveItems([bare, guide], 'sv')).toEqual(motiveItems([guide], 'sv'));
});

describe('planning a short version', () => {
  const { minutes, fast } = planOf(guide);
  const brief = guide.tracks.find((track) => track.minutes === 45);

  it('is of 45 minutes, with opening and closing fast', () => {
    expect(minutes).toBe(45);
    expect([...fast]).toEqual(['s1q1', 's1q2', 's1q3', 's8q1', 's8q4', 's8q5', 's8q6']);
  });

  it('holds for the guide’s own short version', () => {
    const chosen = new Set(brief?.questionIds);
    expect(minutesOf(guide, chosen)).toBeLessThanOrEqual(45);
    expect(rulesKept(guide, chosen)).toEqual(PLAN_RULES);
  });

  it('sees what is too long, what is left out, and what goes before the core', () => {
    expect(rulesKept(guide, new Set(everything.map(({ id }) => id)))).toEqual([
      'everySection',
      'coreFirst',
    ]);
    expect(rulesKept(guide, fast)).toEqual(['fits', 'coreFirst']);
    const optional = everything.find(({ id }) => id === 's7q2');
    expect(optional?.core).toBe(false);
    const chosen = new Set(brief?.questionIds);
    if (optional) chosen.add(optional.id);
    expect(rulesKept(guide, chosen)).not.toContain('coreFirst');
  });
});

describe('coding the practice case', () => {
  const shipped = Coding.parse(coding);

  it('takes its five excerpts from Saga’s answers, and each key from what is offered', () => {
    const [saga] = training.cases;
    const answers = new Map(Object.entries(saga?.answers ?? {}));
    expect(shipped.excerpts).toHaveLength(5);
    for (const { question, text, offered, key } of shipped.excerpts) {
      expect(answers.get(question)?.say, question).toEqual(text);
      expect(offered).toContain(key);
      for (const code of offered) expect(shipped.codes[code], code).toBeDefined();
    }
    const inBook = data.codebook.themes.flatMap(({ codes }) => codes.map(({ id }) => id));
    for (const code of Object.keys(shipped.codes)) expect(inBook).toContain(code);
  });

  it.each(LANGUAGES)('offers its codes in words in %s', (language) => {
    for (const { options } of codeItems(shipped, language)) {
      for (const { label } of options) expect(label).not.toMatch(/^[A-Z]{3}\./);
    }
  });

  it('names phrases that stand in the memo, and judges each', () => {
    for (const language of LANGUAGES) {
      for (const { text } of shipped.phrases) {
        expect(shipped.memo[language]).toContain(text[language]);
      }
    }
    const revealing = shipped.phrases.flatMap(({ id, reveals }) => (reveals ? [id] : []));
    expect(judgedRight(shipped, revealing)).toBe(shipped.phrases.length);
    expect(judgedRight(shipped, [])).toBe(shipped.phrases.length - revealing.length);
    expect(
      judgedRight(
        shipped,
        shipped.phrases.map(({ id }) => id),
      ),
    ).toBe(revealing.length);
  });
});
