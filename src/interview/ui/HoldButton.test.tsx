import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HoldButton } from './HoldButton.tsx';

function show() {
  const onHeld = vi.fn<() => void>();
  render(
    <HoldButton hint="Håll kvar" second="Ja" onHeld={onHeld}>
      Till intervjuaren
    </HoldButton>,
  );
  return { onHeld, button: screen.getByRole('button', { name: 'Till intervjuaren' }) };
}
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const finger = { pointerId: 1, button: 0 };

describe('held by a finger', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('acts after a second, once', () => {
    const { onHeld, button } = show();
    fireEvent.pointerDown(button, finger);
    pass(950);
    expect(onHeld).not.toHaveBeenCalled();
    pass(100);
    expect(onHeld).toHaveBeenCalledOnce();
    pass(5000);
    expect(onHeld).toHaveBeenCalledOnce();
  });

  it.each(['pointerUp', 'pointerLeave', 'pointerCancel'] as const)(
    'does nothing after a %s before that, but says how',
    (letGo) => {
      const { onHeld, button } = show();
      fireEvent.pointerDown(button, finger);
      pass(600);
      fireEvent[letGo](button, finger);
      fireEvent.click(button, { detail: 1 });
      pass(5000);
      expect(onHeld).not.toHaveBeenCalled();
      expect(screen.getByRole('status')).toHaveTextContent('Håll kvar');
      expect(screen.queryByRole('button', { name: 'Ja' })).toBeNull();
    },
  );
});

it('takes two presses of a keyboard', async () => {
  const { onHeld, button } = show();
  const user = userEvent.setup();
  button.focus();
  await user.keyboard('{Enter}');
  expect(onHeld).not.toHaveBeenCalled();
  await user.tab();
  expect(screen.getByRole('button', { name: 'Ja' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(onHeld).toHaveBeenCalledOnce();
});
