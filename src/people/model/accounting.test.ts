import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KARIN, TEN_YEARS } from '../fixture.ts';
import {
  anyDay,
  anyFact,
  anyRules,
  anyTalks,
  anyWave,
  ENTRY,
  personAfter,
} from '../fixture-histories.ts';
import { newId, systemRandom } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { countWave, offerableFrom, waveStanding } from './accounting.ts';
import { ANSWERS, NOT_ASKED_REASONS, type ParticipantFact } from './participant.ts';
import { pastOf } from './past.ts';
import { PROGRAM_DEFAULTS, type Program } from './program.ts';
import { REMOVAL_REASONS } from './removal.ts';
import { byCode, comingWave, type CameIn } from './waves.ts';

const TODAY = '2026-11-22';
const known = personAfter;
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
    code: ENTRY.code,
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

describe('over whatever has happened, and whatever the rules are now', () => {
  it('eligible = asked + not asked, and asked = accepted + declined + not reached + pending', () => {
    const histories = fc.array(fc.tuple(fc.array(anyFact, { maxLength: 25 }), anyTalks), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(histories, anyWave, anyRules, anyDay, (each, which, by, today) => {
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
        fc.array(anyFact, { maxLength: 25 }),
        anyTalks,
        anyWave,
        anyRules,
        anyRules,
        anyDay,
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

  it('the same after some of them were removed: nobody who was asked or could be disappears', () => {
    const why = fc.constantFrom(...REMOVAL_REASONS);
    const histories = fc.array(
      fc.tuple(fc.array(anyFact, { maxLength: 25 }), anyTalks, fc.option(why)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(histories, anyWave, anyRules, anyDay, (each, which, by, today) => {
        const all = each.map(([facts, talks, gone]) => ({
          person: known(facts, byCode(talks)),
          gone,
        }));
        const left = all.filter(({ gone }) => gone === null).map(({ person }) => person);
        const past = all.flatMap(({ person, gone }) =>
          gone === null ? [] : [pastOf(person, gone, by, today)],
        );
        const before = countWave(
          all.map(({ person }) => person),
          which,
          by,
          today,
        );
        const count = countWave(left, which, by, today, past);
        expect(count.eligible).toBe(count.asked + count.notAsked);
        expect(count.asked).toBe(
          count.accepted + count.declined + count.notReached + count.pending,
        );
        const reasons = Object.values(count.reasons).reduce((sum, n) => sum + n, 0);
        expect(count.notAsked).toBe(reasons + count.withoutReason);
        // Whoever was asked stays counted, whatever the reason; who was not, unless it was a mistake.
        expect([count.asked, count.held]).toEqual([before.asked, before.held]);
        const mistaken = all.filter(
          ({ person, gone }) =>
            gone === 'mistake' && waveStanding(person, which, by, today) === 'notAskedYet',
        );
        expect(count.eligible).toBe(before.eligible - mistaken.length);
        // Nobody waits for an answer that will not come.
        const waiting = left.filter((one) => waveStanding(one, which, by, today) === 'pending');
        expect(count.pending).toBe(waiting.length);
      }),
      { numRuns: 400 },
    );
  });
});
