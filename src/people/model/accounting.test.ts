import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ELIN, KARIN, TEN_YEARS } from '../fixture.ts';
import { newId, systemRandom } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { countWave, offerableFrom, waveStanding, type Counted } from './accounting.ts';
import {
  afterFact,
  ANSWERS,
  NOT_ASKED_REASONS,
  OFFER_WAYS,
  PLACEMENT_KINDS,
  summaryOf,
  type ParticipantFact,
  type ParticipantState,
} from './participant.ts';
import { PROGRAM_DEFAULTS, type Program } from './program.ts';
import { byCode, comingWave, heldBy, type CameIn } from './waves.ts';

const TODAY = '2026-11-22';
const added: ParticipantState = {
  code: 'K-017',
  details: ELIN,
  placements: [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
  unknown: 0,
};
const summarised = (facts: readonly ParticipantFact[]) => summaryOf(facts.reduce(afterFact, added));
const noneCameIn = byCode([]);
const known = (facts: readonly ParticipantFact[], cameIn = noneCameIn): Counted => {
  const person = summarised(facts);
  return { ...person, held: heldBy(person, cameIn) };
};
const after = (...facts: ParticipantFact[]) => known(facts);

const offered = (offer: string, wave = 1, on = '2026-10-01'): ParticipantFact => ({
  type: 'OfferMade',
  version: 1,
  data: { offer, wave, way: 'letter', on, by: KARIN },
});
const answered = (offer: string, answer: (typeof ANSWERS)[number] | null): ParticipantFact => ({
  type: 'OfferAnswered',
  version: 1,
  data: { offer, answer, on: '2026-10-20' },
});
const notAsked = (reason: (typeof NOT_ASKED_REASONS)[number] | null): ParticipantFact => ({
  type: 'NotAsked',
  version: 1,
  data: { wave: 1, reason, on: '2026-10-01' },
});
const held = (wave: number, on: string): ParticipantFact => ({
  type: 'InterviewHeld',
  version: 1,
  data: { wave, interview: null, on },
});
const stands = (wave: number, ...facts: ParticipantFact[]) =>
  waveStanding(after(...facts), wave, PROGRAM_DEFAULTS, TODAY);

describe('where a person stands', () => {
  it('is said by the last offer, and can be corrected', () => {
    expect(stands(1)).toBe('notAskedYet');
    expect(stands(1, offered('aa'))).toBe('pending');
    expect(stands(1, offered('aa'), answered('aa', 'declined'))).toBe('declined');
    expect(stands(1, offered('aa'), answered('aa', 'declined'), answered('aa', null))).toBe(
      'pending',
    );
    const again = offered('bb', 1, '2026-11-01');
    expect(stands(1, offered('aa'), answered('aa', 'notReached'), again)).toBe('pending');
    const mistaken: ParticipantFact = { type: 'OfferRemoved', version: 1, data: { offer: 'bb' } };
    expect(stands(1, offered('aa'), answered('aa', 'declined'), again, mistaken)).toBe('declined');
  });

  it('a reason not to ask gives way to an offer and can be taken away', () => {
    expect(stands(1, notAsked('illness'))).toBe('notAsked');
    expect(stands(1, notAsked('illness'), notAsked(null))).toBe('notAskedYet');
    expect(stands(1, notAsked('illness'), offered('aa'))).toBe('pending');
  });

  it('an interview that was held was agreed to, and leads to the next wave', () => {
    expect(stands(1, held(1, '2026-10-01'))).toBe('accepted');
    expect(stands(2, held(1, '2026-10-01'))).toBe('notEligible');
    expect(stands(2, held(1, '2026-04-22'))).toBe('notAskedYet');
    expect(stands(2, held(1, '2026-04-23'))).toBe('notEligible');
    expect(comingWave(after(held(1, '2026-01-01')).held)).toBe(2);
  });

  it('who was asked stays asked when the rules change or the placement is taken away', () => {
    const gone: ParticipantFact = {
      type: 'PlacementRemoved',
      version: 1,
      data: { placement: TEN_YEARS.placement },
    };
    expect(stands(1, gone)).toBe('notEligible');
    expect(stands(1, offered('aa'), gone)).toBe('pending');
    expect(stands(1, notAsked('abroad'), gone)).toBe('notAsked');
  });
});

describe('an interview that came in', () => {
  const came = (mayAsk: boolean | null, on: string, which: number | null = 1): CameIn => ({
    interview: newId(StreamId, systemRandom),
    code: added.code,
    wave: which,
    endedAt: new Date(`${on}T12:00`).getTime(),
    mayAsk,
  });
  const stood = (which: number, talks: readonly CameIn[], ...facts: ParticipantFact[]) =>
    waveStanding(known(facts, byCode(talks)), which, PROGRAM_DEFAULTS, TODAY);

  it('counts as held though nobody has noted it', () => {
    const talks = [came(true, '2026-02-01')];
    expect(stood(1, talks)).toBe('accepted');
    expect(stood(2, talks)).toBe('notAskedYet');
    expect(countWave([known([], byCode(talks))], 1, PROGRAM_DEFAULTS, TODAY)).toMatchObject({
      eligible: 1,
      asked: 1,
      accepted: 1,
      held: 1,
    });
  });

  it('with a no to being asked again ends the asking, until something is done about the person', () => {
    const no = [came(false, '2026-02-01')];
    expect(stood(2, no)).toBe('mayNotAsk');
    const person = known([], byCode(no));
    expect(offerableFrom(person, 2, PROGRAM_DEFAULTS, TODAY)).toEqual({
      now: false,
      from: null,
      until: null,
      late: false,
    });
    expect(countWave([person], 2, PROGRAM_DEFAULTS, TODAY)).toMatchObject({
      eligible: 0,
      notEligible: 1,
    });
    expect(stood(2, no, offered('aa', 2), answered('aa', 'accepted'))).toBe('accepted');
    expect(stood(2, no, notAsked('abroad'))).toBe('mayNotAsk');
    // Said of that talk only: a later one with a yes counts.
    expect(stood(3, [...no, came(true, '2026-03-01', 2)])).toBe('notAskedYet');
    expect(stood(2, [came(null, '2026-02-01')])).toBe('notAskedYet');
  });
});

const local = fc.constantFrom('aa', 'bb', 'cc');
const day = fc
  .tuple(fc.integer({ min: 2014, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-11`);
const wave = fc.integer({ min: 1, max: 3 });
const fact: fc.Arbitrary<ParticipantFact> = fc.oneof(
  fc
    .record({ offer: local, wave, way: fc.constantFrom(...OFFER_WAYS), on: day })
    .map((data): ParticipantFact => ({
      type: 'OfferMade',
      version: 1,
      data: { ...data, by: KARIN },
    })),
  fc
    .record({ offer: local, answer: fc.option(fc.constantFrom(...ANSWERS)), on: day })
    .map((data): ParticipantFact => ({ type: 'OfferAnswered', version: 1, data })),
  fc
    .record({ offer: local, on: day })
    .map((data): ParticipantFact => ({ type: 'ReminderSent', version: 1, data })),
  local.map((offer): ParticipantFact => ({ type: 'OfferRemoved', version: 1, data: { offer } })),
  fc
    .record({ wave, reason: fc.option(fc.constantFrom(...NOT_ASKED_REASONS)), on: day })
    .map((data): ParticipantFact => ({ type: 'NotAsked', version: 1, data })),
  fc.record({ wave, on: day }).map((data): ParticipantFact => ({
    type: 'InterviewHeld',
    version: 1,
    data: { ...data, interview: null },
  })),
  fc
    .record({ placement: local, kind: fc.constantFrom(...PLACEMENT_KINDS), from: day, to: day })
    .map((data): ParticipantFact => ({
      type: 'PlacementWritten',
      version: 1,
      data: { placement: { ...data, municipality: 'Storby', ending: 'planned' } },
    })),
  local.map((placement): ParticipantFact => ({
    type: 'PlacementRemoved',
    version: 1,
    data: { placement },
  })),
);
const rules: fc.Arbitrary<Program> = fc
  .record({
    minAge: fc.integer({ min: 15, max: 30 }),
    monthsAfterClosing: fc.integer({ min: 0, max: 60 }),
    minPlacementMonths: fc.integer({ min: 0, max: 60 }),
    placementKinds: fc.subarray([...PLACEMENT_KINDS]),
    followUpEveryMonths: fc.integer({ min: 1, max: 12 }),
    followUpWindowMonths: fc.integer({ min: 0, max: 12 }),
  })
  .map((changes) => ({ ...PROGRAM_DEFAULTS, ...changes }));

const cameIn: fc.Arbitrary<readonly CameIn[]> = fc.array(
  fc
    .record({ wave: fc.option(wave), on: day, mayAsk: fc.option(fc.boolean()) })
    .map(({ on, ...own }) => ({
      ...own,
      interview: newId(StreamId, systemRandom),
      code: added.code,
      endedAt: new Date(`${on}T12:00`).getTime(),
    })),
  { maxLength: 3 },
);

describe('over whatever has happened, and whatever the rules are now', () => {
  it('eligible = asked + not asked, and asked = accepted + declined + not reached + pending', () => {
    const histories = fc.array(fc.tuple(fc.array(fact, { maxLength: 25 }), cameIn), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(histories, wave, rules, day, (each, which, by, today) => {
        const people = each.map(([facts, talks]) => known(facts, byCode(talks)));
        const count = countWave(people, which, by, today);
        expect(count.eligible).toBe(count.asked + count.notAsked);
        expect(count.asked).toBe(
          count.accepted + count.declined + count.notReached + count.pending,
        );
        const reasons = Object.values(count.reasons).reduce((sum, n) => sum + n, 0);
        expect(count.notAsked).toBe(reasons + count.withoutReason);
        expect(people.length).toBe(count.eligible + count.notEligible);
        // Counted anew from what was noted and by nothing else: no offer and no reason is lost.
        const noted = people.filter(
          ({ offers, held: talks }) =>
            offers.some((offer) => offer.wave === which) ||
            talks.some((talk) => talk.wave === which),
        );
        expect(count.asked).toBe(noted.length);
        const spared = people.filter(
          (person) => !noted.includes(person) && person.notAsked.some((one) => one.wave === which),
        );
        expect(reasons).toBe(spared.length);
      }),
      { numRuns: 400 },
    );
  });

  it('a change of the rules moves nobody who was asked or has a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fact, { maxLength: 25 }),
        cameIn,
        wave,
        rules,
        rules,
        day,
        (facts, talks, which, a, b, on) => {
          const person = known(facts, byCode(talks));
          const settled = (by: Program) => {
            const standing = waveStanding(person, which, by, on);
            return ['notEligible', 'notAskedYet'].includes(standing) ? 'free' : standing;
          };
          expect(settled(b)).toBe(settled(a));
        },
      ),
    );
  });
});
