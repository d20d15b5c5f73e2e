import { expect, it } from 'vitest';
import { TrackId } from '../../base/ids.ts';
import { GUIDE } from '../../interview/fixture.ts';
import template from '../data/case-template.json' with { type: 'json' };
import { caseOf } from '../fixture.ts';
import { checkCase } from './case-check.ts';
import { beginForm, CaseTemplate, formOf } from './case-edited.ts';
import { NO_ANSWER, NO_REPLY, type CaseForm } from './case-form.ts';

const EMPTY = beginForm('Ester', TrackId.parse('core'), CaseTemplate.parse(template));
const questions = GUIDE.sections.flatMap((section) => section.questions);
const said = (form: CaseForm) =>
  checkCase(form, GUIDE).toMend.map((each) => ('lack' in each ? each.lack : each.problem));

it('has nothing against a case that is whole, and makes it', () => {
  const { made, toMend } = checkCase(formOf(caseOf('Saga')), GUIDE);
  expect(toMend).toEqual([]);
  expect(made?.persona.alias).toBe('Saga');
});

it('tells in one list what is lacking and what is wrong with the rest', () => {
  const answer = (sv: string, en = '') => ({
    ...NO_ANSWER,
    reply: { ...NO_REPLY, say: { sv, en } },
  });
  const form: CaseForm = {
    ...EMPTY,
    answers: { s2q1: answer('Ring 070-123 45 67.'), s2q2: answer('', 'I was nine.') },
    voice: { ...EMPTY.voice, open: [] },
  };
  const { made, toMend } = checkCase(form, GUIDE);
  expect(made).toBeNull();
  expect(said(form)).toEqual(
    expect.arrayContaining([
      'age',
      'summary',
      'goals',
      'swedish',
      'voice',
      'contact',
      'unanswered',
    ]),
  );
  expect(toMend).toContainEqual({
    place: 'answers/s2q1',
    problem: 'contact',
    found: '070-123 45 67',
  });
  // What is written in English only is lacking in Swedish, and not unanswered besides.
  expect(toMend.filter(({ place }) => place === 'answers/s2q2')).toEqual([
    { place: 'answers/s2q2', lack: 'swedish' },
  ]);
  expect(said(form).filter((each) => each === 'unanswered')).toHaveLength(questions.length - 2);
});

it('says nothing of what only stands in for what is lacking', () => {
  const saga = formOf(caseOf('Saga'));
  expect(said({ ...saga, about: { ...saga.about, alias: '', age: '9' } })).toEqual([
    'alias',
    'age',
  ]);
});
