import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { ELIN, KARIN, TEN_YEARS } from '../fixture.ts';
import { PROGRAM_DEFAULTS } from './program.ts';
import { FILTERS, foundIn, nextCode, rowsOf, rowsWhenAsked, type Known } from './register.ts';

const TODAY = '2026-11-22';
const someone = (n: number, changes: Partial<Known> = {}): Known => ({
  stream: StreamId.parse(String(n).padStart(32, '0')),
  code: `K-${String(n).padStart(3, '0')}`,
  details: ELIN,
  placements: [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
  ...changes,
});
const offer = {
  offer: 'aa',
  wave: 1,
  way: 'letter',
  on: '2026-10-01',
  by: KARIN,
  reminders: [],
  answer: null,
} as const;
const answered = (answer: 'accepted' | 'declined' | 'notReached') => ({
  offers: [{ ...offer, reminders: [], answer: { answer, on: '2026-10-02' } }],
});
const rows = rowsOf(
  [
    someone(1),
    someone(2, { placements: [{ ...TEN_YEARS, to: '2025-06-10' }] }),
    someone(3, { offers: [{ ...offer, reminders: [] }] }),
    someone(4, answered('accepted')),
    someone(5, answered('declined')),
    someone(6, answered('notReached')),
    someone(7, { notAsked: [{ wave: 1, reason: 'illness', on: '2026-10-01' }] }),
    someone(8, { held: [{ wave: 1, interview: null, on: '2026-10-01', mayAsk: null }] }),
    someone(9, {
      details: { ...ELIN, name: 'Åsa Berg', protectedData: true },
      placements: [],
    }),
    someone(10, { held: [{ wave: 1, interview: null, on: '2025-10-01', mayAsk: false }] }),
  ],
  PROGRAM_DEFAULTS,
  TODAY,
);
const codes = (filter: (typeof FILTERS)[number] | null, text = '') =>
  foundIn(rows, { filter, text }).map(({ code }) => Number(code.slice(2)));

it('finds people by what has become of them', () => {
  expect(Object.fromEntries(FILTERS.map((filter) => [filter, codes(filter)]))).toEqual({
    now: [1],
    later: [2, 8, 9],
    asked: [3],
    accepted: [4],
    declined: [5],
    notReached: [6],
    notAsked: [7],
    mayNotAsk: [10],
    interviewed: [8, 10],
    protectedData: [9],
  });
});

it('says from when, for the next wave too', () => {
  expect(rows[1]).toMatchObject({ from: '2027-06-10', wave: 1 });
  expect(rows[7]).toMatchObject({ from: '2027-05-01', wave: 2 });
  expect(rows[8]).toMatchObject({ from: null });
  expect(rows[0]).toMatchObject({ late: true });
  expect(rows[9]).toMatchObject({ from: null, wave: 2, late: false });
});

it('finds by code or name, in any order of the words', () => {
  expect(codes(null, 'k-004')).toEqual([4]);
  expect(codes(null, 'berg ÅSA')).toEqual([9]);
  expect(codes('later', 'exempel')).toEqual([2, 8]);
  expect(codes(null, ' ')).toHaveLength(10);
});

it('proposes the code after the highest', () => {
  expect(nextCode([])).toBe('D-001');
  expect(nextCode([{ code: 'K-009' }, { code: 'X' }, { code: 'K-012' }])).toBe('K-013');
  expect(nextCode([{ code: 'K-999' }])).toBe('K-1000');
});

it('reckons a row when it is looked at, once, and shows who cannot be read by the code', () => {
  let read = 0;
  const unread = [1, 2, 3].map((n) => ({
    ...someone(n),
    person: () => {
      read += 1;
      return n === 3 ? null : someone(n);
    },
  }));
  const asked = rowsWhenAsked(unread, PROGRAM_DEFAULTS, TODAY);
  expect(foundIn(asked, { filter: null, text: '' })).toHaveLength(3);
  expect([asked[0]?.code, read]).toEqual(['K-001', 0]);
  const [eager] = rowsOf([someone(1)], PROGRAM_DEFAULTS, TODAY);
  if (!eager) throw new Error('no row');
  for (const key of Object.keys(eager).filter(
    (each): each is keyof typeof eager => each in eager,
  )) {
    expect(asked[0]?.[key]).toEqual(eager[key]);
  }
  expect(read).toBe(1);
  expect(foundIn(asked, { filter: 'now', text: '' }).map(({ code }) => code)).toEqual([
    'K-001',
    'K-002',
  ]);
  expect(foundIn(asked, { filter: null, text: 'k-003' })).toMatchObject([
    { name: '', standing: 'notEligible', interviewed: false },
  ]);
  expect(read).toBe(3);
});
