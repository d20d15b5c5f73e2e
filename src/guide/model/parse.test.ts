import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Guide } from './guide.ts';
import { isConsentGate } from './guide.ts';
import { MAX_GUIDE_BYTES, parseGuide, type GuideProblem } from './parse.ts';

const TEXT = readFileSync(new URL('../data/default-guide.json', import.meta.url), 'utf8');

/** The shipped guide, changed at one place: `set('sections.1.questions.2.text', undefined)`. */
function set(path: string, value: unknown): string {
  const guide: unknown = JSON.parse(TEXT);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at = guide;
  for (const step of steps) at = member(at, step);
  if (typeof at !== 'object' || at === null || !(last in at)) throw new Error(`no ${path}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else Reflect.set(at, last, value);
  return JSON.stringify(guide);
}

function member(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !(name in of)) throw new Error(`no ${name}`);
  return Reflect.get(of, name);
}

function shipped(): Guide {
  const parsed = parseGuide(TEXT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function problemOf(text: string): GuideProblem {
  const parsed = parseGuide(text);
  if (parsed.ok) throw new Error('this was taken for a guide');
  return parsed.error;
}

describe('the guide that comes with the app', () => {
  const guide = shipped();
  const questions = guide.sections.flatMap((section) => section.questions);

  it('has 8 sections, 40 questions and 17 support cards', () => {
    expect(guide.sections).toHaveLength(8);
    expect(questions).toHaveLength(40);
    expect(guide.situations).toHaveLength(17);
    expect(new Set(guide.situations.map((each) => each.id)).size).toBe(17);
  });

  it('has tracks of 40, 28 and 18 questions for 90, 67 and 45 minutes', () => {
    expect(
      guide.tracks.map((track) => [track.id, track.questionIds.length, track.minutes]),
    ).toEqual([
      ['full', 40, 90],
      ['core', 28, 67],
      ['brief', 18, 45],
    ]);
  });

  it('has its training in a file of its own, and a file that still has one in it is read as well', () => {
    expect(JSON.parse(TEXT)).not.toHaveProperty('training');
    const older = JSON.stringify({ ...JSON.parse(TEXT), training: { modules: [], cases: ['?'] } });
    expect(parseGuide(older)).toEqual({ ok: true, value: guide });
  });

  it('asks for consent at s1q3 and nowhere else', () => {
    expect(questions.filter(isConsentGate).map((question) => question.id)).toEqual(['s1q3']);
  });

  it('has every kind of answer that the screens show, but `none`', () => {
    expect(new Set(questions.map((question) => question.answer.kind))).toEqual(
      new Set(['narrative', 'choice', 'scale', 'date']),
    );
  });

  it('asks in part B of the memo, in words, whether the interviewer needs support', () => {
    const field = guide.memoTemplate.fields.find((each) => each.id === 'needSupport');
    expect(field?.part).toBe('B');
    expect(
      field?.answer.kind === 'choice' && field.answer.options.map(({ label }) => label.sv),
    ).toEqual(['Nej', 'Ja, jag vill prata med någon den här veckan', 'Ja, i dag']);
  });

  it('keeps near each question only cards that exist', () => {
    const cards = new Set<string>(['consentGate', ...guide.situations.map((each) => each.id)]);
    const unknown = questions.flatMap((each) => (each.watch ?? []).filter((id) => !cards.has(id)));
    expect(unknown).toEqual([]);
  });

  it('is complete in English', () => {
    const lacking = questions.filter(
      ({ text, motive, guidance, probes }) =>
        !text.en || !motive?.en || !guidance?.do.en || probes.some((probe) => !probe.en),
    );
    expect(lacking.map((each) => each.id)).toEqual([]);
  });
});

describe('a file that is not a guide', () => {
  it.each([
    ['no JSON', '{"id": ', 'notJson'],
    ['nothing', '', 'notJson'],
    ['a list', '[]', 'notAnObject'],
    ['null', 'null', 'notAnObject'],
    ['a word', '"guide"', 'notAnObject'],
    ['more than a guide may be', ' '.repeat(MAX_GUIDE_BYTES + 1), 'tooLarge'],
  ] as const)('%s', (_what, text, what) => {
    expect(problemOf(text)).toEqual({ type: 'notAGuide', what, place: [] });
  });

  it.each([
    [
      'a question without text',
      set('sections.1.questions.2.text', undefined),
      'missing',
      [
        { part: 'section', number: 2 },
        { part: 'question', number: 3 },
        { part: 'member', name: 'text' },
      ],
    ],
    [
      'an option without label',
      set('sections.0.questions.2.answer.options.1.label', undefined),
      'missing',
      [
        { part: 'section', number: 1 },
        { part: 'question', number: 3 },
        { part: 'member', name: 'answer' },
        { part: 'option', number: 2 },
        { part: 'member', name: 'label' },
      ],
    ],
    [
      'a number where words belong',
      set('sections.7.title', 8),
      'wrongKind',
      [
        { part: 'section', number: 8 },
        { part: 'member', name: 'title' },
      ],
    ],
    [
      'an unknown kind of answer',
      set('sections.2.questions.0.answer.kind', 'drawing'),
      'wrongKind',
      [
        { part: 'section', number: 3 },
        { part: 'question', number: 1 },
        { part: 'member', name: 'answer' },
        { part: 'member', name: 'kind' },
      ],
    ],
    [
      'a section without questions',
      set('sections.4.questions', []),
      'empty',
      [
        { part: 'section', number: 5 },
        { part: 'member', name: 'questions' },
      ],
    ],
    [
      'a text of nothing but spaces',
      set('sections.0.questions.0.probes.1.sv', '   '),
      'empty',
      [
        { part: 'section', number: 1 },
        { part: 'question', number: 1 },
        { part: 'probe', number: 2 },
        { part: 'member', name: 'sv' },
      ],
    ],
    [
      'a card without its words',
      set('situations.16.sayNow', undefined),
      'missing',
      [
        { part: 'card', number: 17 },
        { part: 'member', name: 'sayNow' },
      ],
    ],
    [
      'a memo field without part',
      set('memoTemplate.fields.3.part', undefined),
      'missing',
      [
        { part: 'member', name: 'memoTemplate' },
        { part: 'field', number: 4 },
        { part: 'member', name: 'part' },
      ],
    ],
    ['a guide without tracks', set('tracks', []), 'empty', [{ part: 'member', name: 'tracks' }]],
  ] as const)('%s is told with its place', (_what, text, what, place) => {
    expect(problemOf(text)).toMatchObject({ what, place });
  });
});

describe('a guide that contradicts itself', () => {
  it('a second question with the same id', () => {
    expect(problemOf(set('sections.1.questions.0.id', 's1q2'))).toEqual({
      type: 'notAGuide',
      what: 'duplicateId',
      place: [
        { part: 'section', number: 2 },
        { part: 'question', number: 1 },
      ],
      id: 's1q2',
    });
  });

  it('a track that names a question nobody wrote', () => {
    expect(problemOf(set('tracks.1.questionIds.5', 's9q9'))).toEqual({
      type: 'notAGuide',
      what: 'unknownQuestion',
      place: [{ part: 'track', number: 2 }],
      id: 's9q9',
    });
  });

  it('no question where consent is asked', () => {
    expect(problemOf(set('sections.0.questions.2.watch', []))).toEqual({
      type: 'notAGuide',
      what: 'gateMissing',
      place: [],
    });
  });

  it('a track that leaves out the consent question', () => {
    expect(problemOf(set('tracks.2.questionIds', ['s1q1', 's8q6']))).toEqual({
      type: 'notAGuide',
      what: 'gateLeftOut',
      place: [{ part: 'track', number: 3 }],
      id: 's1q3',
    });
  });
});
