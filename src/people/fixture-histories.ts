import fc from 'fast-check';
import { newId, systemRandom } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { ELIN, KARIN, TEN_YEARS } from './fixture.ts';
import type { Counted } from './model/accounting.ts';
import {
  afterFact,
  ANSWERS,
  NOT_ASKED_REASONS,
  OFFER_WAYS,
  PLACEMENT_KINDS,
  summaryOf,
  type ParticipantFact,
  type ParticipantState,
} from './model/participant.ts';
import { PROGRAM_DEFAULTS, type Program } from './model/program.ts';
import { byCode, heldBy, type CameIn } from './model/waves.ts';

/* Whatever can have happened to somebody in the register, in any order, for tests. */

export const ENTRY: ParticipantState = {
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
const noneCameIn = byCode([]);

/** The person after these facts, with every talk that came in. */
export const personAfter = (facts: readonly ParticipantFact[], cameIn = noneCameIn): Counted => {
  const person = summaryOf(facts.reduce(afterFact, ENTRY));
  return { ...person, held: heldBy(person, cameIn) };
};

const local = fc.constantFrom('aa', 'bb', 'cc');
export const anyDay = fc
  .tuple(fc.integer({ min: 2014, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-11`);
export const anyWave = fc.integer({ min: 1, max: 3 });
export const anyFact: fc.Arbitrary<ParticipantFact> = fc.oneof(
  fc
    .record({ offer: local, wave: anyWave, way: fc.constantFrom(...OFFER_WAYS), on: anyDay })
    .map((data): ParticipantFact => ({
      type: 'OfferMade',
      version: 1,
      data: { ...data, by: KARIN },
    })),
  fc
    .record({ offer: local, answer: fc.option(fc.constantFrom(...ANSWERS)), on: anyDay })
    .map((data): ParticipantFact => ({ type: 'OfferAnswered', version: 1, data })),
  fc
    .record({ offer: local, on: anyDay })
    .map((data): ParticipantFact => ({ type: 'ReminderSent', version: 1, data })),
  local.map((offer): ParticipantFact => ({ type: 'OfferRemoved', version: 1, data: { offer } })),
  fc
    .record({ wave: anyWave, reason: fc.option(fc.constantFrom(...NOT_ASKED_REASONS)), on: anyDay })
    .map((data): ParticipantFact => ({ type: 'NotAsked', version: 1, data })),
  fc.record({ wave: anyWave, on: anyDay }).map((data): ParticipantFact => ({
    type: 'InterviewHeld',
    version: 1,
    data: { ...data, interview: null },
  })),
  fc
    .record({
      placement: local,
      kind: fc.constantFrom(...PLACEMENT_KINDS),
      from: anyDay,
      to: anyDay,
    })
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
export const anyRules: fc.Arbitrary<Program> = fc
  .record({
    minAge: fc.integer({ min: 15, max: 30 }),
    monthsAfterClosing: fc.integer({ min: 0, max: 60 }),
    minPlacementMonths: fc.integer({ min: 0, max: 60 }),
    placementKinds: fc.subarray([...PLACEMENT_KINDS]),
    followUpEveryMonths: fc.integer({ min: 1, max: 12 }),
    followUpWindowMonths: fc.integer({ min: 0, max: 12 }),
  })
  .map((changes) => ({ ...PROGRAM_DEFAULTS, ...changes }));

export const anyTalks: fc.Arbitrary<readonly CameIn[]> = fc.array(
  fc
    .record({ wave: fc.option(anyWave), on: anyDay, mayAsk: fc.option(fc.boolean()) })
    .map(({ on, ...own }) => ({
      ...own,
      interview: newId(StreamId, systemRandom),
      code: ENTRY.code,
      endedAt: new Date(`${on}T12:00`).getTime(),
    })),
  { maxLength: 3 },
);
