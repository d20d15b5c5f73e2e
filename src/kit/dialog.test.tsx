import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Dialog } from './dialog.tsx';

function show(mustAnswer = false) {
  const onClose = vi.fn<() => void>();
  render(
    <Dialog title="Stödkort" onClose={onClose} mustAnswer={mustAnswer} corner={<span>Dölj</span>}>
      <p>Text</p>
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Stödkort' });
  if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
  return { onClose, dialog };
}

it('asks to be closed by Escape, and stays until its owner takes it away', () => {
  const { onClose, dialog } = show();
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(dialog.open).toBe(true);
});

it('asks as well when the browser closes it without asking first, and does not stand there closed', () => {
  const { onClose, dialog } = show();
  dialog.close();
  expect(onClose).toHaveBeenCalledOnce();
  expect(dialog.open).toBe(true);
});

it('stays when it must be answered', () => {
  const { onClose, dialog } = show(true);
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  dialog.close();
  expect(onClose).not.toHaveBeenCalled();
  expect(dialog.open).toBe(true);
});
