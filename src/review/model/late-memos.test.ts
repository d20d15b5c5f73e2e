import { expect, it } from 'vitest';
import { MemberId, StreamId } from '../../base/ids.ts';
import { lateMemos, type BegunTalk } from './late-memos.ts';

const HOUR = 60 * 60_000;
const NOW = 1000 * HOUR;
const CLOCK = { now: NOW, memoDueHours: 24, reviewDueDays: 14 };
const OLLE = MemberId.parse('d'.repeat(32));
const talk = (digit: string, hoursAgo: number | null): BegunTalk => ({
  stream: StreamId.parse(digit.repeat(32)),
  interview: hoursAgo === null ? null : StreamId.parse(`e${digit.repeat(31)}`),
  begunAt: hoursAgo === null ? null : NOW - hoursAgo * HOUR,
  to: OLLE,
  code: `K-${digit}`,
});
const late = (talks: readonly BegunTalk[], known = new Set<StreamId>()) =>
  lateMemos(talks, known, CLOCK).map(({ code, memo }) => [code, memo]);

it('names the begun talks whose memo is due, after a day and after three', () => {
  expect(late([talk('1', 23), talk('2', 24), talk('3', 72), talk('4', null)])).toEqual([
    ['K-3', 'threeDays'],
    ['K-2', 'day'],
  ]);
});

it('names none that has come in, has a row of its own or was taken back', () => {
  const one = talk('1', 50);
  expect(late([one], new Set([StreamId.parse(`e${'1'.repeat(31)}`)]))).toEqual([]);
  expect(late([one])).toHaveLength(1);
});
