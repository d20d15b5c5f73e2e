import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventId } from '../../base/ids.ts';
import { RETRACTED, type JournalEvent, type NewEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { INTERVIEW, KARIN, OLLE, q, written } from '../fixture.ts';
import { WHOLE, type ReviewFact } from './event.ts';
import { foldReview, handledBy, openComments, reopenedQuestions } from './state.ts';
import { reviewStreamOf, ReviewSummary, summariseReview } from './summary.ts';

const STREAM = reviewStreamOf(INTERVIEW, KARIN.author);
const started = (revision: number): ReviewFact => ({
  type: 'ReviewStarted',
  version: 1,
  data: { interview: INTERVIEW, revision },
});
const commented = (question: string, text = 'Vad sa hon mer?'): ReviewFact => ({
  type: 'PassageCommented',
  version: 1,
  data: { anchor: { kind: 'question', question: q(question) }, event: null, ...WHOLE, text },
});
const onMemo = (field: string): ReviewFact => ({
  type: 'PassageCommented',
  version: 1,
  data: { anchor: { kind: 'memo', field }, event: null, ...WHOLE, text: 'Skriv platsen.' },
});
const returned = (revision: number, note = ''): ReviewFact => ({
  type: 'InterviewReturned',
  version: 1,
  data: { revision, note },
});
const approved = (revision: number): ReviewFact => ({
  type: 'InterviewApproved',
  version: 1,
  data: { revision },
});

const review = (...facts: NewEvent[]): JournalEvent[] => written(facts, STREAM, [], KARIN);
const fold = (events: readonly JournalEvent[]) => {
  const state = foldReview(events);
  if (!state) throw new Error('not a review');
  return state;
};

describe('a review', () => {
  it('is nothing before it has begun', () => {
    expect(foldReview([])).toBeUndefined();
    expect(foldReview(review(approved(1)))).toBeUndefined();
  });

  it('knows its interview, its reviewer and the latest revision taken up', () => {
    expect(fold(review(started(1), started(2)))).toMatchObject({
      interview: INTERVIEW,
      reviewer: KARIN.author,
      revision: 2,
      decision: { type: 'none' },
    });
  });

  it('keeps each comment under the revision it was made on, open until it is resolved', () => {
    const before = review(started(1), commented('s2q1'), started(2), commented('s2q2'));
    const [first] = fold(before).comments;
    if (!first) throw new Error('no comment');
    const resolved: ReviewFact = {
      type: 'CommentResolved',
      version: 1,
      data: { comment: first.id },
    };
    const state = fold(written([resolved], STREAM, before, KARIN));
    expect(state.comments.map((comment) => comment.revision)).toEqual([1, 2]);
    expect(state.comments[0]?.resolvedAt).toBeGreaterThan(0);
    expect(openComments(state).map((comment) => comment.anchor)).toEqual([
      { kind: 'question', question: 's2q2' },
    ]);
  });

  it('lets the decision about the latest revision stand, in whatever order they came', () => {
    expect(fold(review(started(1), returned(1), approved(2))).decision).toMatchObject({
      type: 'approved',
      revision: 2,
    });
    expect(fold(review(started(1), approved(2), returned(1))).decision).toMatchObject({
      type: 'approved',
      revision: 2,
    });
  });

  it('lets a return stand over an approval of the same revision', () => {
    expect(fold(review(started(1), returned(1), approved(1))).decision.type).toBe('returned');
    expect(fold(review(started(1), approved(1), returned(1))).decision.type).toBe('returned');
  });

  it('counts nothing that another person wrote into it, and nothing it does not understand', () => {
    const own = review(started(1), { type: 'SomethingNewer', version: 1, data: {} });
    const state = fold(written([approved(1)], STREAM, own, OLLE));
    expect(state.decision.type).toBe('none');
    expect(state.unknown).toBe(2);
  });

  it('loses a comment that was erased with the words it quotes, and says so', () => {
    const events = review(started(1), commented('s2q1'), commented('s2q2'));
    const gone = events[1]?.id;
    const retraction = { type: RETRACTED, version: 1, data: { events: [gone] } };
    const state = fold(written([retraction], STREAM, events, KARIN));
    expect(state.comments).toHaveLength(1);
    expect(state.erased).toBe(1);
    expect(state.unknown).toBe(0);
  });

  it('opens again exactly what its open comments are about, for the revision it returned', () => {
    const events = review(
      started(1),
      commented('s2q1'),
      commented('s2q1', 'Och sedan?'),
      onMemo('setting'),
      commented('s2q2'),
    );
    const last = fold(events).comments.at(-1);
    const more: ReviewFact[] = [
      { type: 'CommentResolved', version: 1, data: { comment: last?.id ?? EventId.parse('') } },
      returned(1, 'Bra lyssnat.'),
    ];
    const state = fold(written(more, STREAM, events, KARIN));
    expect(reopenedQuestions(state, 1)).toMatchObject({
      questions: ['s2q1'],
      memo: ['setting'],
      note: 'Bra lyssnat.',
    });
    expect(reopenedQuestions(state, 2)).toBeUndefined();
    expect(reopenedQuestions(fold(review(started(1), approved(1))), 1)).toBeUndefined();
  });

  it('knows which urgent messages are taken care of, by whom first, whatever is decided', () => {
    const [flag, other] = [EventId.parse('1'.repeat(32)), EventId.parse('2'.repeat(32))];
    const handled = { type: 'FlagHandled', version: 1, data: { flag } };
    const events = review(started(0), handled, started(1), approved(1), handled);
    const state = fold(events);
    expect(state.handled).toEqual([{ flag, by: KARIN.author, at: events[1]?.at }]);
    expect(state.unknown).toBe(0);
    expect(summariseReview(state).handled).toEqual([flag]);
    const later = { handled: [{ flag, by: OLLE.author, at: (events[1]?.at ?? 0) + 1 }] };
    expect(handledBy([later, state], flag)?.by).toBe(KARIN.author);
    expect(handledBy([later, state], other)).toBeUndefined();
  });

  it('has a summary without a word of it', () => {
    const state = fold(review(started(1), commented('s2q1', 'HEMLIGT'), returned(1, 'HEMLIGT')));
    const summary = summariseReview(state);
    expect(ReviewSummary.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      open: 1,
      comments: 1,
      decision: { type: 'returned', revision: 1 },
    });
    expect(JSON.stringify(summary)).not.toContain('HEMLIGT');
    expect(summariseReview(fold(review(started(1)))).decision).toEqual({ type: 'none' });
  });

  it('is the same whatever order copies come in and however often', () => {
    const tablet = review(started(1), commented('s2q1'), commented('s2q2'), returned(1));
    const other = { ...KARIN, device: OLLE.device };
    const desk = written(
      [started(1), onMemo('setting'), approved(1)],
      STREAM,
      tablet.slice(0, 2),
      other,
    );
    const all = merge(tablet, desk);
    const expected = fold(all);
    const copies = fc.array(fc.shuffledSubarray(all), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(copies, fc.shuffledSubarray(all, { minLength: all.length }), (some, whole) => {
        expect(foldReview(merge(...some, whole, ...some))).toEqual(expected);
      }),
    );
  });
});

describe('the stream of a review', () => {
  it('follows from interview and supervisor, and differs for each', () => {
    expect(reviewStreamOf(INTERVIEW, KARIN.author)).toBe(STREAM);
    expect(reviewStreamOf(INTERVIEW, OLLE.author)).not.toBe(STREAM);
    expect(reviewStreamOf(STREAM, KARIN.author)).not.toBe(STREAM);
  });
});
