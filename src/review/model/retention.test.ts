import { expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { dueForErasing, type Held } from './retention.ts';
import type { Going } from '../../interview/model/withdrawal.ts';

const DAY_MS = 24 * 60 * 60_000;
const now = 1_800_000_000_000;
const held = (days: number, more: Partial<Held> = {}): Held => ({
  interview: newId(StreamId, systemRandom),
  code: `K-${days}`,
  completedAt: now - days * DAY_MS,
  has: new Set(['interview', 'sound'] as const),
  unhandled: 0,
  ...more,
});
const rules = [
  { material: 'sound', days: 30, decision: 'SN 1' },
  { material: 'interview', days: 365, decision: 'SN 2' },
] as const;

it('names what each rule says, the longest overdue first', () => {
  const [young, older, old] = [held(29), held(31), held(400)];
  expect(dueForErasing([young, older, old], rules, new Map(), now)).toEqual([
    {
      interview: old.interview,
      code: 'K-400',
      materials: ['sound', 'interview'],
      decision: 'SN 1, SN 2',
      since: now - 370 * DAY_MS,
      unhandled: 0,
    },
    {
      interview: older.interview,
      code: 'K-31',
      materials: ['sound'],
      decision: 'SN 1',
      since: now - DAY_MS,
      unhandled: 0,
    },
  ]);
});

it('leaves out what is not here, not completed, taken back, or gone', () => {
  const old = held(400);
  const going = (change: Partial<Going>): ReadonlyMap<StreamId, Going> =>
    new Map([
      [
        old.interview,
        {
          interview: old.interview,
          code: '',
          withdrawn: null,
          approvals: [],
          erased: [],
          ...change,
        },
      ],
    ]);
  const by = newId(MemberId, systemRandom);
  const withdrawn = {
    interview: old.interview,
    code: '',
    through: 'supervisor',
    by,
    at: 1,
    recalled: false,
    bySupervisor: true,
  } as const;
  const due = (of: Held, known = going({})) => dueForErasing([of], rules, known, now);
  expect(due({ ...old, has: new Set() })).toEqual([]);
  expect(due({ ...old, completedAt: null })).toEqual([]);
  expect(due(old, going({ withdrawn }))).toEqual([]);
  expect(due(old, going({ erased: ['sound', 'transcript', 'interview'] }))).toEqual([]);
  expect(due(old, going({ erased: ['sound'] }))).toMatchObject([{ materials: ['interview'] }]);
});
