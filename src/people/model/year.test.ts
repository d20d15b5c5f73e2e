import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ELIN, KARIN, TEN_YEARS } from '../fixture.ts';
import type { Counted } from './accounting.ts';
import { PROGRAM_DEFAULTS } from './program.ts';
import { overYears, yearsOf } from './over-years.ts';
import { yearOf, type Year } from './year.ts';

const TODAY = '2026-11-20';
const person = (more: Partial<Counted> = {}): Counted => ({
  details: ELIN,
  placements: [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  ...more,
});
type Answer = 'accepted' | 'declined' | 'notReached';
const offered = (on: string, answer: Answer | null = null, answeredOn = on) => ({
  offers: [
    {
      offer: 'aaaaaaaa',
      wave: 1,
      way: 'letter' as const,
      on,
      by: KARIN,
      reminders: [],
      answer: answer && { answer, on: answeredOn },
    },
  ],
});
const held = (on: string) => ({ held: [{ wave: 1, interview: null, on, mayAsk: null }] });
const many = (count: number, more: Partial<Counted>) =>
  Array.from({ length: count }, () => person(more));
const year = (people: readonly Counted[], which = 2026) =>
  yearOf(people, [], PROGRAM_DEFAULTS, which, TODAY);
const lines = ({ first: { groups } }: Year) =>
  groups.map(({ of, count }) => `${of.join(' ')}: ${count}`);

describe('a year', () => {
  it('shows where everyone stands whose turn it was', () => {
    const people = [
      ...many(6, { ...offered('2026-02-01', 'accepted'), ...held('2026-03-01') }),
      ...many(5, offered('2026-02-01', 'accepted')),
      ...many(7, offered('2026-02-01', 'declined')),
      ...many(5, offered('2026-02-01')),
      ...many(9, {}),
    ];
    const shown = year(people);
    expect(lines(shown)).toEqual([
      'interviewed: 6',
      'waiting: 5',
      'declined: 7',
      'notReached: 0',
      'pending: 5',
      'notAsked: 9',
    ]);
    expect(shown.first.eligible).toBe(32);
    expect(shown.first.reasons?.at(-1)).toEqual({ of: ['none'], count: 9 });
  });

  it('joins what is too small, and shows no reasons of those who are shown with others', () => {
    const people = [
      ...many(6, { ...offered('2026-02-01'), ...held('2026-03-01') }),
      ...many(2, offered('2026-02-01', 'declined')),
      ...many(4, { notAsked: [{ wave: 1, reason: 'illness', on: '2026-02-01' }] }),
    ];
    const shown = year(people);
    expect(lines(shown)).toEqual([
      'interviewed: 6',
      'waiting: 0',
      'declined notReached pending notAsked: 6',
    ]);
    expect(shown.first.reasons).toBeNull();
  });

  it('shows nothing at all of fewer than five', () => {
    expect(year(many(4, {})).first).toEqual({ eligible: null, groups: [], reasons: null });
  });

  it('is as it stood at its end: what came later belongs to the next', () => {
    const people = many(6, {
      ...offered('2025-12-01', 'accepted', '2026-01-10'),
      ...held('2026-02-01'),
    });
    expect(lines(year(people, 2025)).filter((line) => !line.endsWith(': 0'))).toEqual([
      'pending: 6',
    ]);
    expect(lines(year(people, 2026))[0]).toBe('interviewed: 6');
    expect(year(many(6, offered('2025-03-01', 'declined')), 2026).first.eligible).toBe(0);
  });

  it('shows days in the middle only when at least five are behind them', () => {
    const days = (n: number) => many(n, { ...offered('2026-02-10'), ...held('2026-03-12') });
    const interviews = Array.from({ length: 5 }, () => ({
      held: '2026-03-12',
      memo: '2026-03-13',
      reviewed: '2026-03-20',
    }));
    const shown = yearOf(days(5), interviews, PROGRAM_DEFAULTS, 2026, TODAY);
    expect(shown.medians).toEqual({
      closingToOffer: 1341,
      offerToInterview: 30,
      interviewToMemo: 1,
      memoToReview: 7,
    });
    expect(
      new Set(
        Object.values(yearOf(days(4), interviews.slice(1), PROGRAM_DEFAULTS, 2026, TODAY).medians),
      ),
    ).toEqual(new Set([null]));
  });

  it('never shows a number from one to four, whatever has happened', () => {
    const day = fc
      .record({ year: fc.integer({ min: 2024, max: 2026 }), month: fc.integer({ min: 1, max: 9 }) })
      .map((on) => `${on.year}-0${on.month}-15`);
    const history = fc.oneof(
      fc.constant({}),
      day.map((on) => offered(on)),
      fc
        .tuple(day, fc.constantFrom<Answer>('accepted', 'declined', 'notReached'))
        .map(([on, answer]) => offered(on, answer)),
      day.map(held),
      day.map((on) => ({ notAsked: [{ wave: 1, reason: 'crisis' as const, on }] })),
    );
    fc.assert(
      fc.property(
        fc.array(history, { maxLength: 40 }),
        fc.integer({ min: 5, max: 9 }),
        (histories, suppressBelow) => {
          const people = histories.map((each) => person(each));
          const rules = { ...PROGRAM_DEFAULTS, suppressBelow };
          const small = (n: number | null) => n !== null && n > 0 && n < suppressBelow;
          for (const which of [2024, 2025, 2026]) {
            const { eligible, groups, reasons } = yearOf(people, [], rules, which, TODAY).first;
            const counts = [...groups, ...(reasons ?? [])].map(({ count }) => count);
            expect([eligible, ...counts].filter(small)).toEqual([]);
            expect(eligible ?? 0).toBe(groups.reduce((sum, { count }) => sum + count, 0));
            // Over the years no more is told of this one than here.
            const told = overYears(people, rules, TODAY).years.filter(
              (each) => each.year === which,
            );
            const here = groups.find(({ of }) => of.length === 1 && of[0] === 'interviewed')?.count;
            expect([[], [null], [here]]).toContainEqual(told.map(({ interviews }) => interviews));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('shows follow-ups apart, in a year in which somebody was asked again', () => {
  const before = { ...offered('2025-02-01'), ...held('2025-03-01') };
  expect(year(many(6, before)).followUp).toBeNull();
  const again = {
    ...before,
    held: [...before.held, { wave: 2, interview: null, on: '2026-02-01', mayAsk: null }],
  };
  const shown = year([...many(6, again), ...many(5, before)]);
  expect(shown.first.eligible).toBe(0);
  expect(shown.followUp?.groups.filter(({ count }) => count > 0)).toEqual([
    { of: ['interviewed'], count: 6 },
    { of: ['notAsked'], count: 5 + 6 },
  ]);
});

it('does not wait for those who said no to being asked again', () => {
  const no = { held: [{ wave: 1, interview: null, on: '2025-03-01', mayAsk: false }] };
  const shown = year([...many(6, no), ...many(5, held('2025-03-01'))]);
  expect(shown.followUp).toBeNull();
  const asked = { ...held('2025-03-01'), offers: [] };
  const again = {
    held: [...asked.held, { wave: 2, interview: null, on: '2026-02-01', mayAsk: false }],
  };
  expect(
    year([...many(6, again), ...many(7, no)]).followUp?.groups.filter(({ count }) => count > 0),
  ).toEqual([{ of: ['interviewed'], count: 6 }]);
});

describe('over the years', () => {
  const rules = (...interviews: number[]) => ({
    ...PROGRAM_DEFAULTS,
    earlierYears: interviews.map((count, i) => ({ year: 2018 + i, interviews: count })),
  });

  it('adds those of before to those of now', () => {
    const people = many(6, { ...offered('2026-02-01'), ...held('2026-03-01') });
    expect(overYears(people, rules(58), TODAY)).toEqual({
      years: [
        { year: 2018, interviews: 58 },
        { year: 2026, interviews: 6 },
      ],
      total: 64,
      atLeast: false,
    });
  });

  it('leaves out a year that is too small, of the total too where that would give it away', () => {
    expect(overYears([], rules(10, 3), TODAY)).toEqual({
      years: [
        { year: 2018, interviews: 10 },
        { year: 2019, interviews: null },
      ],
      total: 10,
      atLeast: true,
    });
    expect(overYears([], rules(10, 3, 4), TODAY)).toMatchObject({ total: 17, atLeast: false });
    expect(overYears([], rules(10, 4, 4), TODAY)).toMatchObject({ total: 10, atLeast: true });
  });

  it('can be looked at from the first offer on', () => {
    expect(yearsOf([person(offered('2024-05-01'))], TODAY)).toEqual([2026, 2025, 2024]);
    expect(yearsOf([], TODAY)).toEqual([2026]);
  });
});
