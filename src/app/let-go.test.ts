import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { letGoWithin } from './let-go.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('ends the worker as soon as the vault is closed', async () => {
  const end = vi.fn<() => void>();
  await letGoWithin(1000, { call: async () => undefined, end });
  expect(end).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it('ends the worker in time when the vault does not answer', async () => {
  const end = vi.fn<() => void>();
  const gone = letGoWithin(1000, { call: () => new Promise(() => undefined), end });
  await vi.advanceTimersByTimeAsync(999);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await gone;
  expect(end).toHaveBeenCalledOnce();
});

it('ends the worker of a vault that can’t be closed, and does not hide the fault', async () => {
  const end = vi.fn<() => void>();
  const fault = new Error('fault');
  await expect(letGoWithin(1000, { call: () => Promise.reject(fault), end })).rejects.toBe(fault);
  expect(end).toHaveBeenCalledOnce();
});
