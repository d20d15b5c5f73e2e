import { expect, it, vi } from 'vitest';
import { letGo, relieve } from './let-go.ts';

const hanging = () => vi.fn<() => Promise<void>>(() => new Promise(() => undefined));
const broke = vi.fn<(cause: unknown) => void>();

it('closes the vault while a round hangs on the network, and tells the round to stop', async () => {
  const close = vi.fn<() => Promise<void>>(async () => undefined);
  const stop = hanging();
  await letGo({ close }, Promise.resolve({ loop: { stop } }), broke);
  expect(close).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
});

it('closes the vault whose line is still being loaded, or was never asked for', async () => {
  const close = vi.fn<() => Promise<void>>(async () => undefined);
  await letGo({ close }, new Promise(() => undefined), broke);
  await letGo({ close }, undefined, broke);
  await letGo(undefined, undefined, broke);
  expect(close).toHaveBeenCalledTimes(2);
});

it('closes the vault before what is only practice, and that in any case', async () => {
  const order: string[] = [];
  const closes = (name: string) => ({
    close: async () => {
      await Promise.resolve();
      order.push(name);
    },
  });
  await letGo(closes('vault'), undefined, broke, closes('practice'));
  expect(order).toEqual(['vault', 'practice']);
  const fault = new Error('fault');
  const failing = { close: () => Promise.reject(fault) };
  await expect(letGo(failing, undefined, broke, closes('later'))).rejects.toBe(fault);
  expect(order).toEqual(['vault', 'practice', 'later']);
});

it('lets unlocking go on while the locked round hangs, and wakes the open one when it has ended', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = vi.fn<() => void>();
  relieve({ stop: () => promise }, () => Promise.resolve({ loop: { wake } }), broke);
  await Promise.resolve();
  expect(wake).not.toHaveBeenCalled();
  resolve();
  await vi.waitFor(() => expect(wake).toHaveBeenCalledOnce());
});

it('tells of a loop that breaks while it stops', async () => {
  const fault = new Error('fault');
  relieve({ stop: () => Promise.reject(fault) }, () => undefined, broke);
  await vi.waitFor(() => expect(broke).toHaveBeenCalledWith(fault));
});
