import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { INTERVIEW } from '../fixture.ts';
import type { RunningSound, SoundNow } from '../recording.ts';
import { fakeRunning } from '../sound-fixture.ts';
import { SoundSign } from './SoundSign.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function show(own: Partial<RunningSound>, withStop = false) {
  const onSeen = vi.fn<() => void>();
  let now: SoundNow = { type: 'recording', trouble: null };
  let told = () => {};
  const running = fakeRunning(INTERVIEW, {
    now: () => now,
    subscribe: (listener) => {
      told = listener;
      return () => undefined;
    },
    ...own,
  });
  render(<SoundSign running={running} onSeen={onSeen} withStop={withStop} />);
  const become = (next: SoundNow) =>
    act(() => {
      now = next;
      told();
    });
  return { onSeen, become };
}
const button = (name: string) => screen.queryByRole('button', { name });

it('says in whole minutes that sound is on, and shows that it is heard', async () => {
  let ms = 59_000;
  show({ position: () => ms, level: () => 0.25 });
  expect(screen.getByText('Ljud på, 0 min')).toBeVisible();
  ms = 121_000;
  act(() => {
    vi.advanceTimersByTime(600);
  });
  expect(screen.getByText('Ljud på, 2 min')).toBeVisible();
  expect(screen.getByRole('meter', { name: 'Ljudstyrka' })).toHaveAttribute('value', '0.25');
  expect(button('Stäng av ljudet')).toBeNull();
  vi.useRealTimers();
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('says a pause and a trouble in words, for a screen reader too', () => {
  const { become } = show({});
  become({ type: 'paused', trouble: null });
  expect(screen.getByText('Ljud i paus')).toBeVisible();
  expect(screen.queryByRole('meter')).toBeNull();
  become({ type: 'recording', trouble: 'noSound' });
  expect(screen.getByRole('status')).toHaveTextContent(/Inget ljud kommer från mikrofonen/);
});

it('can be ended from the cover, and what went wrong stays until it is seen', () => {
  const stop = vi.fn<RunningSound['stop']>(async () => undefined);
  const { onSeen, become } = show({ stop }, true);
  fireEvent.click(screen.getByRole('button', { name: 'Stäng av ljudet' }));
  expect(stop).toHaveBeenCalledOnce();
  become({ type: 'ended', trouble: 'notKept' });
  expect(button('Stäng av ljudet')).toBeNull();
  expect(screen.getByRole('status')).toHaveTextContent(/kan inte sparas längre/);
  fireEvent.click(screen.getByRole('button', { name: 'Jag har sett det' }));
  expect(onSeen).toHaveBeenCalledOnce();
});
