import { expect, it } from 'vitest';
import { EventId, Millis, QuestionId, Sha256, Signature, StreamId } from './ids.ts';

it.each([
  ['an id', StreamId, 'a'.repeat(32)],
  ['a hash', Sha256, '0f'.repeat(32)],
  ['a signature', Signature, '9'.repeat(128)],
])('%s is lower-case hex of its own length and nothing else', (_what, kind, good) => {
  expect(kind.safeParse(good).success).toBe(true);
  for (const bad of [
    good.toUpperCase() + 'A',
    good.slice(1),
    `${good}0`,
    good.replace(/./, 'g'),
    7,
  ]) {
    expect(kind.safeParse(bad).success).toBe(false);
  }
  expect(kind.safeParse(`${good}\n`).success).toBe(false);
});

it('a name in a guide may stand in an address or a file name', () => {
  for (const good of ['s1q1', 'default-guide', 'A.b_c']) {
    expect(QuestionId.safeParse(good).success).toBe(true);
  }
  for (const bad of ['', '1a', '../a', 'a b', 'å1', 'a/b', 'a'.repeat(65), '__proto__']) {
    expect(QuestionId.safeParse(bad).success).toBe(false);
  }
});

it('a time is a whole number since 1970', () => {
  expect(Millis.safeParse(0).success).toBe(true);
  for (const bad of [-1, 1.5, Number.NaN, '0']) expect(Millis.safeParse(bad).success).toBe(false);
  expect(EventId.safeParse(null).success).toBe(false);
});

it('a time that no calendar can show, sent by a changed app, is refused where it is read', () => {
  const latest = 221_845_392_000_000;
  expect(Millis.parse(latest)).toBe(Date.UTC(9000, 0, 1));
  for (const far of [latest + 1, 8.64e15, 9e15, Number.MAX_SAFE_INTEGER]) {
    expect(Millis.safeParse(far).success).toBe(false);
  }
  expect(() => new Date(9e15).toISOString()).toThrow(RangeError);
});
