import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../base/canonical.ts';
import { CardId, QuestionId, TrackId } from '../../base/ids.ts';
import template from '../data/case-template.json' with { type: 'json' };
import { TRAINING } from '../fixture.ts';
import { beginForm, CaseTemplate, formOf } from './case-edited.ts';
import { caseFile, readCaseFile } from './case-file.ts';
import { NO_ANSWER, NO_REPLY, type CaseForm } from './case-form.ts';
import { makeCase } from './case-made.ts';
import { CaseId, PracticeCase } from './case.ts';
import { READY_KINDS, readyOf, recognise, SUBJECTS } from './ready-checkpoint.ts';

const OWN = { id: CaseId.parse('e'.repeat(32)), version: 1 };
const TEMPLATE = CaseTemplate.parse(template);
const Q = QuestionId.parse('s2q1');

const begun = (): CaseForm => beginForm('Ester', TrackId.parse('core'), TEMPLATE);
const filled = (): CaseForm => {
  const form = begun();
  const text = { sv: 'Hon flyttade två gånger.', en: '' };
  return {
    ...form,
    about: { ...form.about, age: '18', summary: text, goals: [text] },
  };
};

describe('a case and its form', () => {
  it.each(TRAINING.cases)('is the same case after editing nothing: $persona.alias', (played) => {
    const { id, version } = played;
    const made = makeCase(formOf(played), { id, version });
    expect(made.ok && canonical(made.value)).toBe(canonical(played));
  });

  it('is complete with a person, a goal and the template, and leaves out what is empty', () => {
    const made = makeCase(filled(), OWN);
    expect(made.ok && made.value).toMatchObject({
      ...OWN,
      fictional: true,
      practiceOnly: true,
      persona: { alias: 'Ester', age: 18, summary: { sv: 'Hon flyttade två gånger.' } },
      answers: {},
      checkpoints: [],
    });
    expect(made.ok && 'minor' in made.value.setup).toBe(false);
  });

  it('makes who is under 18 a minor, so that the guardian comes up', () => {
    const form = filled();
    const made = makeCase({ ...form, about: { ...form.about, age: '17' } }, OWN);
    expect(made.ok && made.value.setup.minor).toBe(true);
  });

  it('says what is lacking, and where', () => {
    const form = begun();
    const lacking = makeCase(
      {
        ...form,
        about: { ...form.about, alias: ' ', age: '14' },
        answers: {
          s2q1: { ...NO_ANSWER, silent: { ...NO_REPLY, say: { sv: '', en: 'Hi' } } },
        },
        voice: { ...form.voice, heard: [] },
      },
      OWN,
    );
    expect(lacking).toEqual({
      ok: false,
      error: [
        { place: 'about', type: 'alias' },
        { place: 'about', type: 'age' },
        { place: 'about', type: 'summary' },
        { place: 'about', type: 'goals' },
        { place: 'answers/s2q1', type: 'swedish' },
        { place: 'voice', type: 'voice' },
      ],
    });
  });

  it('keeps replies to probes, to questions and to silence in their places', () => {
    const reply = (sv: string) => ({ ...NO_REPLY, say: { sv, en: '' } });
    const form = filled();
    const made = makeCase(
      {
        ...form,
        answers: {
          s2q1: {
            reply: { ...reply('Ja.'), seconds: 10, wants: 'pause' },
            value: 3,
            probes: [NO_REPLY, reply('Andra.')],
            asked: [{ reply: reply('Rolf.'), topic: 'thanks', words: 'vem, rädd , ' }],
            silent: reply('Mer.'),
          },
        },
      },
      OWN,
    );
    expect(made.ok && made.value.answers[Q]).toEqual({
      say: { sv: 'Ja.' },
      afterSilence: 10,
      wants: 'pause',
      value: 3,
      probes: { '1': { say: { sv: 'Andra.' } } },
      ifAsked: [{ say: { sv: 'Rolf.' }, about: { topic: 'thanks', words: ['vem', 'rädd'] } }],
      ifSilent: { say: { sv: 'Mer.' } },
    });
  });
});

describe('ready checkpoints', () => {
  const params = fc.record({
    card: fc.constantFrom(null, CardId.parse('childAtRisk')),
    questions: fc.integer({ min: 0, max: 40 }),
    seconds: fc.integer({ min: 5, max: 60 }),
    subject: fc.constantFrom(...SUBJECTS),
  });

  it('are known again from the predicate they make', () => {
    fc.assert(
      fc.property(fc.constantFrom(...READY_KINDS), params, (kind, given) => {
        const { build, at } = readyOf(kind);
        const place = at.includes('question') ? Q : 'after';
        const made = build(place, given);
        const known = recognise(place, made);
        return (
          known !== undefined &&
          canonical(readyOf(known.kind).build(place, known.params)) === canonical(made)
        );
      }),
    );
  });

  it('leave alone what they cannot say', () => {
    const own = TRAINING.cases.flatMap(({ checkpoints }) => checkpoints);
    const unknown = own.filter(({ at, when }) => !recognise(at, when));
    expect(unknown.length).toBeGreaterThan(0);
  });
});

describe('a case as a file', () => {
  const [saga] = TRAINING.cases;
  if (!saga) throw new Error('no case');

  it('comes back as it was', () => {
    const read = readCaseFile(caseFile(saga));
    expect(read).toEqual({ ok: true, value: formOf(saga) });
    expect(readCaseFile(JSON.stringify(saga))).toEqual(read);
  });

  it.each([
    ['notJson', 'Hej'],
    ['otherFile', '[]'],
    ['otherFile', '{"id":"default-guide"}'],
    ['laterVersion', '{"kind":"aterblick-practice-case","v":2}'],
    ['notFictional', JSON.stringify({ ...saga, fictional: false })],
    ['notFictional', JSON.stringify({ ...saga, practiceOnly: undefined })],
    ['tooLarge', `"${'x'.repeat(1_000_000)}"`],
  ])('is refused in words: %s', (type, text) => {
    expect(readCaseFile(text)).toEqual({ ok: false, error: { type } });
  });

  it('says in which parts something is wrong', () => {
    const wrong = {
      ...saga,
      persona: { ...saga.persona, age: 3 },
      answers: { ...saga.answers, s2q1: { say: {} } },
    };
    expect(readCaseFile(JSON.stringify(wrong))).toEqual({
      ok: false,
      error: { type: 'wrong', places: ['about', 'answers/s2q1'] },
    });
  });

  it.each([
    ['a long choice', 'x'.repeat(61)],
    ['very many choices', Array.from({ length: 31 }, (_, i) => `a${i}`)],
  ])('takes in nothing that could not be opened again: %s', (_, value) => {
    const [question = ''] = Object.keys(saga.answers);
    const answers = { ...saga.answers, [question]: { say: { sv: 'Den.' }, value } };
    expect(PracticeCase.safeParse({ ...saga, answers }).success).toBe(true);
    expect(readCaseFile(JSON.stringify({ ...saga, answers }))).toEqual({
      ok: false,
      error: { type: 'wrong', places: [`answers/${question}`] },
    });
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readCaseFile(text);
        readCaseFile(JSON.stringify({ kind: 'aterblick-practice-case', v: 1, case: text }));
      }),
    );
  });
});
