import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useAutoLock } from './auto-lock.ts';
import { fakeDesk } from './screens/fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(talking: boolean) {
  const lock = vi.fn();
  const desk = { ...fakeDesk(), lock };
  const { result } = renderHook(() => useAutoLock(desk, talking));
  const pass = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * 60_000));
  return { lock, result, pass };
}

it('locks after five idle minutes, and not while someone works', () => {
  const { lock, pass } = watch(false);
  pass(4);
  window.dispatchEvent(new Event('keydown'));
  pass(4);
  expect(lock).not.toHaveBeenCalled();
  pass(2);
  expect(lock).toHaveBeenCalled();
});

it('covers first in a talk, and locks when nobody comes back', () => {
  const { lock, result, pass } = watch(true);
  pass(6);
  expect(result.current.covered).toBe(true);
  expect(lock).not.toHaveBeenCalled();
  act(() => result.current.uncover());
  expect(result.current.covered).toBe(false);
  pass(5);
  expect(lock).toHaveBeenCalled();
});
