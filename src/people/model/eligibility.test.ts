import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ELIN, TEN_YEARS } from '../fixture.ts';
import { addDays, addMonths, lastDay } from './days.ts';
import { eligibilityOf, type Judged } from './eligibility.ts';
import { ENDINGS, PLACEMENT_KINDS, type Placement } from './participant.ts';
import { PROGRAM_DEFAULTS, type Program } from './program.ts';

const elin = (...placements: Placement[]): Judged => ({ details: ELIN, placements });
const TODAY = '2026-11-22';
const judge = (person: Judged, rules: Partial<Program> = {}, today = TODAY) =>
  eligibilityOf(person, { ...PROGRAM_DEFAULTS, ...rules }, today);

describe('who can be offered an interview', () => {
  it('two years after the placement ended, to the day', () => {
    const person = elin(TEN_YEARS);
    expect(judge(person, {}, '2024-06-09')).toMatchObject({
      now: false,
      from: '2024-06-10',
      failed: [{ type: 'closing', months: 24, from: '2024-06-10' }],
    });
    expect(judge(person, {}, '2024-06-10')).toMatchObject({ now: true, failed: [], remarks: [] });
  });

  it('is said to be late after the window, and never barred by it', () => {
    expect(judge(elin(TEN_YEARS))).toMatchObject({ now: true, remarks: ['late'] });
    expect(judge(elin(TEN_YEARS), { offerWindowMonths: 60 }).remarks).toEqual([]);
  });

  it('has turned 15 whatever the day of birth in the month', () => {
    const young = { ...elin(TEN_YEARS), details: { ...ELIN, birthMonth: '2011-12' } };
    expect(judge(young)).toMatchObject({
      now: false,
      from: '2027-01-01',
      failed: [{ type: 'age', age: 15, from: '2027-01-01' }],
    });
  });

  it('each condition that fails is said, not only the first', () => {
    const short: Placement = {
      ...TEN_YEARS,
      kind: 'hvb',
      from: '2026-01',
      to: '2026-03',
      ending: 'custodyTransferred',
    };
    const judged = judge(
      { placements: [short], details: { ...ELIN, birthMonth: '2012-01', protectedData: true } },
      { excludeCustodyTransferred: true },
    );
    expect(judged.failed.map(({ type }) => type)).toEqual(['age', 'closing', 'kind', 'custody']);
    expect(judged).toMatchObject({ now: false, from: null, remarks: ['protectedData'] });
    const counted = judge(elin(short), { placementKinds: ['hvb'] });
    expect(counted.failed).toContainEqual({ type: 'short', months: 3, needed: 6 });
  });

  it('not while a placement goes on, and not without one', () => {
    expect(judge(elin({ ...TEN_YEARS, to: null, ending: null }))).toMatchObject({
      now: false,
      from: null,
      failed: [{ type: 'ongoing' }],
    });
    expect(judge(elin())).toMatchObject({ failed: [{ type: 'noPlacement' }], from: null });
  });

  it('a move between homes that count does not make the time too short', () => {
    const moved = elin(
      { ...TEN_YEARS, from: '2022-01-10', to: '2022-04-30' },
      { ...TEN_YEARS, placement: 'bbbbbbbb', from: '2022-05', to: '2022-07' },
    );
    expect(judge(moved).now).toBe(true);
    const twice = elin(
      { ...TEN_YEARS, from: '2022-01', to: '2022-04' },
      { ...TEN_YEARS, placement: 'bbbbbbbb', from: '2022-01', to: '2022-04' },
    );
    expect(judge(twice).failed).toEqual([{ type: 'short', months: 4, needed: 6 }]);
  });

  it('the home they left last decides which kind it was', () => {
    const hvb: Placement = { ...TEN_YEARS, placement: 'cccccccc', kind: 'hvb', from: '2022-06-10' };
    const left = elin(TEN_YEARS, { ...hvb, to: '2023-01-31' });
    expect(judge(left).failed).toEqual([{ type: 'kind', kind: 'hvb' }]);
    expect(judge(left, { placementKinds: ['fosterHome', 'hvb'] })).toMatchObject({ now: true });
  });
});

const month = fc
  .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const date = fc.oneof(
  month,
  fc
    .tuple(month, fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `${m}-${String(d).padStart(2, '0')}`),
);
const placement = fc.record({
  placement: fc.constant('aaaaaaaa'),
  kind: fc.constantFrom(...PLACEMENT_KINDS),
  from: date,
  to: fc.option(date),
  municipality: fc.constant('Storby'),
  ending: fc.option(fc.constantFrom(...ENDINGS)),
});
const person: fc.Arbitrary<Judged> = fc.record({
  details: fc.record({ birthMonth: month, protectedData: fc.boolean() }),
  placements: fc.array(placement, { maxLength: 4 }),
});
const rules = fc.record({
  minAge: fc.integer({ min: 15, max: 30 }),
  monthsAfterClosing: fc.integer({ min: 0, max: 60 }),
  offerWindowMonths: fc.integer({ min: 0, max: 60 }),
  minPlacementMonths: fc.integer({ min: 0, max: 60 }),
  placementKinds: fc.subarray([...PLACEMENT_KINDS]),
  excludeCustodyTransferred: fc.boolean(),
});
const today = date.map(lastDay);

describe('whoever it is and whatever the rules', () => {
  it('nobody is refused without a reason, and nobody has a reason who is not refused', () => {
    fc.assert(
      fc.property(person, rules, today, (who, by, on) => {
        const judged = eligibilityOf(who, by, on);
        expect(judged.now).toBe(judged.failed.length === 0);
      }),
    );
  });

  it('the promised day keeps its promise: from then on, and not the day before', () => {
    fc.assert(
      fc.property(person, rules, today, (who, by, on) => {
        const { from, now } = eligibilityOf(who, by, on);
        if (from === null) return;
        expect(eligibilityOf(who, by, from).now).toBe(true);
        expect(eligibilityOf(who, by, addMonths(from, 700)).now).toBe(true);
        expect(now || !eligibilityOf(who, by, addDays(from, -1)).now).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('the offer window and protected data never bar anyone', () => {
    fc.assert(
      fc.property(person, rules, today, (who, by, on) => {
        const open = { ...by, offerWindowMonths: 600 };
        const plain = { ...who, details: { ...who.details, protectedData: false } };
        expect(eligibilityOf(plain, open, on).failed).toEqual(eligibilityOf(who, by, on).failed);
      }),
    );
  });

  it('nobody is asked before they are old enough and the time has passed', () => {
    let asked = 0;
    fc.assert(
      fc.property(person, rules, today, (who, by, drawn) => {
        // On a day drawn blindly hardly anyone can be asked; on the promised one, everyone who ever can.
        const on = eligibilityOf(who, by, drawn).from ?? drawn;
        if (!eligibilityOf(who, by, on).now) return;
        asked += 1;
        expect(addMonths(lastDay(who.details.birthMonth), by.minAge * 12) <= on).toBe(true);
        for (const { to } of who.placements) {
          expect(to !== null && addMonths(lastDay(to), by.monthsAfterClosing) <= on).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(asked).toBeGreaterThan(10);
  });
});
