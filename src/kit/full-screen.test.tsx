import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FullScreen, HoldButton } from './full-screen.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function show() {
  const done: string[] = [];
  render(
    <FullScreen label="Läs">
      <HoldButton
        label="Lämna"
        hint="Håll in knappen"
        sure="Vill du lämna?"
        yes="Ja, lämna"
        no="Nej, stanna"
        onDone={() => done.push('left')}
      />
    </FullScreen>,
  );
  return done;
}
const button = (name: string) => screen.getByRole('button', { name });
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it('is left by holding for a second, and not by a short touch', () => {
  const done = show();
  fireEvent.pointerDown(button('Lämna'));
  wait(900);
  fireEvent.pointerUp(button('Lämna'));
  wait(5000);
  expect(done).toEqual([]);
  fireEvent.pointerDown(button('Lämna'));
  wait(1000);
  expect(done).toEqual(['left']);
});

it('asks whoever presses it, and stays where the answer is no', () => {
  const done = show();
  expect(button('Lämna')).toHaveAccessibleDescription('Håll in knappen');
  fireEvent.click(button('Lämna'));
  expect(screen.getByText('Vill du lämna?')).toBeVisible();
  // The first in reach is to stay: a second press on the same place changes nothing.
  expect(button('Nej, stanna')).toHaveFocus();
  fireEvent.click(button('Nej, stanna'));
  expect(done).toEqual([]);
  fireEvent.click(button('Lämna'));
  fireEvent.click(button('Ja, lämna'));
  expect(done).toEqual(['left']);
});

it('does not go by Escape', () => {
  show();
  const dialog = screen.getByRole('dialog', { name: 'Läs' });
  const cancel = new Event('cancel', { cancelable: true });
  fireEvent(dialog, cancel);
  expect(cancel.defaultPrevented).toBe(true);
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('not a dialog');
  act(() => dialog.close());
  expect(dialog.open).toBe(true);
});
