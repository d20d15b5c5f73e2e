import { expect, it } from 'vitest';
import { err, ok } from '../base/result.ts';
import { FACTS, INTERVIEW, KARIN, memoryJournal, OLLE, q, STORY, written } from './fixture.ts';
import { RETRACTED } from '../journal/model/event.ts';
import { answerComment, forgetTakenBackAnswers, repliesOf } from './replies.ts';
import { foldReview } from './model/state.ts';
import { reviewStreamOf, summariseReview } from './model/summary.ts';
import type { ReviewFact } from './model/event.ts';

const anchor = { kind: 'question', question: q('s2q1') } as const;

/** Olle's tablet with an answer to Karin's comment on words that the participant then takes back. */
async function answeredAndTakenBack() {
  const journal = memoryJournal(OLLE);
  const events = written(FACTS, INTERVIEW, [], OLLE);
  const words = events.find(({ type }) => type === 'AnswerWritten')?.id;
  if (!words) throw new Error('no answer');
  await journal.take(INTERVIEW, 'interview', events, {});
  const said: ReviewFact[] = [
    { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision: 1 } },
    {
      type: 'PassageCommented',
      version: 1,
      data: { anchor, event: words, from: 0, to: 10, quote: STORY.slice(0, 10), text: 'Mer?' },
    },
  ];
  const stream = reviewStreamOf(INTERVIEW, KARIN.author);
  const review = written(said, stream, [], KARIN);
  const state = foldReview(review);
  if (!state) throw new Error('no review');
  await journal.take(stream, 'review', review, summariseReview(state));
  const ports = { journal, me: OLLE.author, deliver: async () => ok('packed') };
  const comment = review.at(-1)?.id;
  if (!comment) throw new Error('no comment');
  await answerComment(ports, INTERVIEW, comment, 'Kvällen i november, tror jag.');
  const back = { type: RETRACTED, version: 1, data: { events: [words] } };
  await journal.append(INTERVIEW, 'interview', [back], {});
  const left = async () => (await repliesOf(journal, INTERVIEW)).flatMap(({ answers }) => answers);
  return { ports, left };
}

it('tells when an answer about words that were taken back could not be erased, and erases it later', async () => {
  const { ports, left } = await answeredAndTakenBack();
  const full = {
    ...ports.journal,
    append: async () => err({ type: 'storeFailed', name: 'disk' } as const),
  };
  expect(await forgetTakenBackAnswers({ ...ports, journal: full }, INTERVIEW)).toMatchObject({
    ok: false,
    error: { type: 'notSaved' },
  });
  expect(await left()).toHaveLength(1);
  expect(await forgetTakenBackAnswers(ports, INTERVIEW)).toEqual(ok('sent'));
  expect(await left()).toEqual([]);
  expect(await forgetTakenBackAnswers(ports, INTERVIEW)).toEqual(ok('nothing'));
});
