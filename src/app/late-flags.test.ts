import { expect, it } from 'vitest';
import { StreamId } from '../base/ids.ts';
import { LATE_MS, lateFlags, type FlagRow } from './late-flags.ts';
import type { Delivery } from './port.ts';

const NOW = 1_800_000_000_000;
const row = (code: string, flag: Delivery | null, flaggedAt: number | null): FlagRow => ({
  stream: StreamId.parse('a'.repeat(32)),
  code,
  flag,
  flaggedAt,
});
const codes = (...rows: readonly FlagRow[]) => lateFlags(NOW, rows).map(({ code }) => code);

it('is late from the fourth hour, and not before', () => {
  expect(codes(row('K-1', { state: 'onTablet' }, NOW - LATE_MS))).toEqual(['K-1']);
  expect(codes(row('K-1', { state: 'onTablet' }, NOW - LATE_MS + 1))).toEqual([]);
});

it.each<Delivery>([
  { state: 'onTablet' },
  { state: 'sending', percent: 90 },
  { state: 'refused', code: 'tooLarge' },
])('$state is not there yet', (flag) => {
  expect(codes(row('K-1', flag, NOW - LATE_MS))).toEqual(['K-1']);
});

it.each<Delivery>([
  { state: 'received', at: NOW },
  { state: 'opened', at: NOW, by: 'Samir Ek' },
])('$state is there', (flag) => {
  expect(codes(row('K-1', flag, NOW - 10 * LATE_MS))).toEqual([]);
});

it('counts from the oldest one that has not arrived, not from one that has', () => {
  const long = NOW - 10 * LATE_MS;
  expect(codes(row('K-1', { state: 'onTablet', since: NOW - 1000 }, long))).toEqual([]);
  expect(codes(row('K-1', { state: 'onTablet', since: NOW - LATE_MS }, long))).toEqual(['K-1']);
  // Nothing could be sealed: then from when it was written.
  expect(codes(row('K-1', { state: 'onTablet', since: null }, long))).toEqual(['K-1']);
});

it('names the longest wait first, and none without a message', () => {
  expect(
    codes(
      row('K-1', { state: 'onTablet' }, NOW - LATE_MS),
      row('K-2', { state: 'onTablet' }, NOW - 2 * LATE_MS),
      row('K-3', null, NOW - 2 * LATE_MS),
      row('K-4', { state: 'onTablet' }, null),
    ),
  ).toEqual(['K-2', 'K-1']);
});
