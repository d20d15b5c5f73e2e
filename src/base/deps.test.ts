import { expect, it, vi } from 'vitest';
import { fixedDeps, newId, systemClock, systemRandom } from './deps.ts';
import { StreamId } from './ids.ts';

it('the clock goes on from when the session began, whatever the wall clock is set to', () => {
  const wall = vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
  const elapsed = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  try {
    const clock = systemClock();
    elapsed.mockReturnValue(1_250.4);
    // Set back a day in mid-session.
    wall.mockReturnValue(1_800_000_000_000 - 86_400_000);
    expect(clock.now()).toBe(1_800_000_000_250);
  } finally {
    wall.mockRestore();
    elapsed.mockRestore();
  }
});

it('ids are random, of the right kind, and never the same', () => {
  const ids = Array.from({ length: 100 }, () => newId(StreamId, systemRandom));
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(StreamId.safeParse(id).success).toBe(true);
});

it('fixed deps repeat themselves from test to test, and not within one', () => {
  const [a, b] = [fixedDeps(5), fixedDeps(5)];
  expect(newId(StreamId, a.random)).toBe(newId(StreamId, b.random));
  expect(newId(StreamId, a.random)).not.toBe(newId(StreamId, fixedDeps(5).random));
  expect(a.random.bytes(10)).toHaveLength(10);
  a.clock.advance(3);
  expect([a.clock.now(), b.clock.now()]).toEqual([8, 5]);
});
