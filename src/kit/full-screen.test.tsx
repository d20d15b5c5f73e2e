import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FullScreen } from './full-screen.tsx';

it('covers the screen and does not go by Escape', () => {
  render(<FullScreen label="Läs">Ord</FullScreen>);
  const dialog = screen.getByRole('dialog', { name: 'Läs' });
  const cancel = new Event('cancel', { cancelable: true });
  fireEvent(dialog, cancel);
  expect(cancel.defaultPrevented).toBe(true);
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('not a dialog');
  act(() => dialog.close());
  expect(dialog.open).toBe(true);
});
