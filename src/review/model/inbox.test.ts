import { describe, expect, it } from 'vitest';
import { EventId, MemberId, StreamId } from '../../base/ids.ts';
import type { InterviewSummary } from '../../interview/model/summary.ts';
import type { StreamSummary } from '../../journal/model/port.ts';
import { interviewEvents, interviewSummary } from '../fixture.ts';
import { EVERYTHING, inboxItems, passing } from './inbox.ts';
import { ReviewSummary } from './summary.ts';

const base = { ...interviewSummary(interviewEvents()), flags: 0 };
const id = (digit: string) => StreamId.parse(digit.repeat(32));
const interview = (digit: string, more: Partial<InterviewSummary>): StreamSummary => ({
  stream: id(digit),
  kind: 'interview',
  changed: 0,
  data: { ...base, code: `K-${digit}`, ...more },
});
const review = (
  digit: string,
  decision: ReviewSummary['decision'],
  open = 0,
  handled: readonly string[] = [],
): StreamSummary => {
  const data: ReviewSummary = {
    interview: id(digit),
    reviewer: MemberId.parse('c'.repeat(32)),
    revision: 1,
    open,
    comments: open,
    handled: handled.map((flag) => EventId.parse(flag.repeat(32))),
    decision,
  };
  return { stream: id('f'), kind: 'review', changed: 0, data };
};

describe('the inbox', () => {
  it('puts safety first, then the longest wait, then what is returned, then what is done', () => {
    const items = inboxItems(
      [
        interview('1', { completedAt: 400 }),
        interview('2', { completedAt: 100 }),
        interview('3', { completedAt: 300, revision: 2 }),
        interview('4', { completedAt: 200, flags: 1 }),
        interview('5', { completedAt: 500 }),
        interview('6', { completedAt: 50, flags: 2 }),
        interview('7', {
          completedAt: null,
          startedAt: 600,
          revision: 0,
          flags: 1,
          status: 'talking',
        }),
      ],
      [
        review('2', { type: 'approved', revision: 1, at: 1 }),
        review('3', { type: 'returned', revision: 1, at: 1 }, 2),
        review('5', { type: 'returned', revision: 1, at: 1 }, 1),
        review('6', { type: 'approved', revision: 1, at: 1 }, 0, ['1', '2']),
      ],
    );
    expect(items.map((item) => [item.code, item.standing])).toEqual([
      ['K-4', 'toReview'],
      ['K-7', null],
      ['K-3', 'revised'],
      ['K-1', 'toReview'],
      ['K-5', 'returned'],
      ['K-6', 'approved'],
      ['K-2', 'approved'],
    ]);
    expect(items.find((item) => item.code === 'K-3')?.openComments).toBe(2);
  });

  it('keeps an urgent message first until each is taken care of, approved or not', () => {
    const two = interview('1', { completedAt: 900, flags: 2 });
    const older = interview('2', { completedAt: 100 });
    const approved = { type: 'approved', revision: 1, at: 1 } as const;
    const first = (...reviews: StreamSummary[]) => {
      const [item] = inboxItems([older, two], reviews);
      return [item?.code, item?.unhandled];
    };
    expect(first(review('1', approved))).toEqual(['K-1', 2]);
    // Two supervisors who took care of the same one have not taken care of both.
    expect(first(review('1', approved, 0, ['a']), review('1', approved, 0, ['a']))).toEqual([
      'K-1',
      1,
    ]);
    expect(first(review('1', approved, 0, ['a']), review('1', approved, 0, ['b']))).toEqual([
      'K-2',
      0,
    ]);
  });

  it('says which review the office’s days are over for, and puts it before the others', () => {
    const day = 24 * 60 * 60_000;
    const now = 100 * day;
    const clock = { now, memoDueHours: 24, reviewDueDays: 14 };
    const rows = [
      interview('1', { completedAt: now - 14 * day }),
      interview('2', { completedAt: now - 15 * day }),
      interview('3', { completedAt: now - 90 * day }),
      interview('4', { completedAt: now - 80 * day }),
    ];
    const decided = [
      review('3', { type: 'approved', revision: 1, at: now }),
      review('4', { type: 'returned', revision: 1, at: now }),
    ];
    const items = inboxItems(rows, decided, clock);
    expect(items.map(({ code, isReviewLate }) => [code, isReviewLate])).toEqual([
      ['K-2', true],
      ['K-1', false],
      ['K-4', false],
      ['K-3', false],
    ]);
    const waits = passing(items, { ...EVERYTHING, waiting: true });
    expect(waits.map(({ code }) => code)).toEqual(['K-2']);
    const longer = inboxItems(rows, decided, { ...clock, reviewDueDays: 15 });
    expect(longer.some(({ isReviewLate }) => isReviewLate)).toBe(false);
    expect(inboxItems(rows, decided).some(({ isReviewLate }) => isReviewLate)).toBe(false);
  });

  it('reads a summary from before urgent messages could be taken care of', () => {
    const data = {
      interview: id('1'),
      reviewer: base.interviewer,
      revision: 1,
      open: 0,
      comments: 0,
    };
    const old = { ...data, decision: { type: 'none' } };
    const kept = { stream: id('f'), kind: 'review', changed: 0, data: old } as const;
    const [item] = inboxItems([interview('1', { flags: 1 })], [kept]);
    expect(item).toMatchObject({ flags: 1, unhandled: 1, interviewer: base.interviewer });
    expect(ReviewSummary.parse(old).handled).toEqual([]);
  });

  it('leaves out what has not been delivered, and what it cannot read', () => {
    expect(
      inboxItems(
        [
          interview('1', { revision: 0, completedAt: null }),
          { stream: id('2'), kind: 'interview', changed: 0, data: { other: 'shape' } },
        ],
        [],
      ),
    ).toEqual([]);
  });
});
