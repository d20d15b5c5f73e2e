import { describe, expect, it } from 'vitest';
import { EventId } from '../../base/ids.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import { completed, INTERVIEW, interviewEvents, KARIN, OLLE, q, written } from '../fixture.ts';
import { changedSince, takenBackComments } from './changes.ts';
import { WHOLE, type ReviewFact } from './event.ts';
import { foldReview } from './state.ts';
import { reviewStreamOf } from './summary.ts';

const first = interviewEvents();

describe('what changed since a decision', () => {
  it('is what was written after that revision was completed', () => {
    const events = written(
      [
        { type: 'InterviewReopened', version: 1, data: { review: EventId.parse('9'.repeat(32)) } },
        {
          type: 'AnswerWritten',
          version: 1,
          data: {
            question: q('s2q2'),
            answer: { text: 'Nu minns jag.', verbatim: [], value: null },
          },
        },
        { type: 'QuestionEnded', version: 1, data: { question: q('s3q1'), outcome: 'partly' } },
        { type: 'UseChosen', version: 1, data: { question: q('s4q1'), use: 'betweenUs' } },
        { type: 'SectionReadBack', version: 1, data: { section: 's5' } },
        { type: 'MemoWritten', version: 1, data: { field: 'setting', value: 'Hemma.' } },
        completed,
      ],
      INTERVIEW,
      first,
      OLLE,
    );
    const changed = changedSince(events, 1);
    expect([...changed.questions].sort()).toEqual(['s2q2', 's3q1', 's4q1']);
    expect([...changed.memo]).toEqual(['setting']);
    expect(changedSince(events, 2).questions.size).toBe(0);
  });

  it('is nothing before the first decision', () => {
    expect(changedSince(first, 0)).toEqual({ questions: new Set(), memo: new Set() });
    expect(changedSince(first, 1).questions.size).toBe(0);
  });
});

it('finds the comments that quote words the participant took back', () => {
  const answer = first.find((event) => event.type === 'AnswerWritten');
  if (!answer) throw new Error('no answer');
  const on = (event: EventId | null): ReviewFact => ({
    type: 'PassageCommented',
    version: 1,
    data: { anchor: { kind: 'question', question: q('s2q1') }, event, ...WHOLE, text: 'Mer?' },
  });
  const stream = reviewStreamOf(INTERVIEW, KARIN.author);
  const begin: ReviewFact = {
    type: 'ReviewStarted',
    version: 1,
    data: { interview: INTERVIEW, revision: 1 },
  };
  const review = foldReview(written([begin, on(answer.id), on(null)], stream, [], KARIN));
  if (!review) throw new Error('not a review');
  expect(takenBackComments(review, first)).toEqual([]);
  const retraction = { type: RETRACTED, version: 1, data: { events: [answer.id] } };
  const after = written([retraction], INTERVIEW, first, OLLE);
  expect(takenBackComments(review, after).map((comment) => comment.event)).toEqual([answer.id]);
});
