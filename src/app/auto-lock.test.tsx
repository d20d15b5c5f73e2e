import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamId } from '../base/ids.ts';
import { SoundDesk } from '../interview/recording.ts';
import { fakeRunning, fakeSound } from '../interview/sound-fixture.ts';
import { useAutoLock } from './auto-lock.ts';
import { fakeDesk } from './screens/fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(talking: boolean) {
  const lock = vi.fn<() => void>();
  const desk = { ...fakeDesk(), lock };
  const { result } = renderHook(() => useAutoLock(desk, talking));
  const pass = (minutes: number): void => {
    act(() => {
      vi.advanceTimersByTime(minutes * 60_000);
    });
  };
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

it('locks while sound is recorded too, since the sound goes on beside the lock', () => {
  const lock = vi.fn<() => void>();
  const desk = new SoundDesk();
  desk.set(fakeRunning(StreamId.parse('a'.repeat(32))));
  const recording = { ...fakeDesk(), lock, sound: fakeSound({ desk }) };
  renderHook(() => useAutoLock(recording, true));
  act(() => {
    vi.advanceTimersByTime(11 * 60_000);
  });
  expect(lock).toHaveBeenCalled();
});

describe('coming back', () => {
  const show = (state: 'hidden' | 'visible') => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const covered = () => document.documentElement.hasAttribute('data-covered');
  afterEach(() => document.documentElement.removeAttribute('data-covered'));

  it('locks before anything is uncovered when the tablet was away too long', () => {
    const { lock } = watch(false);
    show('hidden');
    // Asleep: no timer runs, only the wall clock goes on.
    vi.setSystemTime(Date.now() + 60_000);
    expect(lock).not.toHaveBeenCalled();
    show('visible');
    expect(lock).toHaveBeenCalledOnce();
    expect(covered()).toBe(true);
  });

  it('uncovers after a short look elsewhere', () => {
    const { lock, pass } = watch(false);
    show('hidden');
    expect(covered()).toBe(true);
    pass(20 / 60);
    show('visible');
    expect(covered()).toBe(false);
    expect(lock).not.toHaveBeenCalled();
    // The next absence is counted from its own beginning.
    show('hidden');
    pass(20 / 60);
    show('visible');
    expect(lock).not.toHaveBeenCalled();
  });

  it('locks while hidden when a timer does run', () => {
    const { lock, pass } = watch(true);
    show('hidden');
    pass(1);
    expect(lock).toHaveBeenCalled();
  });
});
