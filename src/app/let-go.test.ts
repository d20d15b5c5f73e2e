import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { letGoWithin } from './let-go.ts';

const landed = () => Promise.resolve();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('ends the worker as soon as the vault is closed', async () => {
  const end = vi.fn<() => void>();
  await letGoWithin(1000, { call: async () => undefined, landed, end });
  expect(end).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it('ends the worker in time when the vault does not answer', async () => {
  const end = vi.fn<() => void>();
  const gone = letGoWithin(1000, { call: () => new Promise(() => undefined), landed, end });
  await vi.advanceTimersByTimeAsync(999);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await gone;
  expect(end).toHaveBeenCalledOnce();
});

it('ends the worker of a vault that can’t be closed, and does not hide the fault', async () => {
  const end = vi.fn<() => void>();
  const fault = new Error('fault');
  await expect(letGoWithin(1000, { call: () => Promise.reject(fault), landed, end })).rejects.toBe(
    fault,
  );
  expect(end).toHaveBeenCalledOnce();
});

it('closes only when the words that wait in the page have gone as well', async () => {
  const steps: string[] = [];
  await letGoWithin(1000, {
    landed: async () => {
      await Promise.resolve();
      steps.push('landed');
    },
    call: async () => {
      steps.push('closed');
    },
    end: () => {
      steps.push('ended');
    },
  });
  expect(steps).toEqual(['landed', 'closed', 'ended']);
});
