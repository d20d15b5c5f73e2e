import { describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import type { ParticipantSummary } from './participant.ts';
import { PROGRAM_DEFAULTS } from './program.ts';
import { cohorts } from './cohorts.ts';
import {
  byCode,
  comingWave,
  followUpOf,
  heldBy,
  saidNoBefore,
  type CameIn,
  type WaveRules,
} from './waves.ts';

const talk = newId(StreamId, systemRandom);
const at = (day: string) => new Date(`${day}T12:00:00`).getTime();

const person = (own: Partial<ParticipantSummary> = {}): ParticipantSummary => ({
  code: 'K-017',
  details: {
    name: 'Elin Sand',
    contact: { way: 'phone', value: '070', note: '' },
    birthMonth: '2004-05',
    municipality: 'Björkvik',
    protectedData: false,
    language: 'sv',
    interpreter: false,
    ownWorkers: [],
    otherWorkers: '',
    siblings: [],
  },
  placements: [],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
  ...own,
});
const held = (wave: number, on: string, interview: StreamId | null = null) => ({
  wave,
  on,
  interview,
});
const known = (mayAsk: boolean | null, ...args: Parameters<typeof held>) => ({
  ...held(...args),
  mayAsk,
});
const offered = (wave: number, answer: 'accepted' | 'declined' | null) => ({
  offer: 'ab'.repeat(8),
  wave,
  way: 'phone' as const,
  on: '2026-11-01',
  by: newId(MemberId, systemRandom),
  reminders: [],
  answer: answer && { answer, on: '2026-11-02' },
});
const none = byCode([]);
const next = (talks: readonly ReturnType<typeof held>[], rules: WaveRules = PROGRAM_DEFAULTS) => {
  const all = heldBy(person({ held: [...talks] }), none);
  return followUpOf(all, comingWave(all), rules);
};

describe('the follow-up talk', () => {
  it('is nobody’s before the first interview', () => {
    expect(next([])).toBeNull();
  });

  it('comes eight months after the last talk, a month before and after', () => {
    expect(next([held(1, '2026-03-31')])).toEqual({
      last: '2026-03-31',
      from: '2026-10-30',
      due: '2026-11-30',
      until: '2026-12-30',
    });
  });

  it('by the office’s own months', () => {
    const rules = { followUpEveryMonths: 12, followUpWindowMonths: 2 };
    expect(next([held(1, '2026-01-15')], rules)).toMatchObject({
      from: '2026-11-15',
      due: '2027-01-15',
      until: '2027-03-15',
    });
    const wide = { followUpEveryMonths: 1, followUpWindowMonths: 12 };
    expect(next([held(1, '2026-01-15')], wide)?.from).toBe('2026-01-15');
  });

  it('comes after the wave before it, and after nothing else', () => {
    const talks = heldBy(person({ held: [held(1, '2026-03-31')] }), none);
    expect(followUpOf(talks, 3, PROGRAM_DEFAULTS)).toBeNull();
    expect(followUpOf(talks, 2, PROGRAM_DEFAULTS)).not.toBeNull();
  });
});

describe('what was held', () => {
  const came = (own: Partial<CameIn>): CameIn => ({
    interview: talk,
    code: 'K-017',
    wave: null,
    mayAsk: true,
    endedAt: at('2026-03-01'),
    ...own,
  });

  it('counts an interview that came in and that nobody has noted', () => {
    expect(heldBy(person(), byCode([came({})]))).toEqual([known(true, 1, '2026-03-01', talk)]);
    expect(heldBy(person(), byCode([came({ wave: 2 })]))).toMatchObject([{ wave: 2 }]);
    expect(heldBy(person(), byCode([came({ code: 'K-018' })]))).toEqual([]);
  });

  it('counts it once when it is noted too, also by two supervisors at once', () => {
    const noted = held(1, '2026-03-01', talk);
    const who = person({ held: [noted, { ...noted, on: '2026-03-02' }] });
    expect(heldBy(who, byCode([came({})]))).toEqual([{ ...noted, mayAsk: true }]);
  });

  it('gives those without a wave the next one, in the order in which they were held', () => {
    const second = newId(StreamId, systemRandom);
    const interviews = [came({ interview: second, endedAt: at('2026-11-01') }), came({})];
    const talks = heldBy(person(), byCode(interviews));
    expect(talks).toEqual([
      known(true, 1, '2026-03-01', talk),
      known(true, 2, '2026-11-01', second),
    ]);
    expect(comingWave(talks)).toBe(3);
  });
});

it('is not for those who did not say yes to being asked again', () => {
  const no: CameIn = {
    interview: talk,
    code: 'K-017',
    wave: 1,
    endedAt: at('2026-03-31'),
    mayAsk: false,
  };
  const who = person();
  const talks = heldBy(who, byCode([no]));
  expect(saidNoBefore(talks, 2)).toBe(true);
  expect(saidNoBefore(talks, 1)).toBe(false);
  expect(cohorts([who], byCode([no]), PROGRAM_DEFAULTS)).toEqual([]);
});

it('counts the followed by municipality, new and returning apart, without those who said no', () => {
  const once = person({ held: [held(1, '2026-01-01')] });
  const twice = person({ held: [held(1, '2025-01-01'), held(2, '2025-09-01')] });
  const no = person({ held: [held(1, '2026-01-01')], offers: [offered(2, 'declined')] });
  const elsewhere = person({
    held: [held(1, '2026-01-01')],
    details: { ...once.details, municipality: 'Alby' },
  });
  const people = [once, twice, no, elsewhere, person()];
  expect(cohorts(people, none, PROGRAM_DEFAULTS)).toEqual([
    { municipality: 'Alby', fresh: 1, returning: 0, all: 1, target: 10 },
    { municipality: 'Björkvik', fresh: 1, returning: 1, all: 2, target: 10 },
  ]);
});
