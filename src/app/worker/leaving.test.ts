import { expect, it } from 'vitest';
import { hourly } from './leaving.ts';

const HOUR = 60 * 60_000;

it('asks for the time once an hour, and anew when the clock was set back', async () => {
  let now = 10 * HOUR;
  let asked = 0;
  const time = hourly(
    () => {
      asked += 1;
      return Promise.resolve(asked);
    },
    { now: () => now },
  );
  expect(await time()).toBe(1);
  now += HOUR - 1;
  expect(await time()).toBeNull();
  now += 1;
  expect(await time()).toBe(2);
  now -= 5 * HOUR;
  expect(await time()).toBe(3);
  expect(await time()).toBeNull();
});
