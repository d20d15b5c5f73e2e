import { expect, it } from 'vitest';
import { agreed, GUIDE, q, started, stateAfter, talkEnded, written } from '../fixture.ts';
import { closingItems, closingLeft, foldClosing } from './closing.ts';
import type { InterviewFact } from './event.ts';
import type { AnyInterviewFact } from './side-facts.ts';
import { summarise } from './summary.ts';

const checked = (...items: string[]): AnyInterviewFact => ({
  type: 'ClosingChecked',
  version: 1,
  data: { items },
});
const required = GUIDE.closing.checklist?.filter((item) => item.required).map(({ id }) => id) ?? [];

it('counts what is required and not ticked, and asks for less where strength ran out', () => {
  const none = foldClosing(written([started()]));
  expect(closingLeft(closingItems(GUIDE, false), none)).toBe(required.length);
  expect(closingLeft(closingItems(GUIDE, true), none)).toBeLessThan(required.length);
  const all = foldClosing(written([started(), checked('mood'), checked(...required)]));
  expect(closingLeft(closingItems(GUIDE, false), all)).toBe(0);
});

it('tells the newest list, the plan for tonight and every copy', () => {
  const closing = foldClosing(
    written([
      started(),
      checked('mood', 'thanks'),
      checked('thanks'),
      { type: 'TonightPlanned', version: 1, data: { plan: 'Ringer sin faster' } },
      {
        type: 'CopyReleased',
        version: 1,
        data: { form: 'print', language: 'sv', without: [q('s3q1')] },
      },
    ]),
  );
  expect(closing).toMatchObject({
    checked: ['thanks'],
    tonight: 'Ringer sin faster',
    copies: [{ form: 'print', language: 'sv', without: ['s3q1'] }],
  });
});

it('promises a call to everyone, and feedback to those who want it, until it is done', () => {
  const promised = (...facts: InterviewFact[]) =>
    summarise(stateAfter(...facts), { done: 0, of: 0 }).promised;
  const done = (task: 'call' | 'feedback') =>
    ({ type: 'AftercareDone', version: 1, data: { task, note: '' } }) as const;
  expect(promised(started())).toEqual([]);
  expect(promised(started(), agreed(), talkEnded)).toEqual(['call']);
  const wants = agreed(['participate', 'notes', 'feedback']);
  expect(promised(started(), wants, talkEnded)).toEqual(['call', 'feedback']);
  expect(promised(started(), wants, talkEnded, done('call'))).toEqual(['feedback']);
  const withdrawn: InterviewFact = {
    type: 'ConsentWithdrawn',
    version: 1,
    data: { items: ['feedback'] },
  };
  expect(promised(started(), wants, talkEnded, withdrawn)).toEqual(['call']);
});
