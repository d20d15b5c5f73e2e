import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId } from '../../base/ids.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import shipped from '../data/survey.json' with { type: 'json' };
import { surveyStreamOf, type SurveyFact } from './progress.ts';
import {
  compare,
  foldSurvey,
  Survey,
  unanswered,
  type SurveyAnswers,
  type When,
} from './survey.ts';

const survey = Survey.parse(shipped);
const deps = fixedDeps();

async function answered(rounds: readonly (readonly [When, SurveyAnswers])[]) {
  const author = newId(MemberId, deps.random);
  const journal = openMemoryJournal({ author, device: newId(DeviceId, deps.random) }, deps);
  const stream = surveyStreamOf(author);
  const facts = rounds.map(([when, answers]): SurveyFact => ({
    type: 'SurveyAnswered',
    version: 1,
    data: { when, answers },
  }));
  await journal.append(stream, 'survey', facts, {});
  return foldSurvey((await journal.open(stream))?.events ?? []);
}

it('asks for expectations and for the fears that domain.md K27 names, in both languages', () => {
  expect(survey.statements.map(({ id }) => id)).toEqual([
    'curious',
    'learn',
    'hurt',
    'criticism',
    'silence',
    'disclosure',
    'time',
    'technique',
  ]);
  expect(survey.open).toHaveLength(2);
  const texts = [...survey.statements, ...survey.open].map(({ text }) => text);
  expect(texts.every(({ sv, en }) => sv && en && sv !== en)).toBe(true);
});

it('sets both rounds beside each other, the later answer to a round standing', async () => {
  const both = await answered([
    ['before', [{ id: 'hurt', scale: 5 }]],
    [
      'before',
      [
        { id: 'hurt', scale: 4 },
        { id: 'time', scale: 1 },
      ],
    ],
    ['after', [{ id: 'hurt', scale: 2, text: '' }]],
  ]);
  const compared = compare(survey, both);
  expect(compared).toHaveLength(8);
  expect(compared.find(({ statement }) => statement.id === 'hurt')).toMatchObject({
    before: 4,
    after: 2,
  });
  expect(compared.find(({ statement }) => statement.id === 'time')).toMatchObject({
    before: 1,
    after: null,
  });
});

it('knows what is not answered; the open questions may be left', async () => {
  const { before, after } = await answered([['before', [{ id: 'expect', text: 'Mycket' }]]]);
  expect(unanswered(survey, before ?? [])).toHaveLength(8);
  expect(after).toBeNull();
  expect(
    unanswered(
      survey,
      survey.statements.map(({ id }) => ({ id, scale: 3 })),
    ),
  ).toEqual([]);
});
