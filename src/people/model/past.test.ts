import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay, anyFact, anyRules, anyTalks, personAfter } from '../fixture-histories.ts';
import { KARIN, TEN_YEARS } from '../fixture.ts';
import { overYears, yearsOf } from './over-years.ts';
import type { ParticipantFact } from './participant.ts';
import { pastOf } from './past.ts';
import { PROGRAM_DEFAULTS } from './program.ts';
import { Past, REMOVAL_REASONS } from './removal.ts';
import { byCode } from './waves.ts';
import { yearOf } from './year.ts';
import { countYear } from './year-counts.ts';
import { TURNS } from './year-places.ts';

const TODAY = '2026-11-22';
const offered = (on: string): ParticipantFact => ({
  type: 'OfferMade',
  version: 1,
  data: { offer: 'aa', wave: 1, way: 'letter', on, by: KARIN },
});
const answered = (answer: 'accepted' | 'declined', on: string): ParticipantFact => ({
  type: 'OfferAnswered',
  version: 1,
  data: { offer: 'aa', answer, on },
});
const held = (on: string): ParticipantFact => ({
  type: 'InterviewHeld',
  version: 1,
  data: { wave: 1, interview: null, on },
});
const left = (why: (typeof REMOVAL_REASONS)[number], ...facts: ParticipantFact[]) =>
  pastOf(personAfter(facts), why, PROGRAM_DEFAULTS, TODAY);
const FIRST = { wave: 1, reason: null, held: false };

describe('what somebody leaves behind', () => {
  it('says how it went, by years alone', () => {
    const said = left('moved', offered('2025-10-02'), answered('declined', '2026-01-11'));
    expect(said.waves).toEqual([{ ...FIRST, standing: 'declined' }]);
    expect(said.years.at(-1)).toEqual({
      year: 2026,
      turn: 'first',
      place: 'declined',
      reason: null,
    });
    expect(said.years.at(-2)).toMatchObject({ year: 2025, place: 'pending' });
    expect(JSON.stringify(said)).not.toMatch(/\d{4}-\d{2}/);
  });

  it('closes what was open: asked to be removed is a no, else nobody was reached', () => {
    expect(left('asked', offered('2026-10-02')).waves).toEqual([
      { ...FIRST, standing: 'declined' },
    ]);
    expect(left('moved', offered('2026-10-02')).waves).toEqual([
      { ...FIRST, standing: 'notReached' },
    ]);
    const waited = [offered('2025-10-02'), answered('accepted', '2025-11-01')];
    const said = left('asked', ...waited);
    expect(said.waves).toEqual([{ ...FIRST, standing: 'declined' }]);
    // The year before stays as it was.
    expect(said.years.slice(-2)).toMatchObject([
      { year: 2025, place: 'waiting' },
      { year: 2026, place: 'declined' },
    ]);
  });

  it('is nothing when it was a mistake and nothing had been done', () => {
    expect(left('mistake')).toEqual({ waves: [], years: [] });
    expect(left('other').waves).toEqual([{ ...FIRST, standing: 'notAsked', reason: 'other' }]);
    // Who was asked is counted all the same.
    expect(left('mistake', offered('2026-10-02')).waves).toHaveLength(1);
  });

  it('is nothing of somebody who could never be asked', () => {
    const gone: ParticipantFact = {
      type: 'PlacementRemoved',
      version: 1,
      data: { placement: TEN_YEARS.placement },
    };
    expect(left('moved', gone)).toEqual({ waves: [], years: [] });
  });

  it('keeps the interviews of a year, and the years that can be looked at', () => {
    const people = [1, 2, 3, 4, 5, 6].map(() => personAfter([held('2024-03-01')]));
    const past = people.map((each) => pastOf(each, 'moved', PROGRAM_DEFAULTS, TODAY));
    const before = overYears(people, PROGRAM_DEFAULTS, TODAY);
    expect(before.years).toContainEqual({ year: 2024, interviews: 6 });
    expect(overYears([], PROGRAM_DEFAULTS, TODAY, past)).toEqual(before);
    expect(yearsOf([], TODAY, past)).toEqual([2026, 2025, 2024]);
    expect(yearOf([], [], PROGRAM_DEFAULTS, 2024, TODAY, past).first).toEqual(
      yearOf(people, [], PROGRAM_DEFAULTS, 2024, TODAY).first,
    );
  });
});

it('every year before stays as it was, whatever had happened', () => {
  fc.assert(
    fc.property(
      fc.array(anyFact, { maxLength: 25 }),
      anyTalks,
      anyRules,
      anyDay,
      fc.constantFrom(...REMOVAL_REASONS.filter((why) => why !== 'mistake')),
      (facts, talks, rules, today, why) => {
        const person = personAfter(facts, byCode(talks));
        const past = Past.parse(pastOf(person, why, rules, today));
        for (const turn of TURNS) {
          for (let year = 2010; year < Number(today.slice(0, 4)); year += 1) {
            expect(countYear([], rules, year, today, turn, [past])).toEqual(
              countYear([person], rules, year, today, turn),
            );
          }
        }
        const year = Number(today.slice(0, 4));
        for (const turn of TURNS) {
          const sum = (places: Readonly<Record<string, number>>) =>
            Object.values(places).reduce((all, n) => all + n, 0);
          const now = countYear([], rules, year, today, turn, [past]);
          expect(sum(now.places)).toBe(sum(countYear([person], rules, year, today, turn).places));
          expect([now.places.pending, now.places.waiting, now.reasons.none]).toEqual([0, 0, 0]);
          // Nothing of it is counted again in a year to come.
          const later = countYear([], rules, year + 1, `${year + 1}-12-31`, turn, [past]);
          expect(sum(later.places)).toBe(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
