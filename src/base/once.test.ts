import { expect, it, vi } from 'vitest';
import { once } from './once.ts';

it('makes it once for all who ask, and anew only after it failed', async () => {
  const make = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new TypeError('offline'))
    .mockResolvedValue(7);
  const get = once(make);
  expect(make).not.toHaveBeenCalled();
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(make).toHaveBeenCalledOnce();
  expect(await Promise.all([get(), get()])).toEqual([7, 7]);
  expect(await get()).toBe(7);
  expect(make).toHaveBeenCalledTimes(2);
});
