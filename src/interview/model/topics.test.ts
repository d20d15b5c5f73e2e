import { expect, it } from 'vitest';
import { GUIDE, q, started, written, wrote } from '../fixture.ts';
import { topicsOf } from './topics.ts';
import type { NewEvent } from '../../journal/model/event.ts';

const titleOf = (question: string) =>
  GUIDE.sections.find(({ questions }) => questions.some(({ id }) => id === question))?.title;
const use = (question: string, chosen: string): NewEvent => ({
  type: 'UseChosen',
  version: 1,
  data: { question: q(question), use: chosen },
});
const topics = (...facts: readonly NewEvent[]) => topicsOf(written(facts), GUIDE);

it('names the sections in which something was said, and not one word of it', () => {
  const told = topics(started(), wrote('s3q1', 'Om kastanjen'), wrote('s6q1', 'Flytten'));
  expect(told).toEqual([titleOf('s3q1'), titleOf('s6q1')]);
  expect(JSON.stringify(told)).not.toContain('kastanj');
});

it('leaves out what is between the two, and what was taken back', () => {
  const said = [started(), wrote('s3q1', 'Om kastanjen'), wrote('s6q1', 'Flytten')];
  expect(topics(...said, use('s3q1', 'betweenUs'))).toEqual([titleOf('s6q1')]);
  const back: NewEvent = { type: 'AnswerTakenBack', version: 1, data: { question: q('s6q1') } };
  expect(topics(...said, use('s3q1', 'betweenUs'), back)).toEqual([]);
});

it('is empty where nothing was said', () => {
  expect(topics(started())).toEqual([]);
  expect(topicsOf([], GUIDE)).toEqual([]);
});
