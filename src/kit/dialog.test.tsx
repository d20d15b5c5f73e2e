import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
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

it('is open as soon as it is there, also when it comes by itself', async () => {
  const open: (boolean | undefined)[] = [];
  const observer = new MutationObserver(() => open.push(document.querySelector('dialog')?.open));
  observer.observe(document.body, { childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  function Later() {
    const [isThere, setThere] = useState(false);
    useEffect(() => {
      const timer = setTimeout(() => setThere(true));
      return () => clearTimeout(timer);
    }, []);
    return (
      isThere && (
        <Dialog title="Stödkort" onClose={() => {}}>
          Text
        </Dialog>
      )
    );
  }
  render(<Later />);
  await screen.findByRole('dialog', { name: 'Stödkort' });
  expect(open).toContain(true);
  expect(open).not.toContain(false);
});
