import { expect, it } from 'vitest';
import {
  ended,
  INTERVIEW,
  memoryJournal,
  must,
  openSession,
  q,
  reopened,
  started,
  words,
  wrote,
} from './fixture.ts';
import { settleAnswers } from './settle-answers.ts';
import { eraseInterview } from './erase.ts';
import { privateMemo } from './memo.ts';
import { fixedDeps } from '../base/deps.ts';
import type { Answer, Outcome } from './model/event.ts';

/* Answers that are emptied, left as drafts, or erased. */

it.each([
  ['emptied', 'answered', words(''), null],
  ['left with spaces', 'answered', words('  \n'), null],
  ['changed', 'answered', words('Annat'), 'answered'],
  ['emptied after it was said to be partly answered', 'partly', words(''), 'partly'],
] satisfies [string, Outcome, Answer, Outcome | null][])(
  'an answer that is %s',
  async (_how, before, answer, after) => {
    const session = await openSession([started(), wrote('s1q1', 'Ord'), ended('s1q1', before)]);
    session.write(q('s1q1'), answer);
    must(await session.settle(q('s1q1')));
    expect(session.snapshot().state.questions.get(q('s1q1'))?.outcome).toBe(after);
  },
);

it('keeps an outcome that is chosen for a question without words', async () => {
  const session = await openSession([started(), ended('s1q1', 'answered')]);
  session.write(q('s1q1'), { ...words(''), verbatim: [[0, 0]] });
  must(await session.settle(q('s1q1')));
  expect(session.snapshot().state.questions.get(q('s1q1'))?.outcome).toBe('answered');
});

it('settles every answer that a crash left as a draft', async () => {
  const journal = memoryJournal();
  const before = await openSession([started()], journal);
  before.write(q('s1q1'), words('Halv'));
  before.write(q('s2q3'), words('', { kind: 'scale', value: 7 }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  const session = await reopened(journal);
  expect(session.snapshot().state.questions.get(q('s1q1'))).toBeUndefined();
  must(await settleAnswers(session));
  expect(session.snapshot().state.questions.get(q('s1q1'))?.answer?.text).toBe('Halv');
  expect(session.snapshot().state.questions.get(q('s2q3'))?.answer?.value).toEqual({
    kind: 'scale',
    value: 7,
  });
  expect((await journal.open(INTERVIEW))?.drafts).toEqual([]);
});

it('erases a draft together with what was written about it in part C', async () => {
  const journal = memoryJournal();
  await openSession([started()], journal);
  const own = await privateMemo(journal, INTERVIEW, fixedDeps().random);
  own.draft('ownReactions', 'Jag blev ledsen');
  await own.settle('ownReactions');
  expect(await journal.list('reflection')).toHaveLength(1);
  must(await eraseInterview(journal, INTERVIEW));
  expect(await journal.list('reflection')).toEqual([]);
  expect(await journal.list('interview')).toEqual([]);
});

it('takes back dates that were typed halfway as well', async () => {
  const journal = memoryJournal();
  const session = await openSession([started(), wrote('s2q4', 'Ord')], journal);
  session.draft('dates.s2q4', { from: { year: '201', month: '' }, to: { year: '', month: '' } });
  must(await session.takeBack([q('s2q4')]));
  expect((await journal.open(INTERVIEW))?.drafts).toEqual([]);
});
