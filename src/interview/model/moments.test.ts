import { expect, it } from 'vitest';
import { IDA, q, started, writtenAt } from '../fixture.ts';
import { momentsOf } from './moments.ts';

const minute = 60_000;
const plain = (type: string) => ({ type, version: 1, data: {} });
const marked = (question: string) => ({
  type: 'MomentMarked',
  version: 1,
  data: { question: q(question) },
});

it('have their question, the clock and the time talked before them, pauses left out', () => {
  const events = writtenAt([
    [0, started()],
    [0, plain('PreparationBegun')],
    [20 * minute, plain('TalkBegun')],
    [25 * minute, marked('s2q1')],
    [30 * minute, plain('InterviewPaused')],
    [50 * minute, plain('InterviewResumed')],
    [52 * minute, marked('s2q2')],
  ]);
  expect(momentsOf(events)).toMatchObject([
    { question: 's2q1', at: 25 * minute, talkedMs: 5 * minute, writtenOut: false },
    { question: 's2q2', at: 52 * minute, talkedMs: 12 * minute, writtenOut: false },
  ]);
  expect(events.every((event) => event.author === IDA.author)).toBe(true);
});

it('are written out by a tick, which can be taken away, and go with an answer that is taken back', () => {
  const first = writtenAt([
    [0, started()],
    [minute, marked('s2q1')],
    [minute, marked('s2q2')],
  ]);
  const [moment] = momentsOf(first);
  const tick = (done: boolean) => ({
    type: 'MomentWrittenOut',
    version: 1,
    data: { moment: moment?.id, done },
  });
  const after = (...facts: { type: string; version: number; data: object }[]) => {
    const all = [...first];
    for (const [i, fact] of facts.entries()) {
      const [last] = all.slice(-1);
      if (last)
        all.push({
          ...last,
          ...fact,
          order: last.order + 1 + i,
          body: { salt: '', data: fact.data },
        });
    }
    return momentsOf(all).map(({ question, writtenOut }) => [question, writtenOut]);
  };
  expect(after(tick(true))).toEqual([
    ['s2q1', true],
    ['s2q2', false],
  ]);
  expect(after(tick(true), tick(false))[0]).toEqual(['s2q1', false]);
  expect(after({ type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } })).toEqual([
    ['s2q2', false],
  ]);
});
